import type { Cliente } from '#contract/clientes.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { jsonInstant } from '../core/db/json.ts';
import { found } from '../core/errors.ts';
import { selectCliente } from './cliente.queries.ts';
import { manualEstados } from './estado.policy.ts';

/**
 * One cliente, with what the role may do with it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readCliente(db: Db | Trx, id: number, rol: Rol): Promise<Cliente> {
  const row = found(await selectCliente(db, id), 'ese cliente');
  const permisos = permisosDe(rol);
  const editar = permisos.includes('clientes:escribir');
  return {
    ...row,
    ultimaActividadEn: jsonInstant(row.ultimaActividadEn),
    creadoEn: jsonInstant(row.creadoEn),
    actualizadoEn: jsonInstant(row.actualizadoEn),
    historial: row.historial.map((h) => ({ ...h, creadoEn: jsonInstant(h.creadoEn) })),
    puede: {
      editar,
      inscribir: permisos.includes('ventas:escribir'),
      cambiarEstadoA: editar ? manualEstados(row.estado) : [],
    },
  };
}
