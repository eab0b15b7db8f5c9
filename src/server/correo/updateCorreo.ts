import type { z } from 'zod';
import type { ajustesCorreoCampos } from '#contract/correo.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import { seal } from '../core/keys.ts';
import { checkCorreo } from './correo.policy.ts';
import { type CorreoRow, lockCorreo, writeCorreo } from './correo.queries.ts';

export type CambioCorreo = Partial<z.output<typeof ajustesCorreoCampos>> & { version: number };

/** @throws {AppError} CONFLICTO_VERSION */
export function checkVersion(row: CorreoRow, version: number): void {
  if (row.version === version) return;
  throw new AppError(
    'CONFLICTO_VERSION',
    'Alguien cambió los ajustes del correo mientras los editabas. Recarga para ver lo último.',
  );
}

/**
 * Changes how mail goes out and comes back. Passwords are kept sealed with `secret` and leave with their server; the
 * log of activity says that one changed and no more.
 * @throws {AppError} CONFLICTO_VERSION; VALIDACION naming all that does not fit together.
 */
export async function updateCorreo(
  trx: Trx,
  ctx: Ctx,
  secret: string,
  { version, ...input }: CambioCorreo,
): Promise<void> {
  const antes = await lockCorreo(trx);
  checkVersion(antes, version);
  const { smtpClave, buzonClave, ...abiertos } = withoutOrphans(antes, input);
  const cambios = {
    ...abiertos,
    ...(smtpClave === undefined ? {} : { smtpClave: smtpClave && seal(secret, smtpClave) }),
    ...(buzonClave === undefined ? {} : { buzonClave: buzonClave && seal(secret, buzonClave) }),
    ...(touchesBuzon(input) ? { buzonRevisadoEn: null, buzonError: null } : {}),
  };
  const fields = checkCorreo(antes, mergeDefined(antes, cambios), {
    smtp: Boolean(smtpClave),
    buzon: Boolean(buzonClave),
  });
  if (fields.length > 0) throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
  await writeCorreo(trx, antes, cambios, ctx.now);
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'CORREO',
    entidadId: 1,
    antes,
    despues: { ...abiertos, ...toldOf('Smtp', smtpClave), ...toldOf('Buzon', buzonClave) },
  });
}

type Campos = Omit<CambioCorreo, 'version'>;

/** A server that is removed takes its account with it: no password stays behind. */
function withoutOrphans(antes: CorreoRow, input: Campos): Campos {
  return {
    ...input,
    ...(input.smtpHost === null && antes.smtpHost ? { smtpUsuario: null, smtpClave: null } : {}),
    ...(input.buzonHost === null && antes.buzonHost
      ? { buzonUsuario: null, buzonClave: null }
      : {}),
  };
}

const touchesBuzon = (input: Campos) =>
  Object.entries(input).some(([key, value]) => key.startsWith('buzon') && value !== undefined);

function mergeDefined(antes: CorreoRow, cambios: object): CorreoRow {
  const defined = Object.entries(cambios).filter(([, value]) => value !== undefined);
  return { ...antes, ...Object.fromEntries(defined) };
}

function toldOf(de: string, clave: string | null | undefined): Record<string, string> {
  if (clave === undefined) return {};
  return { [`contrasena${de}`]: clave === null ? 'quitada' : 'cambiada' };
}
