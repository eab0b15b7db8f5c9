import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { insertArchivo } from './archivos.queries.ts';
import type { Imagen } from './encodeImagen.ts';
import { limpiarArchivo } from './limpiarArchivo.ts';

const DAY_MS = 86_400_000;

/** Keeps an encoded image; returns its id. */
export async function storeImagen(trx: Trx, ctx: Ctx, imagen: Imagen): Promise<string> {
  const id = await insertArchivo(trx, {
    ...imagen,
    tipo: 'image/webp',
    creadoEn: ctx.now,
    creadoPor: ctx.usuarioId,
  });
  await limpiarArchivo(trx, id, new Date(Date.parse(ctx.now) + DAY_MS));
  await audit(trx, ctx, {
    accion: 'CREAR',
    entidad: 'ARCHIVO',
    entidadId: id,
    despues: { ancho: imagen.ancho, alto: imagen.alto, bytes: imagen.contenido.length },
  });
  return id;
}
