import { audit } from '../core/audit.ts';
import type { Ctx, Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { invalid } from '../core/errors.ts';
import { compileContenido } from '../emails/contenido/compilar.ts';
import { saveContenido } from '../emails/contenido/contenido.queries.ts';
import { readMarcaCorreo } from '../emails/contenido/marca.queries.ts';
import { readTransporte } from '../emails/transporte.ts';
import { isVetado } from '../emails/veto.queries.ts';
import { acceptContenido } from './acceptContenido.ts';
import { nombresDe } from './variables.ts';
import { fillValores, type PorVer } from './vistaPrevia.ts';

/** What is tried, and the address that gets it. */
export type PorProbar = PorVer & { para: string };

/**
 * Queues a content as a message to an address of the team, its subject marked as a test. It belongs to no person
 * and no campaign, whosever data fills it.
 * @throws {AppError} VALIDACION, also for an address that is not written to
 */
export async function queuePrueba(
  deps: Deps,
  ctx: Ctx,
  porProbar: PorProbar,
): Promise<{ emailId: number; transporte: 'SMTP' | 'LOCAL' }> {
  const { db, config } = deps;
  const { tipo, comercial, para } = porProbar;
  if (await isVetado(db, para)) {
    throw invalid('para', 'A esta dirección no se le escribe. Prueba con una tuya o de tu equipo.');
  }
  const escrito = acceptContenido(porProbar.escrito, nombresDe(porProbar.variables));
  const marca = await readMarcaCorreo(db, config.publicUrl);
  const asunto = `[Prueba] ${escrito.asunto}`;
  const compilado = await compileContenido({ ...escrito, asunto }, marca, { comercial });
  const { cliente, enlaces: _, ...comunes } = await fillValores(deps, porProbar);
  const { tipo: transporte } = await readTransporte(deps);
  const emailId = await transaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('emailLog')
      .values({
        tipo,
        comercial: false,
        email: para,
        contenidoId: await saveContenido(trx, { ...compilado, datos: comunes }),
        datos: JSON.stringify({ cliente }),
        referencia: JSON.stringify({ prueba: true }),
        disponibleEn: ctx.now,
        creadoPor: ctx.usuarioId,
        creadoEn: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, ctx, {
      accion: 'ENVIAR_PRUEBA',
      entidad: 'EMAIL',
      entidadId: id,
      despues: { para, asunto: escrito.asunto },
    });
    return id;
  });
  return { emailId, transporte };
}
