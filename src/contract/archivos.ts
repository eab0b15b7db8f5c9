import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { uuid } from './fields.ts';

export const MAX_IMAGEN_BYTES = 8 * 1024 * 1024;

export const uploadImagen = endpoint({
  method: 'POST',
  path: '/api/archivos',
  acceso: 'archivos:escribir',
  resumen: 'Subir una imagen (JPEG, PNG, WebP o AVIF, hasta 8 MB)',
  archivo: 'IMAGEN',
  status: 201,
  response: z.object({ id: z.string(), url: z.string(), ancho: z.int(), alto: z.int() }),
});

export const getImagen = endpoint({
  method: 'GET',
  path: '/api/publico/archivos/:id',
  acceso: 'PUBLICO',
  resumen: 'Una imagen',
  formato: 'image/webp',
  params: z.strictObject({ id: uuid }),
});

/** Where a stored image is served. */
export function imagenUrl(id: string): string {
  return `/api/publico/archivos/${id}`;
}
