import type { Medio } from '#contract/cobros.ts';
import type { FieldError } from '#contract/errors.ts';
import type { OpcionesImportacion } from '#contract/importaciones.ts';
import { formatPesos } from '#contract/money.ts';
import type { FilaImportada } from './lectura/leerFila.ts';
import { foldName } from './libro.ts';
import type { TallerConocido } from './talleres.queries.ts';

/** What an import knows so far of talleres, of who is in them, and of the payments' references. */
export type Cuaderno = {
  /** By title as it is compared. */
  talleres: Map<string, TallerConocido[]>;
  /** What was paid, in pesos, by `claveInscrito`. */
  inscritos: Map<string, number>;
  /** Whose each is, in words, by `claveReferencia`. */
  referencias: Map<string, string>;
  /** Ids of talleres to be made: below zero. */
  nuevos: number;
};

/** A sale of the past, in pesos. */
export type VentaImportada = {
  taller: TallerConocido;
  cantidad: number;
  precio: number;
  descuento: number;
  total: number;
  pagado: number;
  medio: Medio;
  referencia: string | null;
  /** The local date of the purchase. */
  fecha: string;
};

export type DecisionVenta =
  | { error: FieldError }
  | { omitida: FieldError }
  /** The person is in that taller already. */
  | { repetida: true; avisos: FieldError[] }
  | { venta: VentaImportada; avisos: FieldError[] };

export const createCuaderno = (): Cuaderno => ({
  talleres: new Map(),
  inscritos: new Map(),
  referencias: new Map(),
  nuevos: 0,
});

export const claveInscrito = (personaId: number, tallerId: number) => `${personaId}:${tallerId}`;
export const claveReferencia = (medio: Medio, referencia: string) => `${medio}:${referencia}`;

const MAX_TITULO = 140;
const MAX_CUPOS = 10_000;

/**
 * What a row sells to its person, without doing it. Seats are compared with those that were free when they were looked
 * up; whoever writes takes them anew.
 * @param personaId undefined of a person who is new.
 */
export function decidirVenta(
  cuaderno: Cuaderno,
  opciones: OpcionesImportacion,
  hoy: string,
  valores: FilaImportada,
  personaId: number | undefined,
): DecisionVenta {
  if (valores.estadoPago === 'ANULADO') {
    return {
      omitida: { campo: 'estadoPago', mensaje: 'Está anulada en el archivo: no se importa.' },
    };
  }
  const taller = findTaller(cuaderno, opciones, hoy, valores);
  if ('mensaje' in taller) return { error: taller };
  const montos = montosDe(valores, taller);
  if ('mensaje' in montos) return { error: montos };
  const inscrito =
    personaId === undefined
      ? undefined
      : cuaderno.inscritos.get(claveInscrito(personaId, taller.id));
  if (inscrito !== undefined)
    return { repetida: true, avisos: pagoDistinto(inscrito, montos.pagado) };
  if (!taller.propio && taller.libres < montos.cantidad) {
    const quedan = quedanDe(taller.libres);
    return { error: { campo: 'taller', mensaje: `En «${taller.titulo}» ${quedan}.` } };
  }
  const fecha = valores.fechaPago ?? (taller.dia < hoy ? taller.dia : hoy);
  if (fecha > hoy)
    return { error: { campo: 'fechaPago', mensaje: 'La fecha del pago no puede ser futura.' } };
  const medio = valores.medio ?? opciones.medio ?? 'OTRO';
  const referencia = montos.pagado > 0 ? valores.referencia : null;
  const usada = referencia && cuaderno.referencias.get(claveReferencia(medio, referencia));
  if (usada)
    return {
      error: { campo: 'referencia', mensaje: `Esa referencia de pago ya se usó en ${usada}.` },
    };
  const { avisos, ...rest } = montos;
  return { venta: { taller, ...rest, medio, referencia, fecha }, avisos };
}

/** Notes in the notebook what was decided, so that the rows that follow know of it. */
export function anotarVenta(
  cuaderno: Cuaderno,
  { taller, cantidad, pagado, medio, referencia }: VentaImportada,
  personaId: number,
  numero: number,
): void {
  if (taller.id < 0) {
    const otros = cuaderno.talleres.get(taller.clave) ?? [];
    if (!otros.includes(taller)) cuaderno.talleres.set(taller.clave, [...otros, taller]);
    cuaderno.nuevos = Math.min(cuaderno.nuevos, taller.id);
  }
  taller.libres -= cantidad;
  cuaderno.inscritos.set(claveInscrito(personaId, taller.id), pagado);
  if (referencia) cuaderno.referencias.set(claveReferencia(medio, referencia), `la fila ${numero}`);
}

