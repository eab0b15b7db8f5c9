import type { Cuentas } from './cuentas.queries.ts';
import type { ClienteFila } from './fusion.policy.ts';
import type { Clave, Fila } from './mover.queries.ts';

/** All that it takes to undo a merge, as it is kept. */
export type Datos = {
  /** The principal before and after, and who was taken in. */
  antes: ClienteFila;
  despues: ClienteFila;
  absorbido: ClienteFila;
  /** Which rows moved, by table. */
  movidas: Record<string, Clave[]>;
  /** Rows taken out whole, of either, by table. */
  sacadas: Record<string, Fila[]>;
  cuentas: Cuentas;
  /** Messages of one campaign to both, as they were. */
  correos: Fila[];
  /** Consents that speak for their address alone since. */
  ajenos: Clave[];
  /** The row of the history that tells of it. */
  historial: number;
  /** Whether each had a confirmed purchase. */
  compras: { principal: boolean; absorbido: boolean };
};
