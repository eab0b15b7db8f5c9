import type { z } from 'zod';
import type { negocioCampos } from '#contract/ajustes.ts';
import { limpiarArchivo } from '../archivos/limpiarArchivo.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, invalid } from '../core/errors.ts';
import { openAccesos } from '../cursos/acceso.queries.ts';
import { archivoExists, lockNegocio, updateNegocio } from './ajustes.queries.ts';

export type CambioAjustes = Partial<z.output<typeof negocioCampos>> & { version: number };

/**
 * Changes the settings of the business. A new consent text gets a new version number, so that each
 * proof of consent tells which text the person saw. Access with an abono, once allowed, opens for those who owe.
 * @throws {AppError} CONFLICTO_VERSION; VALIDACION when the logo is not a stored image.
 */
export async function updateAjustes(trx: Trx, ctx: Ctx, input: CambioAjustes) {
  const { version, ...campos } = input;
  const antes = await lockNegocio(trx);
  if (antes.version !== version) {
    throw new AppError(
      'CONFLICTO_VERSION',
      'Alguien cambió los ajustes mientras los editabas. Recarga para ver lo último.',
    );
  }
  if (campos.logoId && !(await archivoExists(trx, campos.logoId))) {
    throw invalid('logoId', 'Esa imagen no existe. Súbela de nuevo.');
  }
  const nuevoTexto =
    campos.textoConsentimiento !== undefined &&
    campos.textoConsentimiento !== antes.textoConsentimiento;
  const despues = await updateNegocio(trx, {
    ...campos,
    versionConsentimiento: antes.versionConsentimiento + (nuevoTexto ? 1 : 0),
    version: antes.version + 1,
    actualizadoEn: ctx.now,
  });
  if (campos.accesoConAbono && !antes.accesoConAbono) await openAccesos(trx, ctx.now);
  if (campos.logoId !== undefined && antes.logoId && antes.logoId !== campos.logoId) {
    await limpiarArchivo(trx, antes.logoId);
  }
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'AJUSTES',
    entidadId: 1,
    antes,
    despues: { ...campos, versionConsentimiento: despues.versionConsentimiento },
  });
  return despues;
}
