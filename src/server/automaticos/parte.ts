import type { Db, Trx } from '../core/db/connect.ts';
import type { PorArmar } from '../emails/armado.ts';

/** What making a mail needs of the installation. `publicUrl` has no slash at the end. */
export type Entorno = { now: string; publicUrl: string; zona: string; secret: string };

export type Referencia = PorArmar['referencia'];
export type Datos = Record<string, unknown>;

/** The values of a mail beside those of the school; `cancelar` says why it is no longer worth sending. */
export type Reunido = { datos: Datos; cancelar?: string | undefined };
export type Destino = Pick<PorArmar, 'clienteId' | 'email' | 'referencia'>;

/** How one kind of mail is made of what it is about. */
export type Parte = {
  /** @returns undefined when what it is about is gone. */
  reunir: (db: Db | Trx, entorno: Entorno, destino: Destino) => Promise<Reunido | undefined>;
  /** Made at each sending and kept nowhere. */
  secretos?: (trx: Trx, entorno: Entorno, destino: Destino) => Promise<Record<string, string>>;
  /** What the latest mail of this kind to a Cliente would be about. */
  ultima: (db: Db, clienteId: number) => Promise<Referencia | undefined>;
};

/** The id under a name of a referencia, as its cause wrote it. */
export function idDe(referencia: Referencia, nombre: string): number {
  const id = Number(referencia[nombre]);
  if (!Number.isSafeInteger(id)) throw new Error(`a mail without its ${nombre}`);
  return id;
}
