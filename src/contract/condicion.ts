import { z } from 'zod';
import { estadoCliente, origen, tipoCliente } from './clientes.ts';
import { estadoPago } from './cobros.ts';
import { busqueda, comuna, fecha, id, pesos, texto, uuid } from './fields.ts';
import { resultadoInteraccion, tipoInteraccion } from './interacciones.ts';

/** How deep groups may stand within groups, and how many conditions there may be in all. */
export const MAX_NIVELES = 4;
export const MAX_HOJAS = 40;
/** Groups, negations and conditions together. */
const MAX_NODOS = 100;

const ids = z.array(id).min(1, 'Elige al menos uno.').max(100);
const dias = z.int('Escribe un número de días.').min(1).max(3650);

/** When: between local dates of the business, both included, or counted back from today. */
export const cuando = z.union([
  z
    .strictObject({ desde: fecha.optional(), hasta: fecha.optional() })
    .refine((c) => c.desde || c.hasta, {
      message: 'Elige al menos una fecha.',
      path: ['desde'],
    }),
  z.strictObject({ ultimosDias: dias }),
  z.strictObject({ haceMasDeDias: dias }),
]);
export type Cuando = z.output<typeof cuando>;

const veces = {
  min: z.int().min(1).max(1000).optional(),
  max: z.int().min(1).max(1000).optional(),
};

/** One thing that is known of a person. Absent parts do not narrow. */
export const hoja = z.discriminatedUnion('campo', [
  z.strictObject({ campo: z.literal('texto'), contiene: busqueda.min(1, 'Escribe qué buscar.') }),
  z.strictObject({
    campo: z.literal('estado'),
    en: z.array(estadoCliente).min(1, 'Elige al menos uno.'),
  }),
  z.strictObject({ campo: z.literal('tipo'), es: tipoCliente }),
  /** ALGUNO of them, or TODOS. */
  z.strictObject({
    campo: z.literal('interes'),
    modo: z.enum(['ALGUNO', 'TODOS']),
    intereses: ids,
  }),
  z.strictObject({ campo: z.literal('origen'), en: z.array(origen).min(1, 'Elige al menos uno.') }),
  z.strictObject({
    campo: z.literal('utm'),
    parte: z.enum(['utmSource', 'utmMedium', 'utmCampaign', 'referidoPor']),
    contiene: texto(120),
  }),
  z.strictObject({
    campo: z.literal('comuna'),
    en: z.array(comuna).min(1, 'Elige al menos una.').max(100),
  }),
  /** Code of the region, two digits. */
  z.strictObject({
    campo: z.literal('region'),
    en: z
      .array(z.string().regex(/^\d{2}$/))
      .min(1, 'Elige al menos una.')
      .max(16),
  }),
  z.strictObject({ campo: z.literal('empresa'), empresas: ids }),
  /** Null is nobody. */
  z.strictObject({ campo: z.literal('responsable'), en: z.array(uuid.nullable()).min(1).max(50) }),
  z.strictObject({
    campo: z.literal('tiene'),
    dato: z.enum([
      'email',
      'telefono',
      'rut',
      'fechaNacimiento',
      'comuna',
      'notas',
      'cuentaPortal',
    ]),
  }),
  z.strictObject({ campo: z.literal('capturado'), cuando }),
  /** Born in one of these months (1 to 12). */
  z.strictObject({
    campo: z.literal('cumpleanos'),
    meses: z.array(z.int().min(1).max(12)).min(1, 'Elige al menos uno.'),
  }),
  z.strictObject({
    campo: z.literal('edad'),
    min: z.int().min(0).max(120).optional(),
    max: z.int().min(0).max(120).optional(),
  }),
  /** May be written to with news: consent given, and nothing that stops it. */
  z.strictObject({ campo: z.literal('recibeNovedades') }),
  z.strictObject({ campo: z.literal('actividad'), cuando }),
  /** Bought and not annulled. `de` narrows to the things named; `intereses` to what belongs to them. */
  z.strictObject({
    campo: z.literal('compra'),
    de: z
      .strictObject({
        talleres: z.array(id).max(100).optional(),
        cursos: z.array(id).max(100).optional(),
        productos: z.array(id).max(100).optional(),
        intereses: z.array(id).max(100).optional(),
        clases: z.array(z.enum(['TALLER', 'CURSO', 'PRODUCTO'])).optional(),
      })
      .optional(),
    estados: z.array(estadoPago.exclude(['ANULADO'])).optional(),
    cuando: cuando.optional(),
    veces: z.strictObject(veces).optional(),
  }),
  /** Net paid, in pesos, within a time or ever. */
  z.strictObject({
    campo: z.literal('gasto'),
    min: pesos.optional(),
    max: pesos.optional(),
    cuando: cuando.optional(),
  }),
  /** Still owed over all sales, in pesos. */
  z.strictObject({ campo: z.literal('saldo'), min: pesos.optional(), max: pesos.optional() }),
  /** Marked PRESENTE, or AUSENTE. */
  z.strictObject({
    campo: z.literal('asistencia'),
    estado: z.enum(['PRESENTE', 'AUSENTE']),
    talleres: z.array(id).max(100).optional(),
    cuando: cuando.optional(),
  }),
  /** Waits for a seat now. */
  z.strictObject({ campo: z.literal('espera'), talleres: z.array(id).max(100).optional() }),
  z.strictObject({
    campo: z.literal('resena'),
    min: z.int().min(1).max(5).optional(),
    max: z.int().min(1).max(5).optional(),
    cuando: cuando.optional(),
  }),
  z.strictObject({
    campo: z.literal('contacto'),
    tipos: z.array(tipoInteraccion).optional(),
    resultados: z.array(resultadoInteraccion).optional(),
    cuando: cuando.optional(),
  }),
  z.strictObject({
    campo: z.literal('correo'),
    evento: z.enum(['RECIBIDO', 'ABIERTO', 'CLIC', 'REBOTADO']),
    campanas: z.array(id).max(100).optional(),
    cuando: cuando.optional(),
    veces: z.strictObject(veces).optional(),
  }),
]);
export type Hoja = z.output<typeof hoja>;
export type Campo = Hoja['campo'];

