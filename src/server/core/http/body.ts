import type { Context } from 'hono';
import { AppError } from '../errors.ts';

export const MAX_JSON_BYTES = 256 * 1024;

const tooLarge = () =>
  new AppError('CUERPO_MUY_GRANDE', 'Lo que enviaste es demasiado grande.', {
    headers: { connection: 'close' },
  });

/** Who sends a small body byte by byte keeps a place from others. */
const JSON_MS = 30_000;

const tooSlow = () =>
  new AppError('CUERPO_LENTO', 'Lo que enviaste tardó demasiado en llegar. Intenta de nuevo.', {
    headers: { connection: 'close' },
  });

/**
 * The bytes of a body, read no further than the limit in bytes, and no longer than `ms`.
 * @throws {AppError} CUERPO_MUY_GRANDE, CUERPO_LENTO
 */
export async function readBytes(
  c: Context,
  max: number,
  ms: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooSlow()), ms);
  const bytes = read(c, max);
  // Whoever is cut off for being late fails afterwards too, and nobody listens by then.
  bytes.catch(() => {});
  return Promise.race([bytes, late.promise]).finally(() => clearTimeout(timer));
}

async function read(c: Context, max: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(c.req.header('content-length') ?? 0) > max) throw tooLarge();
  if (!c.req.header('transfer-encoding')) return new Uint8Array(await c.req.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * A JSON body; without one, an empty object, so that validation names each missing field.
 * @throws {AppError} TIPO_NO_SOPORTADO, CUERPO_MUY_GRANDE, CUERPO_LENTO or JSON_INVALIDO
 */
export async function readJson(c: Context): Promise<{ value: unknown; text: string }> {
  const bytes = await readBytes(c, MAX_JSON_BYTES, JSON_MS);
  if (bytes.length === 0) return { value: {}, text: '' };
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type)) {
    throw new AppError('TIPO_NO_SOPORTADO', 'Envía los datos como application/json.');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value: JSON.parse(text), text };
  } catch {
    throw new AppError('JSON_INVALIDO', 'Lo que enviaste no es JSON válido.');
  }
}
