import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { listCobros as contract } from '#contract/cobros.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
import { decodeCursor, encodeCursor } from '../core/http/cursor.ts';
import { searchPatterns } from '../core/text.ts';
import { presentCobroItem, selectCobroItems } from './cobros.queries.ts';

type Filtros = z.output<typeof contract.query>;
const MAX_TOTAL = 10_000;
const CODIGO = /^[2-9a-hj-np-z]{1,4}-?[2-9a-hj-np-z]{0,4}$/i;

function conditions(
  eb: ExpressionBuilder<DB, 'cobro' | 'cliente'>,
  filtros: Filtros,
  now: string,
): Expression<SqlBool>[] {
  const and: Expression<SqlBool>[] = [];
  const { q } = filtros;
  if (q) {
    const person = eb.and(
      searchPatterns(q).map((pattern) => eb('cliente.busqueda', 'like', pattern)),
    );
    const codigo = eb('cobro.codigo', 'like', `${q.toUpperCase()}%`);
    and.push(CODIGO.test(q) ? eb.or([codigo, person]) : person);
  }
  if (filtros.estado?.length) and.push(eb('cobro.estado', 'in', filtros.estado));
  if (filtros.cliente) and.push(eb('cobro.clienteId', '=', filtros.cliente));
  if (filtros.empresa) {
    // As a union, so that each side is found by its index.
    and.push(sql<SqlBool>`cobro.id in (select id from cobro where empresa_id = ${filtros.empresa}
      union all select c.id from cliente join cobro c on c.cliente_id = cliente.id
      where cliente.empresa_id = ${filtros.empresa})`);
  }
  const lines = { TALLER: filtros.taller, CURSO: filtros.curso, PRODUCTO: filtros.producto };
  for (const [tipo, itemId] of Object.entries(lines)) {
    if (itemId === undefined) continue;
    and.push(sql<SqlBool>`exists (select from linea_cobro
      where cobro_id = cobro.id and tipo = ${tipo} and item_id = ${itemId})`);
  }
  if (filtros.atencion === 'ALERTA') and.push(eb('cobro.alerta', 'is not', null));
  if (filtros.atencion === 'POR_REEMBOLSAR') {
    and.push(
      sql<SqlBool>`(cobro.pagado > cobro.total or (cobro.estado = 'ANULADO' and cobro.pagado > 0))`,
    );
  }
  if (filtros.atencion === 'VENCE_PRONTO') {
    and.push(sql<SqlBool>`cobro.estado = 'PENDIENTE' and cobro.vence_en is not null
      and cobro.vence_en < ${now}::timestamptz + interval '24 hours'`);
  }
  return and;
}

/** A keyset page of Cobros, newest first unless told, and their number up to 10,000. */
export async function listCobros(
  db: Db,
  filtros: Filtros,
  now: string,
): Promise<Answer<typeof contract>> {
  const order = filtros.orden ?? '-creadoEn';
  const limit = filtros.limite ?? 50;
  const down = order === '-creadoEn';
  const [lastAt, lastId] = filtros.cursor
    ? decodeCursor(filtros.cursor, order, ['instant', 'number'])
    : [];
  const page = selectCobroItems(db)
    .where((eb) => eb.and(conditions(eb, filtros, now)))
    .$if(lastId !== undefined, (qb) =>
      qb.where(
        sql<SqlBool>`(cobro.creado_en, cobro.id) ${sql.raw(down ? '<' : '>')} (${lastAt}::timestamptz, ${lastId}::bigint)`,
      ),
    )
    .orderBy('cobro.creadoEn', down ? 'desc' : 'asc')
    .orderBy('cobro.id', down ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
  const bounded = db
    .selectFrom('cobro')
    .innerJoin('cliente', 'cliente.id', 'cobro.clienteId')
    .where((eb) => eb.and(conditions(eb, filtros, now)))
    .select('cobro.id')
    .limit(MAX_TOTAL + 1);
  const count = db
    .selectFrom(bounded.as('acotado'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const [rows, { n }] = await Promise.all([page, count]);
  const items = rows.slice(0, limit).map(presentCobroItem);
  const last = items.at(-1);
  return {
    items,
    siguiente: rows.length > limit && last ? encodeCursor(order, [last.creadoEn, last.id]) : null,
    total: Math.min(n, MAX_TOTAL),
    ...(n > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
