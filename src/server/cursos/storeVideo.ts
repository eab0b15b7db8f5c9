import { MAX_VIDEO_BYTES } from '#contract/cursos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError, invalid } from '../core/errors.ts';
import { type Body, withPieces } from '../core/http/pieces.ts';
import { completeVideo, deleteVideo, insertTrozo, insertVideo } from './video.queries.ts';
import { tipoDeVideo } from './videoArchivo.policy.ts';

export type VideoGuardado = { id: string; nombre: string; tipo: string; bytes: number };

const tooLarge = () =>
  new AppError('CUERPO_MUY_GRANDE', 'El video pesa más de 512 MB. Comprímelo o súbelo a Vimeo.', {
    headers: { connection: 'close' },
  });

const cut = () =>
  new AppError('VALIDACION', 'El video no llegó completo. Súbelo de nuevo.', {
    fields: [{ campo: 'archivo', mensaje: 'El video no llegó completo.' }],
  });

/**
 * Keeps an uploaded video as it flows, in pieces of one mebibyte, of which it holds one at a time. The
 * pieces are written outside of a transaction, and are all taken away again when it fails.
 * @param declared the length that the sender announced, in bytes, if any.
 * @throws {AppError} VALIDACION on `archivo` when it is empty, no MP4 or WebM, or cut; CUERPO_MUY_GRANDE.
 */
export async function storeVideo(
  db: Db,
  ctx: Ctx,
  body: Body | null,
  { nombre, declared }: { nombre: string | undefined; declared: number | undefined },
): Promise<VideoGuardado> {
  if (declared !== undefined && declared > MAX_VIDEO_BYTES) throw tooLarge();
  if (!body) throw invalid('archivo', 'Elige un video.');
  return withPieces(body, cut, (pieces) => store(db, ctx, pieces, nombre, declared));
}

async function store(
  db: Db,
  ctx: Ctx,
  pieces: AsyncIterable<Buffer>,
  given: string | undefined,
  declared: number | undefined,
): Promise<VideoGuardado> {
  let video: VideoGuardado | undefined;
  let numero = 0;
  try {
    for await (const datos of pieces) {
      video ??= await begin(db, ctx, datos, given);
      video.bytes += datos.length;
      if (video.bytes > MAX_VIDEO_BYTES) throw tooLarge();
      await insertTrozo(db, { videoId: video.id, numero, datos });
      numero += 1;
    }
    if (!video) throw invalid('archivo', 'Elige un video.');
    if (declared !== undefined && declared !== video.bytes) throw cut();
    await finish(db, ctx, video);
    return video;
  } catch (error) {
    if (video) await deleteVideo(db, video.id);
    throw error;
  }
}

async function begin(
  db: Db,
  ctx: Ctx,
  first: Buffer,
  given: string | undefined,
): Promise<VideoGuardado> {
  const tipo = tipoDeVideo(first);
  if (!tipo) throw invalid('archivo', 'Sube un video MP4 o WebM.');
  const nombre = given ?? (tipo === 'video/mp4' ? 'video.mp4' : 'video.webm');
  const id = await insertVideo(db, {
    nombre,
    tipo,
    creadoEn: ctx.now,
    creadoPor: ctx.usuarioId,
  });
  return { id, nombre, tipo, bytes: 0 };
}

async function finish(db: Db, ctx: Ctx, { id, ...despues }: VideoGuardado): Promise<void> {
  await transaction(db, async (trx) => {
    await completeVideo(trx, id, despues.bytes);
    await audit(trx, ctx, { accion: 'CREAR', entidad: 'VIDEO', entidadId: id, despues });
  });
}
