import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';

/** What a mail is about, by ids. */
type Referencia = Record<string, number | string>;

export function selectInscripcion(db: Db | Trx, id: number) {
  return db
    .selectFrom('inscripcion')
    .innerJoin('cobro', 'cobro.id', 'inscripcion.cobroId')
    .innerJoin('taller', 'taller.id', 'inscripcion.tallerId')
    .select(['inscripcion.cantidad', 'inscripcion.anuladaEn', 'inscripcion.tallerId'])
    .select(['cobro.codigo', 'cobro.total', 'cobro.pagado', 'cobro.estado as cobroEstado'])
    .select(['taller.estado as tallerEstado', 'taller.iniciaEn', 'taller.zona', 'taller.enlace'])
    .where('inscripcion.id', '=', id)
    .executeTakeFirst();
}

export function selectEspera(db: Db | Trx, id: number) {
  return db
    .selectFrom('espera')
    .innerJoin('taller', 'taller.id', 'espera.tallerId')
    .select(['espera.tallerId', 'espera.codigo', 'espera.cantidad', 'espera.estado'])
    .select(['espera.ofertaVenceEn', 'taller.iniciaEn', 'taller.zona'])
    .where('espera.id', '=', id)
    .executeTakeFirst();
}

export function selectSolicitud(db: Db | Trx, id: number) {
  return db
    .selectFrom('solicitudResena as s')
    .select(['s.tallerId', 's.clienteId', 's.token'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('resena as r')
            .select('r.id')
            .whereRef('r.tallerId', '=', 's.tallerId')
            .whereRef('r.clienteId', '=', 's.clienteId'),
        )
        .$castTo<boolean>()
        .as('resenada'),
    )
    .where('s.id', '=', id)
    .executeTakeFirst();
}

export function selectSuscripcion(db: Db | Trx, id: number) {
  return db
    .selectFrom('suscripcion')
    .select(['email', 'datos', 'confirmadaEn'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What the latest mail of a kind to a Cliente would be about. */
export const ultimas = {
  inscripcion: async (db: Db, clienteId: number): Promise<Referencia | undefined> => {
    const { rows } = await sql<{ inscripcion: number; taller: number; fecha: string }>`
      select i.id as inscripcion, t.id as taller, to_char(t.inicia_en at time zone t.zona, 'YYYY-MM-DD') as fecha
      from inscripcion i join taller t on t.id = i.taller_id
      where i.cliente_id = ${clienteId} and i.anulada_en is null
      order by t.inicia_en desc, i.id desc limit 1`.execute(db);
    return rows[0];
  },
  espera: (db: Db, clienteId: number): Promise<Referencia | undefined> =>
    db
      .selectFrom('espera')
      .select('id as espera')
      .where('clienteId', '=', clienteId)
      .where('ofertaVenceEn', 'is not', null)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  solicitud: (db: Db, clienteId: number): Promise<Referencia | undefined> =>
    db
      .selectFrom('solicitudResena')
      .select('id as solicitud')
      .where('clienteId', '=', clienteId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
};
