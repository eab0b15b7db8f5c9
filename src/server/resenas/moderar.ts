import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';

async function lockResena(trx: Trx, id: number, version: number) {
  const row = found(
    await trx
      .selectFrom('resena')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
    'esa reseña',
  );
  if (row.version !== version) {
    throw new AppError(
      'CONFLICTO_VERSION',
      'Esta reseña cambió mientras la mirabas. Recarga y vuelve a leerla.',
    );
  }
  return row;
}

type Moderacion = {
  estado: 'PUBLICADA' | 'RECHAZADA';
  motivo?: string | null | undefined;
  version: number;
};

/**
 * Publishes or rejects a review, also one that was decided otherwise before.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION when it is rejected without a reason.
 */
export async function moderateResena(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { estado, motivo, version }: Moderacion,
): Promise<void> {
  const antes = await lockResena(trx, id, version);
  if (estado === 'RECHAZADA' && !motivo) {
    throw invalid('motivo', 'Escribe por qué se rechaza, para el equipo.');
  }
  const rechazoMotivo = estado === 'RECHAZADA' ? (motivo ?? null) : null;
  if (antes.estado === estado && antes.rechazoMotivo === rechazoMotivo) return;
  await trx
    .updateTable('resena')
    .set({
      estado,
      rechazoMotivo,
      moderadaEn: ctx.now,
      moderadaPor: ctx.usuarioId,
      version: version + 1,
      actualizadoEn: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  await audit(trx, ctx, {
    accion: estado === 'PUBLICADA' ? 'PUBLICAR' : 'RECHAZAR',
    entidad: 'RESENA',
    entidadId: id,
    antes,
    despues: { estado, rechazoMotivo },
  });
}

/**
 * Writes the school's reply, which shows once the review is published; an empty one takes it away.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, ESTADO_NO_PERMITE for a rejected review.
 */
export async function replyResena(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { respuesta = null, version }: { respuesta?: string | null | undefined; version: number },
): Promise<void> {
  const antes = await lockResena(trx, id, version);
  if (antes.estado === 'RECHAZADA') {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Esta reseña está rechazada. Publícala para responder.',
    );
  }
  if (antes.respuesta === respuesta) return;
  await trx
    .updateTable('resena')
    .set({
      respuesta,
      respondidaEn: respuesta === null ? null : ctx.now,
      respondidaPor: respuesta === null ? null : ctx.usuarioId,
      version: version + 1,
      actualizadoEn: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  await audit(trx, ctx, {
    accion: 'RESPONDER',
    entidad: 'RESENA',
    entidadId: id,
    antes,
    despues: { respuesta },
  });
}
