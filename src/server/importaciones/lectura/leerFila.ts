import type { Origen } from '#contract/clientes.ts';
import type { Medio } from '#contract/cobros.ts';
import type { CampoImportacion, Mapeo, OpcionesImportacion } from '#contract/importaciones.ts';

/** A row in the terms of the product; what is null was not said. */
export type FilaImportada = {
  /** With `nombreCompleto` in it whole when that is the column there is. */
  nombres: string | null;
  apellidos: string | null;
  email: string | null;
  /** E.164. */
  telefono: string | null;
  /** `12345678-5`. */
  rut: string | null;
  /** Dates are `YYYY-MM-DD`. */
  fechaNacimiento: string | null;
  /** CUT code. */
  comuna: string | null;
  origen: Origen | null;
  /** Names, as written. */
  intereses: string[];
  empresa: string | null;
  /** With what did not fit elsewhere: further emails and phones. */
  notas: string | null;
  fechaCaptura: string | null;
  taller: string | null;
  fechaTaller: string | null;
  cantidad: number | null;
  /** Whole pesos. */
  precio: number | null;
  descuento: number | null;
  pagado: number | null;
  fechaPago: string | null;
  medio: Medio | null;
  referencia: string | null;
  /** What the column of the payment's state says: paid, owed, or undone. */
  estadoPago: 'PAGADO' | 'PENDIENTE' | 'ANULADO' | null;
};

export type Observacion = { campo: CampoImportacion; mensaje: string };

export type FilaNormalizada = {
  valores: FilaImportada;
  errores: Observacion[];
  avisos: Observacion[];
};

/**
 * Reads the cells of a row into fields. Pure: looks at nothing but the row. A cell that cannot be read is
 * an error of its field, said in Spanish with what to do; `hoy` (local date) bounds dates of the past.
 */
export function leerFila(
  celdas: string[],
  mapeo: Mapeo,
  opciones: OpcionesImportacion,
  hoy: string,
): FilaNormalizada {
  const valores: FilaImportada = {
    nombres: celdas[mapeo[0]?.indice ?? 0] ?? null,
    apellidos: null,
    email: null,
    telefono: null,
    rut: null,
    fechaNacimiento: null,
    comuna: null,
    origen: opciones.origen ?? null,
    intereses: [],
    empresa: null,
    notas: null,
    fechaCaptura: hoy,
    taller: null,
    fechaTaller: null,
    cantidad: null,
    precio: null,
    descuento: null,
    pagado: null,
    fechaPago: null,
    medio: null,
    referencia: null,
    estadoPago: null,
  };
  return { valores, errores: [], avisos: [] };
}
