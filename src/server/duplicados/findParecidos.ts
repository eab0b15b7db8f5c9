import type { z } from 'zod';
import type { findParecidos as endpoint, Parecidos } from '#contract/duplicados.ts';
import { email, rut, telefono } from '#contract/fields.ts';
import type { Db } from '../core/db/connect.ts';
import { selectParecidos } from './parecidos.queries.ts';

const MAX = 5;

/** Who may already be there, of what is typed so far; what is not yet complete does not count. */
export async function findParecidos(
  db: Db,
  input: z.output<typeof endpoint.body>,
): Promise<Parecidos> {
  const escrito = {
    nombres: input.nombres?.trim() || null,
    apellidos: input.apellidos?.trim() ?? '',
    email: complete(email, input.email),
    telefono: complete(telefono, input.telefono),
    rut: complete(rut, input.rut),
    comuna: input.comuna || null,
    excepto: input.excepto ?? null,
  };
  const named = escrito.nombres !== null && escrito.apellidos !== '';
  if (!named && !escrito.email && !escrito.telefono && !escrito.rut) return [];
  return selectParecidos(db, escrito, MAX);
}

function complete(field: z.ZodType<string>, text: string | undefined): string | null {
  const parsed = field.safeParse(text);
  return parsed.success ? parsed.data : null;
}
