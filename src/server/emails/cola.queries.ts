import { type RawBuilder, sql } from 'kysely';
import type { ClaveAutomatico, TipoEmail } from '#contract/emails.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** Longer than anything between the claim and the clearing takes; what is older belongs to nobody. */
const LEASE_S = 60;
/** From the clearing on: longer than the longest conversation with a server. */
const HANDOVER_S = 120;

export type Tomado = {
  id: number;
  tipo: TipoEmail;
  campanaId: number | null;
  /** Of the campaign when it was taken; 0 without one. */
  epoca: number;
  seguimiento: boolean;
  automatico: ClaveAutomatico | null;
  referencia: Record<string, number | string>;
  comercial: boolean;
  clienteId: number | null;
  email: string;
  contenidoId: number | null;
  datos: Record<string, unknown>;
  intentos: number;
  /** It may have been received by an earlier try. */
  incierto: boolean;
  impedimento: Impedimento | null;
};

export type Impedimento = 'VENCIDO' | 'SUPRIMIDO' | 'BLOQUEADO' | 'SIN_CONSENTIMIENTO';

/** Why a message must not be handed over now, as SQL on `e`; null when it may. */
const impedimento = (now: string): RawBuilder<Impedimento | null> => sql`case
  when e.vence_en <= ${now}::timestamptz then 'VENCIDO'
  when exists (select from supresion s where s.email = e.email and (e.comercial or s.motivo <> 'BAJA'))
    then 'SUPRIMIDO'
  when exists (select from cliente c where c.id = e.cliente_id and c.bloqueado_en is not null) then 'BLOQUEADO'
  when e.cliente_id is null and exists (
      select from cliente c where c.email = e.email and c.bloqueado_en is not null
    ) then 'BLOQUEADO'
  when e.tipo <> 'TRANSACCIONAL' and e.cliente_id is not null and coalesce((
      select k.accion from consentimiento k where k.cliente_id = e.cliente_id and not k.ajeno order by k.id desc limit 1
    ), 'RETIRADO') <> 'OTORGADO' then 'SIN_CONSENTIMIENTO'
  end`;

type Claim = { trabajador: string; now: string; max: number };

const take = (
  which: RawBuilder<unknown>,
  { trabajador, now }: Claim,
  campaign: boolean,
) => sql<Tomado>`
  with cual as materialized (${which})
  update email_log e set estado = 'TOMADO', tomado_por = ${trabajador}::uuid,
    tomado_hasta = ${now}::timestamptz + make_interval(secs => ${sql.lit(LEASE_S)})
  from cual ${campaign ? sql`join campana on campana.id = cual.campana_id` : sql``}
  where e.id = cual.id
  returning e.id, e.tipo, e.campana_id, e.automatico, e.referencia, e.comercial, e.cliente_id, e.email,
    e.contenido_id, e.datos, e.intentos, e.incierto_en is not null as incierto,
    ${impedimento(now)} as impedimento,
    ${campaign ? sql`campana.epoca` : sql`0`} as epoca,
    ${campaign ? sql`campana.seguimiento` : sql`false`} as seguimiento`;

/** Leases messages that are due and belong to no campaign: those go first. */
export async function claimDirect(db: Db, claim: Claim): Promise<Tomado[]> {
  const { rows } = await take(
    sql`select id from email_log
      where estado = 'EN_COLA' and campana_id is null and disponible_en <= ${claim.now}::timestamptz
      order by disponible_en, id limit ${claim.max} for update skip locked`,
    claim,
    false,
  ).execute(db);
  return rows;
}

/** Leases messages of the campaigns that are being sent, an even part of each. */
export async function claimCampanas(db: Db, claim: Claim): Promise<Tomado[]> {
  const { rows } = await take(
    sql`select una.id, activa.id as campana_id
      from (
        select id, count(*) over () as cuantas from campana where estado = 'ENVIANDO'
      ) activa
      cross join lateral (
        select id from email_log
        where estado = 'EN_COLA' and campana_id = activa.id and disponible_en <= ${claim.now}::timestamptz
        order by campana_id, disponible_en, id
        limit greatest(${claim.max} / activa.cuantas, 1) for update skip locked
      ) una`,
    claim,
    true,
  ).execute(db);
  return rows;
}

/**
 * Clears leased messages for the hand-over, which comes next: those that are still ours, of a campaign that did not
 * change since, and that nothing stands against by now.
 * @returns the ids that may be handed over.
 */
