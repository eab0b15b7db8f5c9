import { sql } from 'kysely';
import type { MotivoExclusion } from '#contract/campanas.ts';
import { comunas } from '#contract/comunas.ts';
import { SIN_NOMBRE } from '../clientes/captura.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Entorno } from '../segmentos/parte.queries.ts';
import { exclusionOf, isInAudiencia, type Resuelta } from './audiencia.queries.ts';
import { type CampanaRow, lockCampana } from './campanas.queries.ts';
import type { Exclusiones } from './conteo.queries.ts';

/** A campaign that is being prepared, locked; undefined when it is not, or someone else is at it. */
export async function lockPreparando(trx: Trx, id: number): Promise<CampanaRow | undefined> {
  const free = await trx
    .selectFrom('campana')
    .select('id')
    .where('id', '=', id)
    .where('estado', '=', 'PREPARANDO')
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return free && lockCampana(trx, id);
}

/** The highest id of a Cliente there is. */
export async function selectTope(trx: Trx): Promise<number> {
  const { tope } = await trx
    .selectFrom('cliente')
    .select((eb) => eb.fn.coalesce(eb.fn.max('id'), sql<number>`0`).as('tope'))
    .executeTakeFirstOrThrow();
  return Number(tope);
}

/** The id of the Cliente with which a group of so many ends, or the last one there may be. */
export async function selectEnd(
  trx: Trx,
  { after, tope, size }: { after: number; tope: number; size: number },
): Promise<number> {
  const row = await trx
    .selectFrom('cliente')
    .select('id')
    .where('id', '>', after)
    .where('id', '<', tope)
    .orderBy('id')
    .offset(size - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? tope;
}

/** Names of comunas by code, for the database, which knows the codes alone. */
const codigos = comunas.map(({ codigo }) => codigo);
const nombres = comunas.map(({ nombre }) => nombre);

export type Grupo = { candidatos: number; filas: number; exclusiones: Exclusiones };

/**
 * Queues a message for each person of the audience with an id after the one and up to the other, and counts those
 * left out by reason. What is their own in it is frozen in the row.
 */
export async function queueGrupo(
  trx: Trx,
  campana: CampanaRow,
  audiencia: Resuelta,
  { after, end, entorno, now }: { after: number; end: number; entorno: Entorno; now: string },
): Promise<Grupo> {
  const { id, iniciadaEn } = campana;
  const grupo: Entorno = { ...entorno, search: 'ROW_BY_ROW', entre: { after, end } };
  const motivo = exclusionOf(audiencia, { id, iniciadaEn: iniciadaEn ?? now });
  const { rows } = await sql<{ candidatos: number; filas: number; exclusiones: Exclusiones }>`
    with candidato as materialized (
      select c.id, c.email, coalesce(nullif(c.nombres, ${SIN_NOMBRE}), '') as nombres, c.apellidos, c.comuna, c.empresa_id, ${motivo} as motivo
      from cliente c
      where c.id > ${after} and c.id <= ${end} and ${isInAudiencia(audiencia, grupo)}
    ), fila as (
      insert into email_log (tipo, campana_id, comercial, cliente_id, email, contenido_id, datos,
        disponible_en, creado_en)
      select ${campana.tipo}, ${id}, true, p.id, p.email, ${campana.contenidoId},
        jsonb_build_object('cliente', jsonb_build_object(
          'nombres', p.nombres, 'apellidos', p.apellidos,
          'nombreCompleto', btrim(p.nombres || ' ' || p.apellidos),
          'comuna', coalesce(lugar.nombre, ''), 'empresa', coalesce(e.razon_social, ''))),
        ${now}::timestamptz, ${now}::timestamptz
      from candidato p
      left join empresa e on e.id = p.empresa_id
      left join unnest(${codigos}::text[], ${nombres}::text[]) as lugar (codigo, nombre)
        on lugar.codigo = p.comuna
      where p.motivo is null
      order by p.id
      on conflict (campana_id, cliente_id) where campana_id is not null do nothing
      returning 1
    )
    select (select count(*)::int from candidato) as candidatos, (select count(*)::int from fila) as filas,
      coalesce((
        select jsonb_object_agg(motivo, n) from (
          select motivo, count(*)::int as n from candidato where motivo is not null group by motivo
        ) excluidos
      ), '{}') as exclusiones`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}

/** Notes in the campaign how far it went, in the transaction of the group. */
export async function noteGrupo(
  trx: Trx,
  campana: CampanaRow,
  end: number,
  { candidatos, filas, exclusiones }: Grupo,
): Promise<void> {
  const sums = { ...campana.exclusiones };
  for (const [motivo, n] of Object.entries(exclusiones) as [MotivoExclusion, number][]) {
    sums[motivo] = (sums[motivo] ?? 0) + n;
  }
  await trx
    .updateTable('campana')
    .set({
      preparadoHasta: end,
      candidatos: campana.candidatos + candidatos,
      destinatarios: campana.destinatarios + filas,
      exclusiones: JSON.stringify(sums),
    })
    .where('id', '=', campana.id)
    .execute();
}

/** How many messages there are of a campaign. */
export async function countFilas(db: Db | Trx, campanaId: number): Promise<number> {
  const { n } = await db
    .selectFrom('emailLog')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('campanaId', '=', campanaId)
    .executeTakeFirstOrThrow();
  return n;
}
