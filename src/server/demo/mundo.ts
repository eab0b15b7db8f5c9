import type { Plantilla } from './catalogo.ts';
import type { PlantillaKit } from './catalogoKits.ts';
import type { EmpresaRow } from './empresas.ts';
import type { Random } from './random.ts';
import type { Ids } from './reserveIds.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A Taller being filled with enrolments; its row is written when the seats are known. */
export type TallerPlan = {
  id: number;
  plantilla: Plantilla;
  tema: number;
  inicio: number;
  fin: number;
  publicado: number;
  anulado: number | undefined;
  borrador: boolean;
  /** Ends up with no free seat. */
  lleno: boolean;
  cupos: number;
  /** Seats to be sold at most. */
  meta: number;
  ocupados: number;
  /** Seats held for one of the waitlist. */
  ofrecidos: number;
};

export type CursoPlan = {
  id: number;
  tema: number;
  precio: number;
  diasAcceso: number | null;
  publicado: number;
  lecciones: number[];
};
export type KitPlan = { id: number; tema: number | undefined; plantilla: PlantillaKit };

/** Units of a kit that a sale took, or gave back. */
export type CambioStock = {
  en: number;
  productoId: number;
  cantidad: number;
  ventaProductoId: number;
};

/** One who waits for a seat. */
export type EsperaPlan = { clienteId: number; taller: TallerPlan; en: number; codigo: string };

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
  cursos: readonly CursoPlan[];
  kits: readonly KitPlan[];
  /** What the sales did to the stock, to be put in order at the end. */
  cambiosStock: CambioStock[];
  esperas: EsperaPlan[];
  emails: Set<string>;
  ruts: Set<number>;
  /** How many payments without a seat are still to be shown. */
  sinCupo: number;
};

export const iso = (time: number): string => new Date(time).toISOString();