export async function clearForHandover(
  db: Db,
  { trabajador, now }: Omit<Claim, 'max'>,
  which: { id: number; epoca: number }[],
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    update email_log e set entrega_en = ${now}::timestamptz,
      tomado_hasta = ${now}::timestamptz + make_interval(secs => ${sql.lit(HANDOVER_S)})
    from unnest(${which.map((w) => w.id)}::bigint[], ${which.map((w) => w.epoca)}::int[]) as w (id, epoca)
    where e.id = w.id and e.tomado_por = ${trabajador}::uuid and e.tomado_hasta > ${now}::timestamptz
      and e.entrega_en is null and (e.campana_id is null or exists (
        select from campana c
        where c.id = e.campana_id and c.estado = 'ENVIANDO' and c.epoca = w.epoca
      ))
      and ${impedimento(now)} is null
    returning e.id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Gives leased messages back as they were: nothing was handed over. */
export async function releaseTomados(db: Db, trabajador: string, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update email_log set estado = 'EN_COLA', tomado_por = null, tomado_hasta = null
    where id = any(${ids}::bigint[]) and tomado_por = ${trabajador}::uuid and entrega_en is null`.execute(
    db,
  );
}

/**
 * Frees the leases of senders that are gone, known by the lock that each holds as long as it lives, and those that
 * ran out. With `empty` hands, also its own: of those it never heard, as the connection broke on the way. What had been
 * cleared may have been received: it counts as a try, and goes again.
 */
export async function releaseAbandoned(
  trx: Trx,
  { trabajador, now, empty }: Omit<Claim, 'max'> & { empty: boolean },
  maxTries: number,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with quienes as materialized (
      select distinct tomado_por from email_log where estado = 'TOMADO' and tomado_por <> ${trabajador}::uuid
    ), idos as materialized (
      select tomado_por from quienes where pg_try_advisory_xact_lock(${sql.lit(PRESENCE)}, hashtext(tomado_por::text))
    ), sin_terminar as (
      update email_ritmo set terminado_en = clock_timestamp()
      where terminado_en is null and trabajador in (select tomado_por from idos)
    )
    update email_log e set
      estado = case when entrega_en is not null and intentos + 1 >= ${maxTries} then 'INCIERTO' else 'EN_COLA' end,
      intentos = intentos + (entrega_en is not null)::int,
      incierto_en = coalesce(incierto_en, entrega_en), entrega_en = null,
      tomado_por = null, tomado_hasta = null
    where e.estado = 'TOMADO'
      and (e.tomado_por in (select tomado_por from idos) or e.tomado_hasta <= ${now}::timestamptz
        or (${empty} and e.tomado_por = ${trabajador}::uuid))
    returning e.id`.execute(trx);
  return rows.length;
}

/** The class of the advisory locks that senders hold while they live. */
export const PRESENCE = 1_413_827_922;

export type Desenlace = {
  id: number;
  estado: 'ENVIADO' | 'LOCAL' | 'EN_COLA' | 'FALLIDO' | 'SUPRIMIDO' | 'CANCELADO' | 'INCIERTO';
  asunto: string | null;
  respuesta: string | null;
  enviadoEn: string | null;
  /** Of one that goes again: not before. */
  disponibleEn: string | null;
  intentos: number;
  /** Whether the server may have it. */
  entregaEn: string | null;
  incierto: boolean;
};

/** Writes how messages ended, of those that are still ours. */
export async function settle(db: Db, trabajador: string, all: Desenlace[]): Promise<void> {
  const column = <K extends keyof Desenlace>(key: K) => all.map((one) => one[key]);
  await sql`
    update email_log e set estado = r.estado, asunto = coalesce(r.asunto, e.asunto), respuesta = r.respuesta,
      enviado_en = r.enviado_en, disponible_en = coalesce(r.disponible_en, e.disponible_en),
      intentos = r.intentos, entrega_en = r.entrega_en,
      incierto_en = case when r.incierto then coalesce(e.incierto_en, e.entrega_en) else e.incierto_en end,
      tomado_por = null, tomado_hasta = null
    from unnest(${column('id')}::bigint[], ${column('estado')}::text[], ${column('asunto')}::text[],
      ${column('respuesta')}::text[], ${column('enviadoEn')}::timestamptz[],
      ${column('disponibleEn')}::timestamptz[], ${column('intentos')}::int[],
      ${column('entregaEn')}::timestamptz[], ${column('incierto')}::boolean[])
      as r (id, estado, asunto, respuesta, enviado_en, disponible_en, intentos, entrega_en, incierto)
    where e.id = r.id and e.tomado_por = ${trabajador}::uuid`.execute(db);
}

/** Keeps what an automatic mail was made of, so that it can be shown and sent again as it is. */
export async function keepArmado(
  trx: Trx,
  id: number,
  { contenidoId, datos }: { contenidoId: number; datos: Record<string, unknown> },
): Promise<void> {
  await trx
    .updateTable('emailLog')
    .set({ contenidoId, datos: JSON.stringify(datos) })
    .where('id', '=', id)
    .execute();
}
