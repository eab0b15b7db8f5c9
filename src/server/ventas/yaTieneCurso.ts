import { sql } from 'kysely';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';

/**
 * Refuses a course that the person has, or has reserved. Their Cliente is locked by now, so that two sales at
 * once cannot both pass; an access that ended, or a hold that ran out, may be bought again.
 * @throws {AppError} YA_INSCRITO
 */
export async function assertSinAcceso(
  trx: Trx,
  { now }: Ctx,
  clienteId: number,
  cursoIds: number[],
  canal: 'WEB' | 'STAFF',
): Promise<void> {
  const { rows } = await sql<{ titulo: string }>`
    select curso.titulo from inscripcion_curso i
    join cobro on cobro.id = i.cobro_id join curso on curso.id = i.curso_id
    where i.cliente_id = ${clienteId} and i.curso_id = any(${cursoIds}::bigint[]) and i.anulada_en is null
      and (i.acceso_hasta is null or i.acceso_hasta > ${now}::timestamptz)
      and not (cobro.estado = 'PENDIENTE' and cobro.vence_en is not null and cobro.vence_en <= ${now}::timestamptz)
    limit 1`.execute(trx);
  const [taken] = rows;
  if (!taken) return;
  const curso = `el curso «${taken.titulo}»`;
  throw new AppError(
    'YA_INSCRITO',
    canal === 'WEB'
      ? `Ya tienes ${curso} con este correo. Entra a tu portal para verlo o pagarlo.`
      : `Esta persona ya tiene ${curso}.`,
  );
}
