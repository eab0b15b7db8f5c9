import * as contract from '#contract/archivos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { selectArchivo } from './archivos.queries.ts';
import { encodeImagen } from './encodeImagen.ts';
import { storeImagen } from './storeImagen.ts';

export function archivosRoutes({ db }: Deps) {
  return [
    on(contract.uploadImagen, async ({ bytes, ctx }) => {
      const imagen = await encodeImagen(bytes ?? new Uint8Array());
      const id = await transaction(db, (trx) => storeImagen(trx, ctx, imagen));
      return { id, url: contract.imagenUrl(id), ancho: imagen.ancho, alto: imagen.alto };
    }),

    on(contract.getImagen, async ({ params, c }) => {
      const etag = `"${params.id}"`;
      const headers = {
        etag,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      };
      // An image never changes under its id, so a caller who holds it needs no look at the database.
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
      const { tipo, contenido } = found(await selectArchivo(db, params.id), 'esa imagen');
      return c.body(new Uint8Array(contenido), 200, { ...headers, 'content-type': tipo });
    }),
  ];
}
