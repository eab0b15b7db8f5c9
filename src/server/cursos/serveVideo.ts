import type { Context } from 'hono';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { TROZO_BYTES } from '../core/http/pieces.ts';
import { selectTrozo, selectVideo } from './video.queries.ts';
import { readRange, type Tramo } from './videoArchivo.policy.ts';

/**
 * Answers with an uploaded video or the part of it that `Range` asks for, read piece by piece as the
 * viewer takes it. Whoever calls has checked that the viewer may see it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function serveVideo(db: Db, c: Context, videoId: string): Promise<Response> {
  const { tipo, bytes } = found(await selectVideo(db, videoId), 'ese video');
  // A video never changes under its id, but its lesson may show another one tomorrow.
  const etag = `"${videoId}"`;
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const ifRange = c.req.header('if-range');
  const wanted = ifRange === undefined || ifRange === etag ? c.req.header('range') : undefined;
  const tramo = readRange(wanted, bytes);
  if (tramo === null) {
    return c.body(null, 416, { ...headers, 'content-range': `bytes */${bytes}` });
  }
  const { desde, hasta } = tramo ?? { desde: 0, hasta: bytes - 1 };
  return c.body(stream(db, videoId, { desde, hasta }), tramo ? 206 : 200, {
    ...headers,
    'content-type': tipo,
    'content-length': String(hasta - desde + 1),
    ...(tramo ? { 'content-range': `bytes ${desde}-${hasta}/${bytes}` } : {}),
  });
}

function stream(db: Db, videoId: string, { desde, hasta }: Tramo): ReadableStream<Uint8Array> {
  let at = desde;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const start = at % TROZO_BYTES;
        const length = Math.min(TROZO_BYTES - start, hasta + 1 - at);
        const numero = Math.floor(at / TROZO_BYTES);
        const datos = await selectTrozo(db, { videoId, numero, start, length });
        if (datos?.length !== length) throw new Error(`video ${videoId} lacks piece ${numero}`);
        controller.enqueue(new Uint8Array(datos));
        at += length;
        if (at > hasta) controller.close();
      },
    },
    // Nothing is read ahead of the viewer.
    { highWaterMark: 0 },
  );
}
