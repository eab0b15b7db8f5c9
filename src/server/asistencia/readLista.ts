import type { getAsistencia } from '#contract/asistencia.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { abreEn } from './asistencia.policy.ts';
import { selectLista } from './asistencia.queries.ts';

/** The roll of a Taller, seat by seat. @throws {AppError} NO_ENCONTRADO */
export async function readLista(
  db: Db,
  tallerId: number,
  now: string,
): Promise<Answer<typeof getAsistencia>> {
  const taller = found(
    await db
      .selectFrom('taller')
      .select(['iniciaEn', 'estado'])
      .where('id', '=', tallerId)
      .executeTakeFirst(),
    'ese taller',
  );
  const puestos = await selectLista(db, tallerId);
  const opens = abreEn(taller.iniciaEn);
  const count = (wanted: 'PRESENTE' | 'AUSENTE' | null) =>
    puestos.filter(({ asistencia }) => asistencia === wanted).length;
  return {
    puestos,
    presentes: count('PRESENTE'),
    ausentes: count('AUSENTE'),
    sinMarcar: count(null),
    abierta: taller.estado === 'PUBLICADO' && opens <= now,
    abreEn: opens,
  };
}
