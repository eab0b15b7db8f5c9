import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors.ts';

type Reader = ReadableStreamDefaultReader<Uint8Array>;
export type Body = ReadableStream<Uint8Array>;

/** Each piece of a file has this many bytes; its last one may have fewer. */
export const TROZO_BYTES = 1024 * 1024;

/** How much of a refused body is read on, so that its sender gets to see the answer. */
const MAX_DISCARDED = 64 * 1024 * 1024;
const DISCARD_MS = 20_000;

/** A body that stands still for so long keeps a place from others. */
const STILL_MS = 60_000;

const tooSlow = () =>
  new AppError('CUERPO_LENTO', 'El archivo tardó demasiado en llegar. Intenta de nuevo.', {
    headers: { connection: 'close' },
  });

/**
 * Hands a body over in pieces of one size, but the last, of which it holds one at a time; a piece is overwritten once
 * the next one is asked for. When what is done with them fails, the rest is read and forgotten.
 * @param cut the error of a body that ends before its end.
 * @throws {AppError} CUERPO_LENTO; what `cut` makes; whatever `work` throws.
 */
export async function withPieces<T>(
  body: Body,
  cut: () => AppError,
  work: (pieces: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  const reader = body.getReader();
  try {
    return await work(readPieces(reader, cut));
  } catch (error) {
    await Promise.race([discard(reader), sleep(DISCARD_MS, undefined, { ref: false })]);
    throw error;
  } finally {
    reader.releaseLock();
  }
}

async function* readPieces(reader: Reader, cut: () => AppError): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(TROZO_BYTES);
  let filled = 0;
  for (;;) {
    const { done, value } = await read(reader, cut);
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

function read(reader: Reader, cut: () => AppError) {
  const still = Promise.withResolvers<never>();
  const timer = setTimeout(() => still.reject(tooSlow()), STILL_MS);
  const next = reader.read().catch(() => {
    throw cut();
  });
  // Whoever is cut off for standing still fails afterwards too, and nobody listens by then.
  next.catch(() => {});
  return Promise.race([next, still.promise]).finally(() => clearTimeout(timer));
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
