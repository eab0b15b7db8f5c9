import type { Origen } from '#contract/clientes.ts';
import type { Medio } from '#contract/cobros.ts';
import type { Mapeo, OpcionesImportacion } from '#contract/importaciones.ts';
import { Lector, type Observacion } from './lector.ts';
import { leerComuna } from './valores/comuna.ts';
import { corregirDominio, leerCorreos, leerRut, leerTelefonos } from './valores/contacto.ts';
import type { Leido } from './valores/leido.ts';
import { leerCantidad, leerMonto, leerPorcentaje } from './valores/monto.ts';
import { type EstadoPagoLeido, leerEstadoPago, leerMedio, leerOrigen } from './valores/palabras.ts';
import { leerLista } from './valores/texto.ts';

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
  /** With what did not fit elsewhere: further emails and phones, comunas and origins we do not know. */
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
  estadoPago: EstadoPagoLeido | null;
};

export type FilaNormalizada = {
  valores: FilaImportada;
  errores: Observacion[];
  avisos: Observacion[];
};

const MAX_CUPOS = 1000;

/**
 * Reads the cells of a row into fields. Pure: looks at nothing but the row. A cell that cannot be read is
 * an error of its field, said in Spanish with what to do; a row that lacks a name or any way to know whose
 * it is raises none here, for who is in the base already needs less. Where two columns go to one field,
 * names and notes are joined and of the rest the first that says something counts. A phone that cannot be read
 * is kept in the notes, with an aviso, where something else tells whose the row is.
 * @param hoy local date of the business: births, captures and payments are not later.
 */
export function leerFila(
  celdas: string[],
  mapeo: Mapeo,
  opciones: OpcionesImportacion,
  hoy: string,
): FilaNormalizada {
  const lector = new Lector(celdas, mapeo, opciones, hoy);
  const correos = lector.lista('email', leerCorreos);
  const rut = lector.uno('rut', leerRut);
  const telefonos = lector.lista('telefono', leerTelefonos);
  const nombreCompleto = lector.linea('nombreCompleto', 80);
  const precio = lector.uno('precio', leerMonto);
  const cantidad = lector.uno('cantidad', (celda) => leerCantidad(celda, MAX_CUPOS));
  const valores: FilaImportada = {
    nombres: lector.linea('nombres', 80) ?? nombreCompleto,
    apellidos: lector.linea('apellidos', 80),
    email: correos[0] ?? null,
    telefono: telefonos[0] ?? null,
    rut,
    fechaNacimiento: lector.pasada('fechaNacimiento'),
    comuna: lector.oNota('comuna', 'Comuna', leerComuna),
    origen: lector.oNota('origen', 'Origen', leerOrigen),
    intereses: lector.lista('intereses', (celda) => leerLista(celda, 60)),
    empresa: lector.linea('empresa', 160),
    fechaCaptura: lector.pasada('fechaCaptura'),
    taller: lector.linea('taller', 140),
    fechaTaller: lector.fecha('fechaTaller'),
    cantidad,
    precio,
    descuento: lector.uno('descuento', (celda) => leerDescuento(celda, precio, cantidad)),
    pagado: lector.uno('pagado', leerMonto),
    fechaPago: lector.pasada('fechaPago'),
    medio: lector.uno('medio', leerMedio),
    referencia: lector.linea('referencia', 80),
    estadoPago: lector.uno('estadoPago', leerEstadoPago),
    notas: null,
  };
  if (correos.length + telefonos.length > 0 || rut) lector.perdonar('telefono', 'Teléfono');
  avisarDominio(lector, correos[0]);
  lector.sobrantes('email', 'Otro correo', correos);
  lector.sobrantes('telefono', 'Otro teléfono', telefonos);
  valores.notas = lector.notas();
  return { valores, errores: lector.errores, avisos: lector.avisos };
}

function avisarDominio(lector: Lector, correo: string | undefined): void {
  const corregido = correo && corregirDominio(correo);
  if (corregido) lector.avisos.push({ campo: 'email', mensaje: `¿Quisiste decir ${corregido}?` });
}

function leerDescuento(
  celda: string,
  precio: number | null,
  cantidad: number | null,
): Leido<number> {
  const parte = leerPorcentaje(celda);
  if (parte === undefined) return leerMonto(celda);
  if (precio === null)
    return { valor: null, error: 'Un descuento en porcentaje necesita el precio.' };
  return { valor: Math.round(precio * (cantidad ?? 1) * parte) };
}
