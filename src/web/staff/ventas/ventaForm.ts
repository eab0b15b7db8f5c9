import { z } from 'zod';
import { createCliente } from '#contract/clientes.ts';
import { pagoCampos } from '#contract/cobros.ts';
import { instante } from '#contract/fields.ts';
import { type createVenta, lineaVenta } from '#contract/ventas.ts';
import { ApiError } from '../../api/client.ts';

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

/** What the screen collects: who, which Taller, how many seats, and what goes with it. */
export const ventaSchema = z.object({
  persona,
  linea: lineaVenta
    .omit({ asistentes: true, tipo: true })
    .extend({ tallerId: z.int('Elige el taller.') }),
  asistentes: z.array(nombre),
  venceEn: instante.optional(),
  pago: pagoCampos.optional(),
});

export type VentaValues = z.input<typeof ventaSchema>;
export type NuevaPersona = Extract<VentaValues['persona'], { tipo: 'NUEVA' }>;

/** The new person as the API takes it: a contact of a company is B2B. */
export function clienteBody({
  tipo: _,
  ...persona
}: NuevaPersona): z.input<typeof createCliente.body> {
  return { ...persona, tipo: persona.empresaId ? 'B2B' : 'B2C' };
}

/** The sale as the API takes it. */
export function ventaBody(
  { linea, asistentes, venceEn, pago }: VentaValues,
  clienteId: number,
): z.input<typeof createVenta.body> {
  const named = asistentes.slice(0, linea.cantidad).filter((one) => one.nombres.trim());
  return {
    clienteId,
    lineas: [{ ...linea, tipo: 'TALLER', ...(named.length > 0 ? { asistentes: named } : {}) }],
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
  campo === 'clienteId' ? 'persona.clienteId' : campo.replace(/^lineas\.0\./, 'linea.');

/** What the person will be asked for, in pesos: shown while it is typed; the server has the last word. */
export function previewTotal(precio: number, linea: Partial<VentaValues['linea']>): number {
  return Math.max(precio * (linea.cantidad || 0) - (linea.descuento ?? 0), 0);
}
