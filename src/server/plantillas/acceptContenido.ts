import type { Contenido } from '#contract/plantillas.ts';
import { AppError } from '../core/errors.ts';
import { checkContenido } from '../emails/contenido/checkContenido.ts';
import { sanitizeCuerpo } from '../emails/contenido/sanitizeCuerpo.ts';

/** What was written, as the contract takes it: an absent line after the subject is none. */
export type Escrito = { asunto: string; preheader?: string | null | undefined; cuerpo: string };

/**
 * A content as it is kept: its HTML with only what a message may hold, its Liquid in order, and no variable but
 * those given by name.
 * @throws {AppError} VALIDACION, all that is wrong at once.
 */
export function acceptContenido(
  { asunto, preheader = null, cuerpo }: Escrito,
  permitidas: string[],
): Contenido {
  // Before the HTML is cleaned, so that a link that leads nowhere is told instead of taken away.
  const fields = checkContenido({ asunto, preheader, cuerpo }, permitidas);
  if (fields.length > 0) {
    throw new AppError('VALIDACION', 'Revisa el contenido del correo.', { fields });
  }
  return { asunto, preheader, cuerpo: sanitizeCuerpo(cuerpo) };
}
