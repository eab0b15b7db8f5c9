import { invalid } from '../core/errors.ts';
import { formatOf } from './imagen.policy.ts';
import { loadSharp } from './loadSharp.ts';

const MAX_ANCHO = 1600;
const MAX_ALTO = 4800;
/** A photo of 48 megapixels, the largest that phones take, still fits. */
const MAX_PIXELES = 50_000_000;

export type Imagen = { contenido: Buffer; ancho: number; alto: number };

let last: Promise<unknown> = Promise.resolve();

/**
 * Decodes an image by its content and encodes it anew as WebP: upright, at most 1600 px wide, without
 * metadata. One at a time, so that several large photos at once do not fill the memory.
 * @throws {AppError} VALIDACION on `archivo` when it is not an image we take, or is damaged.
 */
export function encodeImagen(bytes: Uint8Array): Promise<Imagen> {
  const mine = last.then(() => encode(bytes));
  last = mine.catch(() => {});
  return mine;
}

async function encode(bytes: Uint8Array): Promise<Imagen> {
  if (bytes.length === 0) throw invalid('archivo', 'Elige una imagen.');
  if (!formatOf(bytes)) throw invalid('archivo', 'Sube una imagen JPEG, PNG, WebP o AVIF.');
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELES, failOn: 'error' })
      .autoOrient()
      .resize({ width: MAX_ANCHO, height: MAX_ALTO, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { contenido: data, ancho: info.width, alto: info.height };
  } catch (error) {
    if (error instanceof Error && error.message.includes('pixel limit')) {
      throw invalid('archivo', 'La imagen tiene demasiados píxeles. Sube una más chica.');
    }
    throw invalid('archivo', 'La imagen está dañada o incompleta. Prueba con otra.');
  }
}
