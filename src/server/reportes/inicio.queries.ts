import { type RawBuilder, sql } from 'kysely';
import type { CobroItem } from '#contract/cobros.ts';
import type { ProductoItem } from '#contract/productos.ts';
import type { TallerItem } from '#contract/talleres.ts';
import { presentCobroItem, selectCobroItems } from '../cobros/cobros.queries.ts';
import type { Db } from '../core/db/connect.ts';
import { presentProductoItem, selectProductoItems } from '../productos/productos.queries.ts';
import { presentTallerItem, selectTallerItems } from '../talleres/talleres.queries.ts';

/** More than a person reads at a glance; bounds the answer. */
const MAX = 100;

export async function selectTalleresEntre(
  db: Db,
  desde: string,
  antes: string,
): Promise<TallerItem[]> {
  const rows = await selectTallerItems(db)
    .where('taller.estado', '=', 'PUBLICADO')
    .where('taller.iniciaEn', '>=', desde)
    .where('taller.iniciaEn', '<', antes)
    .orderBy('taller.iniciaEn')
    .orderBy('taller.id')
    .limit(MAX)
    .execute();
  return rows.map(presentTallerItem);
}

const porCobrar = sql<boolean>`cobro.estado in ('PENDIENTE', 'ABONADO') and cobro.total > cobro.pagado`;
/** Only a Cobro without payments loses its seats when its hold ends. */
const reserva = sql`case when cobro.estado = 'PENDIENTE' then cobro.vence_en end`;

/** The first of those that still owe within some, by an index that has their order. */
const firstOwing = (within: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) =>
  sql`(select id from cobro where ${within} and ${porCobrar} order by ${order}, id limit ${limit})`;

/** Cobros that still owe: holds that end soonest first, then the oldest. */
export async function selectPagosEsperados(db: Db, limit: number): Promise<CobroItem[]> {
  const creado = sql`creado_en`;
  const first = [
    firstOwing(sql`estado = 'PENDIENTE' and vence_en is not null`, sql`vence_en`, limit),
    firstOwing(sql`estado = 'PENDIENTE' and vence_en is null`, creado, limit),
    firstOwing(sql`estado = 'ABONADO'`, creado, limit),
  ];
  const rows = await selectCobroItems(db)
    .where('cobro.id', 'in', sql<number>`(${sql.join(first, sql` union all `)})`)
    .orderBy(sql`${reserva} asc nulls last`)
    .orderBy('cobro.creadoEn')
    .orderBy('cobro.id')
    .limit(limit)
    .execute();
  return rows.map(presentCobroItem);
}

/** How many Cobros still owe, and how much in all, in pesos. */
export function sumPagosEsperados(db: Db): Promise<{ cantidad: number; saldo: number }> {
  return db
    .selectFrom('cobro')
    .where(porCobrar)
    .select((eb) => [
      eb.fn.countAll<number>().as('cantidad'),
      sql<number>`coalesce(sum(total - pagado), 0)::bigint`.as('saldo'),
    ])
    .executeTakeFirstOrThrow();
}

/** Cobros that wait for a decision of staff, oldest first. */
export async function selectAlertas(db: Db): Promise<CobroItem[]> {
  const rows = await selectCobroItems(db)
    .where('cobro.alerta', 'is not', null)
    .orderBy('cobro.id')
    .limit(MAX)
    .execute();
  return rows.map(presentCobroItem);
}

/** Money to give back: what is over the total, and all that an annulled Cobro still holds, in pesos. */
export function sumPorReembolsar(db: Db): Promise<{ cantidad: number; monto: number }> {
  return db
    .selectFrom('cobro')
    .where(sql<boolean>`(pagado > total or (estado = 'ANULADO' and pagado > 0))`)
    .select((eb) => [
      eb.fn.countAll<number>().as('cantidad'),
      sql<number>`coalesce(sum(case when estado = 'ANULADO' then pagado else pagado - total end), 0)::bigint`.as(
        'monto',
      ),
    ])
    .executeTakeFirstOrThrow();
}

const alertaSinVer = sql<boolean>`producto.alerta_en is not null and producto.alerta_vista_en is null
  and producto.estado = 'ACTIVO'`;

/** Productos that fell to their minimum and nobody said to have seen it, the least stock first. */
export async function selectStockBajo(db: Db, limit: number): Promise<ProductoItem[]> {
  const rows = await selectProductoItems(db)
    .where(alertaSinVer)
    .orderBy('producto.stockActual')
    .orderBy('producto.id')
    .limit(limit)
    .execute();
  return rows.map(presentProductoItem);
}

export async function countStockBajo(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('producto')
    .where(alertaSinVer)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function countResenasPorModerar(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('resena')
    .where('estado', '=', 'PENDIENTE')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
