import { getImagenCorreo } from '#contract/suscripcion.ts';
import { loadSharp } from '../../archivos/loadSharp.ts';
import type { Deps } from '../../core/context.ts';
import { found } from '../../core/errors.ts';
import { on } from '../../core/http/route.ts';
import { readImagen } from './imagen.queries.ts';

const JPEG_QUALITY = 82;

export function imagenesCorreoRoutes({ db }: Deps) {
  return [
    on(getImagenCorreo, async ({ params, c }) => {
      const etag = `"${params.id}-correo"`;
      const headers = {
        etag,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      };
      // An image never changes under its id, so a caller who holds it needs no look at the database.
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
      const { contenido } = found(await readImagen(db, params.id), 'esa imagen');
      const sharp = await loadSharp();
      const image = sharp(contenido);
      const { hasAlpha } = await image.metadata();
      const bytes = hasAlpha
        ? await image.png({ compressionLevel: 9, palette: true }).toBuffer()
        : await image.jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toBuffer();
      const type = hasAlpha ? 'image/png' : 'image/jpeg';
      return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-type': type });
    }),
  ];
}
