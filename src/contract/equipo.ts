import { z } from 'zod';

/** One of the staff, as others see them. */
export const usuarioRef = z
  .object({ id: z.string(), nombre: z.string() })
  .meta({ id: 'UsuarioRef' });
export type UsuarioRef = z.infer<typeof usuarioRef>;
