import { MAX_VIDEO_BYTES } from '#contract/cursos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError, invalid } from '../core/errors.ts';
import {
  completeVideo,
  deleteVideo,
  insertTrozo,
  insertVideo,
  TROZO_BYTES,
} from './video.queries.ts';
import { tipoDeVideo } from './videoArchivo.policy.ts';

type Body = ReadableStream<Uint8Array>;
type Reader = ReadableStreamDefaultReader<Uint8Array>;
export type VideoGuardado = { id: string; nombre: string; tipo: string; bytes: number };

const tooLarge = () =>
  new AppError('CUERPO_MUY_GRANDE', 'El video pesa más de 512 MB. Comprímelo o súbelo a Vimeo.', {
    headers: { connection: 'close' },
  });

const cut = () =>
  new AppError('VALIDACION', 'El video no llegó completo. Súbelo de nuevo.', {
    fields: [{ campo: 'archivo', mensaje: 'El video no llegó completo.' }],
  });

/** How much of a refused body is read on, so that its sender gets to see the answer. */
const MAX_DISCARDED = 64 * 1024 * 1024;

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
  const reader = body.getReader();
  try {
    return await store(db, ctx, readPieces(reader), nombre, declared);
  } catch (error) {
    await discard(reader);
    throw error;
  } finally {
    reader.releaseLock();
  }
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

/** The body in pieces of one size, but the last. A piece is overwritten once the next one is asked for. */
async function* readPieces(reader: Reader): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(TROZO_BYTES);
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw cut();
    });
    if (done) break;
    for (let at = 0; at < value.length; ) {
      const part = value.subarray(at, at + TROZO_BYTES - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === TROZO_BYTES) {
        yield piece;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

async function discard(reader: Reader): Promise<void> {
  try {
    for (let bytes = 0; bytes < MAX_DISCARDED; ) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
    }
  } catch {
    // The sender is gone; there is nobody to answer.
  }
}
