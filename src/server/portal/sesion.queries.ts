import { sql } from 'kysely';
import { clienteDe } from '../clientes/principal.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** The person behind a student's login, and whether it has a password. */
export function selectAlumno(db: Db | Trx, usuarioId: string) {
  return db
    .selectFrom('usuario')
    .innerJoin('cliente', 'cliente.id', 'usuario.clienteId')
    .select(['nombres', 'apellidos', 'usuario.email', 'cliente.id as clienteId'])
    .select('ultimaActividadEn')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('cuenta')
            .select('cuenta.id')
            .whereRef('userId', '=', 'usuario.id')
            .where('password', 'is not', null),
        )
        .$castTo<boolean>()
        .as('tieneClave'),
    )
    .where('usuario.id', '=', usuarioId)
    .executeTakeFirst();
}

/** The Cliente with that email, or with whom it was merged, held so that one message at a time is prepared for them. */
export function lockClienteConEmail(trx: Trx, email: string) {
  return trx
    .selectFrom('cliente')
    .select(['id', 'nombres'])
    .where('id', '=', clienteDe(email))
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Whether a link was prepared for that Cliente, by mail or for staff to send, after an instant. */
export async function wasPreparedSince(
  trx: Trx,
  clienteId: number,
  since: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from aviso where tipo = 'ENLACE_PORTAL' and cliente_id = ${clienteId}
      and creado_en > ${since}::timestamptz
    union all
    select from email_log where automatico = 'ENLACE_PORTAL' and cliente_id = ${clienteId}
      and creado_en > ${since}::timestamptz
    limit 1`.execute(trx);
  return rows.length > 0;
}

/** Deletes the login; its sessions and password go with it. */
export async function deleteLogin(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('usuario').where('id', '=', id).where('rol', '=', 'ALUMNO').execute();
}

const DE_LA_CUENTA = ['ENLACE_PORTAL', 'PEDIR_RESENA'] as const;

/** Discards what was prepared for a person but for what they wait for: an offered seat, their payments. */
export async function discardMensajes(trx: Trx, clienteId: number, now: string): Promise<void> {
  await trx
    .updateTable('aviso')
    .set({ descartadoEn: now })
    .where('clienteId', '=', clienteId)
    .where('tipo', 'in', DE_LA_CUENTA)
    .where('enviadoEn', 'is', null)
    .where('descartadoEn', 'is', null)
    .execute();
  await trx
    .updateTable('emailLog')
    .set({
      estado: 'CANCELADO',
      tomadoPor: null,
      tomadoHasta: null,
      respuesta: 'La persona cerró su cuenta.',
    })
    .where('clienteId', '=', clienteId)
    .where('automatico', 'in', DE_LA_CUENTA)
    // Also what a sender took, until it is cleared for the hand-over.
    .where((eb) =>
      eb.or([
        eb('estado', '=', 'EN_COLA'),
        eb.and([eb('estado', '=', 'TOMADO'), eb('entregaEn', 'is', null)]),
      ]),
    )
    .execute();
}
