import { sql } from 'kysely';
import type { Informe } from '#contract/campanas.ts';
import type { Db } from '../core/db/connect.ts';

const MAX_HORAS = 72;
const MAX_ENLACES = 50;

export type Resultados = Pick<Informe, 'rebotados' | 'reclamos'> & {
  abiertos: number;
  clics: number;
};

/** What is told beside the messages: people whose mail bounced, who complained, opened it, followed a link. */
export async function selectResultados(db: Db, campanaId: number): Promise<Resultados> {
  const { rows } = await sql<Resultados>`
    select count(rebotado_en)::int as rebotados, count(reclamado_en)::int as reclamos,
      count(abierto_en)::int as abiertos, count(clic_en)::int as clics
    from email_log where campana_id = ${campanaId}`.execute(db);
  return rows[0] ?? { rebotados: 0, reclamos: 0, abiertos: 0, clics: 0 };
}

export type Reacciones = { bajas: number; aperturasDeMaquina: number };

/** People who unsubscribed by it, and those whose mail a program opened. */
export async function selectReacciones(db: Db, campanaId: number): Promise<Reacciones> {
  const { rows } = await sql<Reacciones>`
    select count(distinct email_log_id) filter (where tipo = 'BAJA')::int as bajas,
      count(distinct email_log_id) filter (where tipo = 'APERTURA' and maquina)::int as aperturas_de_maquina
    from email_evento where campana_id = ${campanaId}`.execute(db);
  return rows[0] ?? { bajas: 0, aperturasDeMaquina: 0 };
}

/** The links that people followed, the most followed first. */
export async function selectEnlaces(db: Db, campanaId: number): Promise<Informe['enlaces']> {
  const { rows } = await sql<Informe['enlaces'][number]>`
    select url, count(distinct email_log_id)::int as personas, count(*)::int as clics
    from email_evento
    where campana_id = ${campanaId} and tipo = 'CLIC' and not maquina and url is not null
    group by url order by personas desc, clics desc, url limit ${MAX_ENLACES}`.execute(db);
  return rows;
}

/**
 * Sales to those who got it, made within 7 days of their message and not annulled. Pesos: what was sold, and what is
 * paid (net) of that.
 */
export async function selectVentas(db: Db, campanaId: number): Promise<Informe['ventas']> {
  const { rows } = await sql<Informe['ventas']>`
    with lapso as (
      select min(enviado_en) as desde, max(enviado_en) + interval '7 days' as hasta
      from email_log where campana_id = ${campanaId} and estado = 'ENVIADO'
    )
    select count(*)::int as cantidad, count(distinct v.cliente_id)::int as personas,
      coalesce(sum(v.total), 0)::bigint as total, coalesce(sum(v.pagado), 0)::bigint as pagado
    from lapso
    join cobro v on v.creado_en >= lapso.desde and v.creado_en < lapso.hasta and v.estado <> 'ANULADO'
    join email_log e on e.campana_id = ${campanaId} and e.cliente_id = v.cliente_id and e.estado = 'ENVIADO'
      and v.creado_en >= e.enviado_en and v.creado_en < e.enviado_en + interval '7 days'`.execute(
    db,
  );
  return rows[0] ?? { cantidad: 0, personas: 0, total: 0, pagado: 0 };
}

/** How many a server took in each hour, from the first hour on. */
export async function selectPorHora(db: Db, campanaId: number): Promise<Informe['porHora']> {
  const { rows } = await sql<Informe['porHora'][number]>`
    select date_trunc('hour', enviado_en)::timestamptz(3) as hora, count(*)::int as enviados
    from email_log where campana_id = ${campanaId} and estado = 'ENVIADO'
    group by 1 order by 1 limit ${MAX_HORAS}`.execute(db);
  return rows;
}
