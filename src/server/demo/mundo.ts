import type { EmpresaRow } from './empresas.ts';
import type { Random } from './random.ts';
import type { Ids } from './reserveIds.ts';
import type { TallerPlan } from './talleres.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What every generator of the sample shares. Times are epoch milliseconds until they become rows. */
export type Mundo = {
  random: Random;
  /** The local midnight with which today began: the same for the whole day. */
  hoy: number;
  zona: string;
  usuarioId: string | null;
  ids: Ids;
  intereses: readonly number[];
  empresas: readonly EmpresaRow[];
  /** By start, the earliest first; drafts apart. */
  talleres: readonly TallerPlan[];
  emails: Set<string>;
  ruts: Set<number>;
  /** How many payments without a seat are still to be shown. */
  sinCupo: number;
};

export const iso = (time: number): string => new Date(time).toISOString();
