import type { z } from 'zod';
import type { MisDatos, updateMisDatos as updateEndpoint } from '#contract/misDatos.ts';
import { readClave } from '../auth/usuarios.queries.ts';
import { lockFicha } from '../clientes/escritura.queries.ts';
import { updateCliente } from '../clientes/updateCliente.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import type { Alumno } from '../core/http/route.ts';
import { quiereNovedades } from '../supresiones/consentimiento.queries.ts';
import { darDeAlta } from '../supresiones/darDeAlta.ts';
import { darDeBaja } from '../supresiones/darDeBaja.ts';
import { selectMisDatos } from './misDatos.queries.ts';

export async function readMisDatos(
  db: Db | Trx,
  { id, clienteId, email }: Alumno,
): Promise<MisDatos> {
  const row = found(await selectMisDatos(db, clienteId), 'tus datos');
  return {
    ...row,
    email,
    aceptaNovedades: await quiereNovedades(db, { clienteId, email }),
    tieneClave: (await readClave(db, id)) !== undefined,
  };
}

/**
 * Changes a student's own data, and what they say about being written to; the zone tells what day it is. After the
 * commit of a no, the caller waits by `settleBaja`.
 * @throws {AppError} CONFLICTO_VERSION, VALIDACION
 */
export async function updateMisDatos(
  trx: Trx,
  ctx: Ctx,
  { clienteId, email }: Alumno,
  input: z.output<typeof updateEndpoint.body>,
  { zone, evidencia }: { zone: string; evidencia: Record<string, unknown> },
): Promise<void> {
  const { aceptaNovedades, version, ...cambios } = input;
  const ficha = found(await lockFicha(trx, clienteId), 'tus datos');
  if (ficha.version !== version) {
    throw new AppError(
      'CONFLICTO_VERSION',
      'Tus datos cambiaron mientras tanto. Recarga y revisa.',
    );
  }
  if (Object.values(cambios).some((value) => value !== undefined)) {
    await updateCliente(trx, ctx, clienteId, { ...cambios, version }, zone);
  }
  const quiere = await quiereNovedades(trx, { clienteId, email });
  if (aceptaNovedades === undefined || aceptaNovedades === quiere) return;
  const change = aceptaNovedades ? darDeAlta : darDeBaja;
  await change(trx, ctx, { clienteId, email, canal: 'PORTAL', evidencia });
}
