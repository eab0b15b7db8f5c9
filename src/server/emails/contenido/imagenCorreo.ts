import { loadSharp } from '../../archivos/loadSharp.ts';
import type { Db } from '../../core/db/connect.ts';
import { found } from '../../core/errors.ts';
import { readImagen } from './imagen.queries.ts';

export type ImagenCorreo = { tipo: 'image/png' | 'image/jpeg'; bytes: Uint8Array<ArrayBuffer> };

/** Twice the width of a message, for sharp screens. */
const MAX_WIDTH = 1_200;
const JPEG_QUALITY = 82;
/** Those of the last campaigns: all who open a message ask for the same few. */
const KEPT = 16;

async function encode(db: Db, id: string): Promise<ImagenCorreo> {
  const { contenido } = found(await readImagen(db, id), 'esa imagen');
  const sharp = await loadSharp();
  const image = sharp(contenido).resize({ width: MAX_WIDTH, withoutEnlargement: true });
  const { hasAlpha } = await sharp(contenido).metadata();
  const bytes = hasAlpha
    ? await image.png({ compressionLevel: 9, palette: true }).toBuffer()
    : await image.jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toBuffer();
  return { tipo: hasAlpha ? 'image/png' : 'image/jpeg', bytes: new Uint8Array(bytes) };
}

/** Makes stored images what every program of mail shows: PNG where one sees through them, else JPEG. */
export function createImagenesCorreo(db: Db) {
  const kept = new Map<string, Promise<ImagenCorreo>>();

  /** @throws {AppError} NO_ENCONTRADO */
  return (id: string): Promise<ImagenCorreo> => {
    const imagen = kept.get(id) ?? encode(db, id);
    kept.delete(id);
    kept.set(id, imagen);
    imagen.catch(() => kept.delete(id));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return imagen;
  };
}
