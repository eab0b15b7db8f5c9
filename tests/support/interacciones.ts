import type { Rol } from '#contract/permisos.ts';
import { addDays, localDate } from '#server/core/time.ts';
import type { TestApp } from './app.ts';

/** The id of the user that `app.as(rol)` signs in. */
export async function idDe(app: TestApp, rol: Rol): Promise<string> {
  await app.as(rol);
  const { id } = await app.services.deps.db
    .selectFrom('usuario')
    .select('id')
    .where('email', '=', `${rol.toLowerCase()}@prueba.cl`)
    .executeTakeFirstOrThrow();
  return id;
}

/** The local date of the business some days from today. */
export function today(days = 0): string {
  return addDays(localDate(new Date().toISOString(), 'America/Santiago'), days);
}
