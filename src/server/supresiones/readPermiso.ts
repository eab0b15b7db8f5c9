import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { PermisoCorreo } from '#contract/supresiones.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { selectConsentimientos, selectPermiso } from './consentimiento.queries.ts';
import { selectSupresion } from './supresiones.queries.ts';

/**
 * Whether a Cliente may be sent promotional mail, what stands against it, and all they ever said about it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readPermiso(
  db: Db | Trx,
  clienteId: number,
  rol: Rol,
): Promise<PermisoCorreo> {
  const { email, suscrito, bloqueadoEn, bloqueoMotivo } = found(
    await selectPermiso(db, clienteId),
    'ese cliente',
  );
  const permisos = permisosDe(rol);
  const supresion = email ? await readSupresion(db, email) : null;
  const escribe = permisos.includes('clientes:escribir');
  return {
    suscrito,
    supresion,
    bloqueadoEn,
    bloqueoMotivo,
    consentimientos: await selectConsentimientos(db, clienteId),
    puede: {
      consentir: escribe && email !== null,
      bloquear: escribe,
      levantar: supresion !== null && permisos.includes('supresiones:escribir'),
    },
  };
}

async function readSupresion(db: Db | Trx, email: string): Promise<PermisoCorreo['supresion']> {
  const row = await selectSupresion(db, email);
  if (!row) return null;
  const { cliente: _, ...supresion } = row;
  return supresion;
}
