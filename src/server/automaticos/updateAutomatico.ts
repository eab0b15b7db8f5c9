import type { ClaveAutomatico } from '#contract/emails.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import { acceptContenido, type Escrito } from '../plantillas/acceptContenido.ts';
import { type CambioRow, lockCambio, updateCambio } from './automaticos.queries.ts';
import { variablesDeAutomatico } from './variables.ts';

type Cambio = { activo?: boolean | undefined; contenido?: Escrito | undefined; version: number };

async function lockVersion(
  trx: Trx,
  ctx: Ctx,
  clave: ClaveAutomatico,
  version: number,
): Promise<CambioRow> {
  const row = await lockCambio(trx, clave, ctx.now);
  if (row.version !== version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este correo. Recarga y revisa.');
  }
  return row;
}

async function save(
  trx: Trx,
  ctx: Ctx,
  clave: ClaveAutomatico,
  antes: CambioRow,
  change: Partial<Omit<CambioRow, 'clave' | 'version'>>,
): Promise<void> {
  const { activo, asunto, preheader, cuerpo } = { ...antes, ...change };
  const despues = { activo, asunto, preheader, cuerpo };
  const { now, usuarioId } = ctx;
  await updateCambio(trx, clave, { ...despues, version: antes.version + 1, now, usuarioId });
  const accion = 'CAMBIAR';
  await audit(trx, ctx, { accion, entidad: 'CORREO_AUTOMATICO', entidadId: clave, antes, despues });
}

/**
 * Switches an automatic mail on or off, or gives it words of the school's own; absent fields stay. What waits
 * already goes out with the new words, also when the mail is switched off.
 * @throws {AppError} CONFLICTO_VERSION; VALIDACION for Liquid that does not read or variables it does not have.
 */
export async function updateAutomatico(
  trx: Trx,
  ctx: Ctx,
  clave: ClaveAutomatico,
  { activo, contenido, version }: Cambio,
): Promise<void> {
  const permitidas = variablesDeAutomatico(clave).map(({ nombre }) => nombre);
  const escrito = contenido && (await acceptContenido(contenido, permitidas));
  const antes = await lockVersion(trx, ctx, clave, version);
  await save(trx, ctx, clave, antes, { ...(activo !== undefined && { activo }), ...escrito });
}

/**
 * Gives an automatic mail the words it came with.
 * @throws {AppError} CONFLICTO_VERSION
 */
export async function restoreAutomatico(
  trx: Trx,
  ctx: Ctx,
  clave: ClaveAutomatico,
  version: number,
): Promise<void> {
  const antes = await lockVersion(trx, ctx, clave, version);
  await save(trx, ctx, clave, antes, { asunto: null, preheader: null, cuerpo: null });
}
