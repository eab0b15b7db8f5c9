import { z } from 'zod';
import { esComuna } from './comunas.ts';
import { MAX_PESOS } from './money.ts';
import { formatPhone, parsePhone, suggestPhone } from './phone.ts';
import { parseRut } from './rut.ts';

const MAX_INT = 2_147_483_647;
// Control characters (Cc) but tab and line break, and the marks that change the direction of text.
const CONTROL = /(?![\t\r\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const LINE = /[\t\r\n]/;

const sinControl = (texto: string) => !CONTROL.test(texto) && texto.isWellFormed();

/** One line of text, trimmed, not empty. */
export function texto(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Escribe este dato.')
    .max(max, `Usa a lo más ${max} caracteres.`)
    .refine((t) => sinControl(t) && !LINE.test(t), 'Contiene caracteres que no se permiten.');
}

/** Several lines of text, trimmed, not empty. */
export function textoLargo(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Escribe este dato.')
    .max(max, `Usa a lo más ${max} caracteres.`)
    .refine(sinControl, 'Contiene caracteres que no se permiten.');
}

/** An optional field of a form: absent leaves it as it is, null or an empty text clears it. */
export function opcional<T>(schema: z.ZodType<T, string>) {
  return z
    .string()
    .nullable()
    .optional()
    .transform((valor, ctx): T | null | undefined => {
      if (valor === null || valor === undefined) return valor;
      if (valor.trim() === '') return null;
      const result = schema.safeParse(valor);
      if (result.success) return result.data;
      for (const issue of result.error.issues) {
        ctx.addIssue({ code: 'custom', message: issue.message });
      }
      return z.NEVER;
    });
}

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Usa a lo más 254 caracteres.')
  .pipe(z.email('Escribe un correo completo, como nombre@ejemplo.cl.'));

export const telefono = z
  .string()
  .max(40, 'Usa a lo más 40 caracteres.')
  .transform((valor, ctx): string => {
    const numero = parsePhone(valor);
    if (numero) return numero;
    const sugerido = suggestPhone(valor);
    ctx.addIssue({
      code: 'custom',
      message: sugerido
        ? `Escribe el número completo. ¿Quisiste decir ${formatPhone(sugerido)}?`
        : 'Escribe un teléfono con sus 9 dígitos, como 9 8765 4321.',
    });
    return z.NEVER;
  });

export const rut = z
  .string()
  .max(40, 'Usa a lo más 40 caracteres.')
  .transform((valor, ctx): string => {
    const limpio = parseRut(valor);
    if (limpio) return limpio;
    ctx.addIssue({
      code: 'custom',
      message: 'El RUT no es válido. Revisa los números y el dígito verificador.',
    });
    return z.NEVER;
  });

export const comuna = z.string().refine(esComuna, 'Elige una comuna de la lista.');

export const id = z
  .int('Debe ser un número.')
  .positive('Debe ser un número.')
  .max(Number.MAX_SAFE_INTEGER);

/** An id within a path or a query. */
export const idTexto = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'Debe ser un número.')
  .transform(Number);

/** The address of a public page, as `slugify` makes them. */
export const slug = z.string().regex(/^[a-z0-9-]{1,200}$/, 'No es una dirección válida.');

export const uuid = z.uuid('No es un identificador válido.');

/** Whole pesos, zero included. */
export const pesos = z
  .int('Escribe un monto en pesos, sin decimales.')
  .min(0, 'El monto no puede ser negativo.')
  .max(MAX_PESOS, 'El monto es demasiado grande.');

/** Whole pesos, more than zero. */
export const pesosPositivos = z
  .int('Escribe un monto en pesos, sin decimales.')
  .min(1, 'El monto debe ser mayor que cero.')
  .max(MAX_PESOS, 'El monto es demasiado grande.');

export const cantidad = (max: number) =>
  z
    .int('Escribe un número entero.')
    .min(1, 'Debe ser al menos 1.')
    .max(max, `Debe ser a lo más ${max}.`);

export const version = z.int('Falta la versión.').min(1).max(MAX_INT);

/** A plain date, `YYYY-MM-DD`. */
export const fecha = z.iso
  .date('Escribe una fecha válida.')
  .refine((valor) => valor >= '1900' && valor < '2200', 'Escribe una fecha válida.');

/** An instant, ISO 8601 in UTC. */
export const instante = z.iso
  .datetime({ error: 'Escribe una fecha y hora válidas.' })
  .refine((valor) => valor >= '1900' && valor < '2200', 'Escribe una fecha y hora válidas.');

export const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Elige un color.')
  .toLowerCase();

export const zona = z.string().max(60).refine(esZona, 'Elige una zona horaria.');

function esZona(valor: string): boolean {
  try {
    new Intl.DateTimeFormat('es-CL', { timeZone: valor });
    return valor.includes('/');
  } catch {
    return false;
  }
}

/** Several values in one query parameter, joined by commas. */
export function lista<T extends z.ZodType<unknown, string>>(schema: T) {
  return z
    .string()
    .max(2000)
    .transform((valor) => valor.split(',').filter(Boolean))
    .pipe(z.array(schema).max(100));
}

export const busqueda = z
  .string()
  .trim()
  .max(120, 'Usa a lo más 120 caracteres.')
  .refine(sinControl, 'Contiene caracteres que no se permiten.');

/** `limite` and `cursor` of every list. */
export const pagina = {
  limite: z
    .string()
    .regex(/^\d{1,3}$/, 'Debe ser un número de 1 a 100.')
    .transform(Number)
    .pipe(
      z.int().min(1, 'Debe ser un número de 1 a 100.').max(100, 'Debe ser un número de 1 a 100.'),
    )
    .optional(),
  cursor: z.string().max(1000).optional(),
};

/** The answer of a list: exact `total` up to 10,000, then 10,000 and `totalEsMinimo`. */
export function listaDe<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    siguiente: z.string().nullable(),
    total: z.int(),
    totalEsMinimo: z.boolean().optional(),
  });
}

export const porId = z.strictObject({ id: idTexto });
export const porUuid = z.strictObject({ id: uuid });
