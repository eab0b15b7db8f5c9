import type { z } from 'zod';
import type { empresaCampos, updateEmpresa as patch } from '#contract/empresas.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import {
  type EmpresaValues,
  insertEmpresa,
  lockEmpresa,
  updateEmpresaRow,
} from './empresas.queries.ts';

async function refuseDuplicate<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (pgError(error).constraint !== 'empresa_rut_key') throw error;
    const mensaje = 'Ya hay una empresa con ese RUT.';
    throw new AppError('RUT_DUPLICADO', mensaje, { fields: [{ campo: 'rut', mensaje }] });
  }
}

/** @throws {AppError} RUT_DUPLICADO */
export async function createEmpresa(
  trx: Trx,
  ctx: Ctx,
  input: z.output<typeof empresaCampos>,
): Promise<number> {
  const values: EmpresaValues = {
    razonSocial: input.razonSocial,
    nombreFantasia: input.nombreFantasia ?? null,
    rut: input.rut ?? null,
    giro: input.giro ?? null,
    email: input.email ?? null,
    telefono: input.telefono ?? null,
    direccion: input.direccion ?? null,
    comuna: input.comuna ?? null,
    notas: input.notas ?? null,
  };
  const id = await refuseDuplicate(insertEmpresa(trx, values, ctx.now));
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'EMPRESA', entidadId: id, despues: values });
  return id;
}

/** @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, RUT_DUPLICADO */
export async function updateEmpresa(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version: seen, ...changes }: z.output<typeof patch.body>,
): Promise<void> {
  const { version, ...antes } = found(await lockEmpresa(trx, id), 'esa empresa');
  if (version !== seen) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió esta empresa. Recarga y revisa.');
  }
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const despues: EmpresaValues = { ...antes, ...Object.fromEntries(given) };
  await refuseDuplicate(updateEmpresaRow(trx, id, despues, ctx.now));
  await audit(trx, ctx, { accion: 'CAMBIAR', entidad: 'EMPRESA', entidadId: id, antes, despues });
}
