import { getImagenCorreo } from '#contract/suscripcion.ts';
import type { Deps } from '../../core/context.ts';
import { on } from '../../core/http/route.ts';
import { createImagenesCorreo } from './imagenCorreo.ts';

export function imagenesCorreoRoutes({ db }: Deps) {
  const imagenCorreo = createImagenesCorreo(db);
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
      const { tipo, bytes } = await imagenCorreo(params.id);
      return c.body(bytes, 200, { ...headers, 'content-type': tipo });
    }),
  ];
}
