import type { Empresa } from '#contract/empresas.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { selectEmpresa } from './empresas.queries.ts';

/**
 * One empresa, with what the role may do with it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readEmpresa(db: Db | Trx, id: number, rol: Rol): Promise<Empresa> {
  const row = found(await selectEmpresa(db, id), 'esa empresa');
  return { ...row, puede: { editar: permisosDe(rol).includes('empresas:escribir') } };
}
