import { sql } from 'kysely';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found, invalid } from '../core/errors.ts';
import { lockCurso } from './cursos.queries.ts';

/**
 * Puts the lessons of a Curso in the order of their ids: all of them, each once.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION.
 */
export async function orderLecciones(
  trx: Trx,
  ctx: Ctx,
  cursoId: number,
  ids: number[],
): Promise<void> {
  found(await lockCurso(trx, cursoId), 'ese curso');
  const rows = await trx
    .selectFrom('leccion')
    .select('id')
    .where('cursoId', '=', cursoId)
    .orderBy('orden')
    .execute();
  const antes = rows.map((row) => row.id);
  const given = new Set(ids);
  const complete = ids.length === antes.length && antes.every((id) => given.has(id));
  if (!complete) {
    throw invalid('lecciones', 'La lista no es la de este curso. Recarga y ordena de nuevo.');
  }
  await sql`update leccion set orden = nuevo.orden
    from unnest(${ids}::bigint[]) with ordinality nuevo (id, orden)
    where leccion.id = nuevo.id and leccion.orden <> nuevo.orden`.execute(trx);
  await audit(trx, ctx, {
    accion: 'ORDENAR',
    entidad: 'CURSO',
    entidadId: cursoId,
    antes: { lecciones: antes },
    despues: { lecciones: ids },
  });
}