/** All of `y`, any of `o`, or not `no`. */
export type Condicion = Hoja | { y: Condicion[] } | { o: Condicion[] } | { no: Condicion };

const arbol: z.ZodType<Condicion> = z.lazy(() =>
  z.union([
    z.strictObject({ y: z.array(arbol).max(MAX_HOJAS) }),
    z.strictObject({ o: z.array(arbol).min(1, 'Agrega al menos una condición.').max(MAX_HOJAS) }),
    z.strictObject({ no: arbol }),
    hoja,
  ]),
);

/** @returns how deep groups stand within groups (a negation is no group), and how many conditions there are. */
export function medidas(c: Condicion): { niveles: number; hojas: number } {
  if ('no' in c) return medidas(c.no);
  const hijos = 'y' in c ? c.y : 'o' in c ? c.o : undefined;
  if (!hijos) return { niveles: 1, hojas: 1 };
  const partes = hijos.map(medidas);
  return {
    niveles: 1 + Math.max(0, ...partes.map((p) => p.niveles)),
    hojas: partes.reduce((n, p) => n + p.hojas, 0),
  };
}

/** Within what a person can read, and a database can answer. An empty `y` is everyone. */
export const condicion = z.unknown().transform((valor, ctx): Condicion => {
  const unfit = problemaDeForma(valor);
  if (unfit) {
    ctx.addIssue({ code: 'custom', message: unfit });
    return z.NEVER;
  }
  const leido = arbol.safeParse(valor);
  if (!leido.success) {
    for (const issue of leido.error.issues) {
      ctx.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    }
    return z.NEVER;
  }
  const { niveles, hojas } = medidas(leido.data);
  if (niveles > MAX_NIVELES + 1) ctx.addIssue({ code: 'custom', message: MUY_HONDO });
  if (hojas > MAX_HOJAS) {
    ctx.addIssue({ code: 'custom', message: `Usa a lo más ${MAX_HOJAS} condiciones.` });
  }
  return leido.data;
});

const MUY_HONDO = 'Hay demasiados grupos dentro de grupos.';

/** What is wrong with the groups of a value of any kind, looked at no further than it matters. */
function problemaDeForma(valor: unknown): string | undefined {
  const porVer = [{ nodo: valor, nivel: 0 }];
  for (let visto = 0; visto < porVer.length; visto += 1) {
    const { nodo, nivel } = porVer[visto] ?? { nodo: undefined, nivel: 0 };
    if (nivel > 3 * MAX_NIVELES) return MUY_HONDO;
    if (typeof nodo !== 'object' || nodo === null) continue;
    const { y, o, no } = nodo as { y?: unknown; o?: unknown; no?: unknown };
    const listas = [y, o].filter((parte) => Array.isArray(parte));
    if (nivel > 0 && listas.some((lista) => lista.length === 0)) {
      return 'Hay un grupo vacío: agrégale una condición o quítalo.';
    }
    const hijos = no === undefined ? listas : [...listas, [no]];
    const cuantos = hijos.reduce((n, lista) => n + lista.length, porVer.length);
    if (cuantos > MAX_NODOS) return `Usa a lo más ${MAX_NODOS} condiciones y grupos en total.`;
    for (const hijo of hijos.flat()) porVer.push({ nodo: hijo, nivel: nivel + 1 });
  }
  return undefined;
}
