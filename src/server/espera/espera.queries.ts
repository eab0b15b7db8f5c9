import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { EstadoEspera } from '#contract/espera.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { cuposLibres } from '../talleres/talleres.queries.ts';

/**
 * The Taller of a waitlist, locked: whoever changes a row of `espera` holds the row of its Taller first, so that
 * each list changes one step at a time. The lock comes after those of Cobro and Cliente, as everywhere.
 */
export async function lockTaller(trx: Trx, tallerId: number) {
  await trx
    .selectFrom('taller')
    .select('id')
    .where('id', '=', tallerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return trx
    .selectFrom('taller')
    .innerJoin('negocio', (join) => join.onTrue())
    .select(['taller.id', 'titulo', 'slug', 'estado', 'iniciaEn', 'terminaEn', 'zona', 'cupos'])
    .select([
      'negocio.horasOferta',
      cuposLibres.as('libres'),
      sql<boolean>`hay_espera(taller.id, ${cuposLibres})`.as('hayEspera'),
    ])
    .where('taller.id', '=', tallerId)
    .executeTakeFirst();
}

export type TallerEnEspera = NonNullable<Awaited<ReturnType<typeof lockTaller>>>;

type Nueva = {
  codigo: string;
  tallerId: number;
  clienteId: number;
  cantidad: number;
  canal: 'WEB' | 'STAFF';
  creadoPor: string | null;
  creadoEn: string;
};

/** Puts a person at the end of the list; undefined when they are in it already. */
export async function insertEspera(trx: Trx, values: Nueva): Promise<number | undefined> {
  const row = await trx
    .insertInto('espera')
    .values(values)
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Whether the person of a row of `espera` has a seat in its Taller; a hold that ran out is none. */
const conCupo = (now: string) => sql<SqlBool>`exists (
  select from inscripcion i join cobro c on c.id = i.cobro_id
  where i.taller_id = espera.taller_id and i.cliente_id = espera.cliente_id and i.anulada_en is null
    and not (c.estado = 'PENDIENTE' and coalesce(c.vence_en <= ${now}::timestamptz, false)))`;

export async function hasSeat(
  trx: Trx,
  one: { tallerId: number; clienteId: number },
  now: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from (select ${one.tallerId}::bigint as taller_id, ${one.clienteId}::bigint as cliente_id) espera
    where ${conCupo(now)}`.execute(trx);
  return rows.length > 0;
}

/** The first after `afterId` who waits for a Taller, fits, and has no offer anywhere. */
export async function selectSiguiente(
  trx: Trx,
  { tallerId, libres, afterId }: { tallerId: number; libres: number; afterId: number },
) {
  return trx
    .selectFrom('espera')
    .select(['id', 'codigo', 'clienteId', 'cantidad'])
    .where('tallerId', '=', tallerId)
    .where('estado', '=', 'ESPERANDO')
    .where('cantidad', '<=', libres)
    .where('id', '>', afterId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('espera as otra')
            .whereRef('otra.clienteId', '=', 'espera.clienteId')
            .where('otra.estado', '=', 'OFRECIDA'),
        ),
      ),
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export type Siguiente = NonNullable<Awaited<ReturnType<typeof selectSiguiente>>>;

/**
 * Reserves the right to make an offer to a person until the transaction ends; false while another transaction
 * makes them one in another Taller. It never waits: who holds a Taller must wait for nobody.
 */
export async function tryLockOfertas(trx: Trx, clienteId: number): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('espera-oferta', ${clienteId})) as ok`.execute(
    trx,
  );
  return rows[0]?.ok ?? false;
}

/** Marks the offer; false when the person has one by now, here or elsewhere. */
export async function markOfrecida(
  trx: Trx,
  id: number,
  { now, venceEn }: { now: string; venceEn: string },
): Promise<boolean> {
  const { rows } = await sql`
    update espera set estado = 'OFRECIDA', ofrecida_en = ${now}::timestamptz,
      oferta_vence_en = ${venceEn}::timestamptz
    where id = ${id} and estado = 'ESPERANDO' and not exists (
      select from espera otra where otra.cliente_id = espera.cliente_id and otra.estado = 'OFRECIDA')
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Marks that the offer became a sale; false when it is over. */
export async function markAceptada(
  trx: Trx,
  id: number,
  { now, cobroId }: { now: string; cobroId: number },
): Promise<boolean> {
  const row = await trx
    .updateTable('espera')
    .set({ estado: 'ACEPTADA', cobroId, resueltaEn: now })
    .where('id', '=', id)
    .where('estado', '=', 'OFRECIDA')
    .where('ofertaVenceEn', '>', now)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Which live rows of a Taller to end. */
export const cuales = {
  todas: sql<SqlBool>`true`,
  una: (id: number) => sql<SqlBool>`id = ${id}`,
  vencidas: (now: string) =>
    sql<SqlBool>`estado = 'OFRECIDA' and oferta_vence_en <= ${now}::timestamptz`,
  conCupo,
};

/** Ends live rows of a Taller; the answer has the offers among them, whose seats are to be freed. */
export async function endRows(
  trx: Trx,
  tallerId: number,
  which: RawBuilder<SqlBool>,
  {
    estado,
    now,
  }: { estado: Extract<EstadoEspera, 'VENCIDA' | 'RETIRADA' | 'CERRADA'>; now: string },
): Promise<{ id: number; cantidad: number }[]> {
  const { rows } = await sql<{ id: number; cantidad: number }>`
    with antes as (
      select id, cantidad, estado from espera
      where taller_id = ${tallerId} and estado in ('ESPERANDO', 'OFRECIDA') and ${which}
    ), despues as (
      update espera set estado = ${estado}, resuelta_en = ${now}::timestamptz
      from antes where espera.id = antes.id
    )
    select id, cantidad from antes where estado = 'OFRECIDA'`.execute(trx);
  return rows;
}

/** The Talleres whose list has something to be done: an offer that ended, seats to offer, a list to close. */
export async function selectPorAtender(db: Db, now: string): Promise<number[]> {
  const rows = await db
    .selectFrom('espera')
    .innerJoin('taller', 'taller.id', 'espera.tallerId')
    .where('espera.estado', 'in', ['ESPERANDO', 'OFRECIDA'])
    .where((eb) =>
      eb.or([
        eb('taller.estado', '=', 'ANULADO'),
        eb('taller.iniciaEn', '<=', now),
        eb.and([eb('espera.estado', '=', 'OFRECIDA'), eb('espera.ofertaVenceEn', '<=', now)]),
        eb.and([
          eb('espera.estado', '=', 'ESPERANDO'),
          eb('taller.estado', '=', 'PUBLICADO'),
          sql<SqlBool>`espera.cantidad <= ${cuposLibres}`,
          sql<SqlBool>`hay_espera(taller.id, ${cuposLibres})`,
        ]),
        conCupo(now),
      ]),
    )
    .select('taller.id')
    .distinct()
    .orderBy('taller.id')
    .execute();
  return rows.map(({ id }) => id);
}
