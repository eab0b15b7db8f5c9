import { isEmailDeEquipo } from '../auth/alumno.queries.ts';
import { createEnlacePortal } from '../auth/enlacePortal.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { textoCompleto } from './avisos.policy.ts';
import { selectDestinatario } from './avisos.queries.ts';

/**
 * Makes a link with which a Cliente enters the portal, once and within a day, and the words to send it with.
 * The audit says that it was made, never the link.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE without an email, or with one of the staff's.
 */
export async function makeEnlace(
  trx: Trx,
  ctx: Ctx,
  clienteId: number,
  publicUrl: string,
): Promise<{ url: string; venceEn: string; texto: string }> {
  const { nombres, email, escuela } = found(
    await selectDestinatario(trx, clienteId),
    'ese cliente',
  );
  if (!email) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Esta persona no tiene correo. Anótalo en su ficha: con él entra a su portal.',
    );
  }
  if (await isEmailDeEquipo(trx, email)) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Ese correo es de alguien del equipo, que entra con su contraseña.',
    );
  }
  const { url, venceEn } = await createEnlacePortal(trx, {
    clienteId,
    email,
    now: ctx.now,
    publicUrl,
  });
  await audit(trx, ctx, { accion: 'CREAR_ENLACE', entidad: 'CLIENTE', entidadId: clienteId });
  const saludo = `Hola, ${nombres}: con este enlace entras a tu portal de ${escuela}, donde están tus cursos, talleres y pagos. Sirve una sola vez y dura 24 horas.`;
  return { url, venceEn, texto: textoCompleto(saludo, url) };
}
