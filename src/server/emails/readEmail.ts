import type { Email } from '#contract/emails.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { presentEmailItem } from './listEmails.ts';
import { impedimentoDeReenvio } from './reenvio.policy.ts';
import { selectEmail, selectEventos, selectReenviable } from './registro.queries.ts';

/**
 * A message with what happened to it, and what this role may do with it. `now` is ISO 8601 UTC.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readEmail(db: Db | Trx, id: number, rol: Rol, now: string): Promise<Email> {
  const { creadoPor, ...row } = found(await selectEmail(db, id), 'ese correo');
  const eventos = await selectEventos(db, id);
  const reenviable = found(await selectReenviable(db, id), 'ese correo');
  const enviar = permisosDe(rol).includes('emails:enviar');
  const impedimento = impedimentoDeReenvio(reenviable, now);
  return {
    ...presentEmailItem(row),
    reenvioDe: row.reenvioDe,
    reenvio: reenviable.reenvio,
    creadoPor,
    eventos,
    puede: {
      reenviar: enviar && impedimento === undefined,
      cancelar: enviar && row.estado === 'EN_COLA',
    },
    reenviarA: reenviable.destino,
    // Of one that got through nobody asks why.
    noReenviar: row.estado === 'ENVIADO' ? null : (impedimento ?? null),
  };
}