const quedanDe = (libres: number) => {
  if (libres <= 0) return 'no quedan cupos';
  return libres === 1 ? 'solo queda 1 cupo' : `solo quedan ${libres} cupos`;
};

function findTaller(
  cuaderno: Cuaderno,
  opciones: OpcionesImportacion,
  hoy: string,
  { taller: titulo, fechaTaller, precio, pagado, cantidad }: FilaImportada,
): TallerConocido | FieldError {
  const bad = (campo: string, mensaje: string): FieldError => ({ campo, mensaje });
  if (!titulo) return bad('taller', 'Falta el taller.');
  const clave = foldName(titulo);
  const todos = cuaderno.talleres.get(clave) ?? [];
  const iguales = fechaTaller ? todos.filter(({ dia }) => dia === fechaTaller) : todos;
  const publicados = iguales.filter(({ estado }) => estado === 'PUBLICADO');
  const [unico] = publicados;
  if (publicados.length > 1 && !fechaTaller) {
    return bad(
      'taller',
      `Hay ${publicados.length} talleres «${titulo}». Agrega la fecha de cuál es.`,
    );
  }
  if (unico) return unico;
  if (iguales.length > 0) {
    const como = iguales[0]?.estado === 'ANULADO' ? 'está anulado' : 'no está publicado';
    return bad('taller', `El taller «${titulo}» ${como}.`);
  }
  if (!opciones.crearTalleres)
    return bad('taller', `No existe el taller «${titulo}»${delDia(fechaTaller)}.`);
  if (!fechaTaller) return bad('fechaTaller', `Para crear el taller «${titulo}» falta su fecha.`);
  if (fechaTaller > hoy) {
    return bad(
      'fechaTaller',
      `El taller «${titulo}» es de una fecha futura: créalo antes en Talleres.`,
    );
  }
  if (titulo.length > MAX_TITULO) return bad('taller', 'El nombre del taller es demasiado largo.');
  return {
    ...{ id: cuaderno.nuevos - 1, titulo, clave, dia: fechaTaller, estado: 'PUBLICADO' },
    ...{ precio: precio ?? Math.ceil((pagado ?? 0) / (cantidad || 1)), afectoIva: false },
    ...{ libres: 0, propio: true },
  };
}

const delDia = (dia: string | null) => (dia ? ` del ${dia.split('-').reverse().join('-')}` : '');

type Montos = Pick<VentaImportada, 'cantidad' | 'precio' | 'descuento' | 'total' | 'pagado'>;

function montosDe(
  valores: FilaImportada,
  taller: TallerConocido,
): (Montos & { avisos: FieldError[] }) | FieldError {
  const cantidad = valores.cantidad ?? 1;
  if (cantidad < 1 || cantidad > MAX_CUPOS) {
    return { campo: 'cantidad', mensaje: 'La cantidad de cupos no es válida.' };
  }
  const precio = valores.precio ?? precioDe(valores, taller, cantidad);
  const descuento = valores.descuento ?? 0;
  const total = precio * cantidad - descuento;
  if (total < 0) return { campo: 'descuento', mensaje: 'El descuento es mayor que el precio.' };
  const dicho = valores.pagado ?? (valores.estadoPago === 'PAGADO' ? total : null);
  const callado = dicho === null && valores.estadoPago === null;
  return {
    ...{ cantidad, precio, descuento, total, pagado: dicho ?? 0 },
    avisos: pagoRaro(total, callado ? null : (dicho ?? 0)),
  };
}

/** @param pagado null when the row says nothing of the payment. */
function pagoRaro(total: number, pagado: number | null): FieldError[] {
  const aviso = (mensaje: string) => [{ campo: 'pagado', mensaje }];
  if (pagado === null) {
    return total > 0 ? aviso('No dice cuánto se pagó: la venta queda pendiente.') : [];
  }
  if (pagado <= total) return [];
  return aviso(`Pagó más que el total: quedan ${formatPesos(pagado - total)} a favor.`);
}

/** In a taller that the file makes what was paid was the price, unless the row says that something is owed. */
function precioDe({ pagado, estadoPago }: FilaImportada, taller: TallerConocido, cantidad: number) {
  const entero = taller.propio && pagado !== null && estadoPago !== 'PENDIENTE';
  return entero ? Math.ceil(pagado / cantidad) : taller.precio;
}

function pagoDistinto(pagado: number, enArchivo: number): FieldError[] {
  if (enArchivo === 0 || enArchivo === pagado) return [];
  const mensaje = `Ya está en ese taller, con ${formatPesos(pagado)} pagados; el archivo dice ${formatPesos(enArchivo)} y no se cambió.`;
  return [{ campo: 'pagado', mensaje }];
}
