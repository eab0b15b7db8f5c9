import { z } from 'zod';
import { createCliente } from '#contract/clientes.ts';
import { pagoCampos } from '#contract/cobros.ts';
import { id, instante } from '#contract/fields.ts';
import {
  type createVenta,
  lineaCurso,
  lineaProducto,
  lineaTaller,
  MAX_LINEAS,
} from '#contract/ventas.ts';
import { ApiError } from '../../../api/client.ts';
import type { ItemRef } from './item.ts';

const { nombres, apellidos, email, telefono, empresaId, origen } = createCliente.body.shape;

const persona = z.discriminatedUnion('tipo', [
  z.object({ tipo: z.literal('EXISTENTE'), clienteId: z.int('Elige a la persona.') }),
  z.object({
    tipo: z.literal('NUEVA'),
    nombres,
    apellidos,
    email,
    telefono,
    empresaId,
    origen: z.enum(origen.options, 'Elige cómo llegó.'),
  }),
]);

/** A seat's name may stay blank here; blank ones are not sent. */
const nombre = z.object({ nombres: z.string().max(80), apellidos: z.string().max(80) });
/** Asked for and left blank, it would be a sale at full price that nobody meant. */
const conDescuento = z.boolean();
const linea = z
  .discriminatedUnion('tipo', [
    lineaTaller.extend({ asistentes: z.array(nombre), conDescuento }),
    lineaCurso.extend({ conDescuento }),
    lineaProducto.extend({ conDescuento }),
  ])
  .refine(({ conDescuento, descuento }) => !conDescuento || Boolean(descuento), {
    path: ['descuento'],
    error: 'Escribe cuánto se descuenta.',
  });

/** What the screen collects: who, what, and what goes with it. */
export const ventaSchema = z.object({
  persona,
  empresaId: id.nullable(),
  lineas: z
    .array(linea)
    .min(1, 'Agrega lo que se vende: un taller, un curso o un kit.')
    .max(MAX_LINEAS, `Una venta tiene a lo más ${MAX_LINEAS} líneas.`),
  venceEn: instante.optional(),
  pago: pagoCampos.optional(),
});

export type VentaValues = z.input<typeof ventaSchema>;
export type LineaValues = VentaValues['lineas'][number];
export type NuevaPersona = Extract<VentaValues['persona'], { tipo: 'NUEVA' }>;

/** A line of one, as it starts. */
export function nuevaLinea({ tipo, id }: ItemRef): LineaValues {
  const descuento = { conDescuento: false, descuento: undefined, descuentoMotivo: '' };
  switch (tipo) {
    case 'TALLER':
      return { tipo, tallerId: id, cantidad: 1, asistentes: [], ...descuento };
    case 'CURSO':
      return { tipo, cursoId: id, ...descuento };
    case 'PRODUCTO':
      return { tipo, productoId: id, cantidad: 1, ...descuento };
  }
}

export function itemRefDe(linea: LineaValues): ItemRef {
  switch (linea.tipo) {
    case 'TALLER':
      return { tipo: linea.tipo, id: linea.tallerId };
    case 'CURSO':
      return { tipo: linea.tipo, id: linea.cursoId };
    case 'PRODUCTO':
      return { tipo: linea.tipo, id: linea.productoId };
  }
}

/** The new person as the API takes it: a contact of a company is B2B. */
export function clienteBody({
  tipo: _,
  ...persona
}: NuevaPersona): z.input<typeof createCliente.body> {
  return { ...persona, tipo: persona.empresaId ? 'B2B' : 'B2C' };
}

function lineaBody({
  conDescuento: _,
  ...linea
}: LineaValues): z.input<typeof createVenta.body>['lineas'][number] {
  if (linea.tipo !== 'TALLER') return linea;
  const { asistentes, ...rest } = linea;
  const named = asistentes.slice(0, linea.cantidad).filter((one) => one.nombres.trim());
  return named.length > 0 ? { ...rest, asistentes: named } : rest;
}

/** The sale as the API takes it. */
export function ventaBody(
  { empresaId, lineas, venceEn, pago }: VentaValues,
  clienteId: number,
): z.input<typeof createVenta.body> {
  return {
    clienteId,
    ...(empresaId ? { empresaId } : {}),
    lineas: lineas.map(lineaBody),
    ...(venceEn ? { venceEn } : {}),
    ...(pago ? { pago } : {}),
  };
}

/** The same refusal with its fields named as this screen names them. */
export function renamed(error: unknown, rename: (campo: string) => string): unknown {
  if (!(error instanceof ApiError)) return error;
  return new ApiError({
    status: error.status,
    code: error.code,
    title: error.message,
    errores: error.fields.map(({ campo, mensaje }) => ({ campo: rename(campo), mensaje })),
    ...(error.reference ? { referencia: error.reference } : {}),
  });
}

export const fieldOfVenta = (campo: string) =>
  campo === 'clienteId' ? 'persona.clienteId' : campo;

const unidades = (linea: LineaValues) => (linea.tipo === 'CURSO' ? 1 : Number(linea.cantidad) || 0);

/** What a line will cost, in pesos: shown while it is typed; the server has the last word. */
export function subtotalDe(linea: LineaValues, precio: number): number {
  return Math.max(precio * unidades(linea) - (linea.descuento ?? 0), 0);
}
