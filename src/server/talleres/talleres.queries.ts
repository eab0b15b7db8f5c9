import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { z } from 'zod';
import { imagenUrl } from '#contract/archivos.ts';
import type { listTalleres, TallerItem } from '#contract/talleres.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
import { searchPatterns } from '../core/text.ts';

/** Seats neither taken nor offered. */
export const cuposLibres = sql<number>`taller.cupos - taller.cupos_ocupados - taller.cupos_ofrecidos`;

/** Those that a visitor may take: none while someone who waits could have them. */
export const cuposParaVisitas = sql<number>`case when hay_espera(taller.id, ${cuposLibres}) then 0 else ${cuposLibres} end`;

/** The rows of tallerItem, to be filtered, ordered and presented with `presentTallerItem`. */
export function selectTallerItems(db: Db | Trx) {
  return db
    .selectFrom('taller')
    .leftJoin('interes', 'interes.id', 'taller.interesId')
    .select((eb) => [
      'taller.id',
      'taller.titulo',
      'taller.slug',
      'taller.modalidad',
      'taller.lugar',
      'taller.comuna',
      'taller.instructor',
      'taller.imagenId',
      'taller.iniciaEn',
      'taller.terminaEn',
      'taller.zona',
      'taller.precio',
      'taller.cupos',
      'taller.cuposOcupados',
      'taller.cuposOfrecidos',
      cuposLibres.as('cuposLibres'),
      'taller.estado',
      eb
        .case()
        .when('interes.id', 'is not', null)
        .then(
          jsonBuildObject({
            id: eb.ref('interes.id').$notNull(),
            nombre: eb.ref('interes.nombre').$notNull(),
            color: eb.ref('interes.color').$notNull(),
          }),
        )
        .end()
        .as('interes'),
    ]);
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectTallerItems>['execute']>>[number];

export function presentTallerItem({ imagenId, ...row }: ItemRow): TallerItem {
  return { ...row, imagenUrl: imagenId ? imagenUrl(imagenId) : null };
}

type Filtros = z.output<typeof listTalleres.query>;
type Builder = ExpressionBuilder<DB, 'taller'>;

/** The conditions of a list; dates are local to each Taller's own zone. */
export function tallerConditions(
  eb: Builder,
  filtros: Filtros,
  now: string,
): Expression<SqlBool>[] {
  const and: Expression<SqlBool>[] = [];
  for (const pattern of searchPatterns(filtros.q ?? ''))
    and.push(eb('taller.busqueda', 'like', pattern));
  if (filtros.estado?.length) and.push(eb('taller.estado', 'in', filtros.estado));
  if (filtros.interes?.length) and.push(eb('taller.interesId', 'in', filtros.interes));
  if (filtros.cuando === 'PROXIMOS') and.push(eb('taller.terminaEn', '>', now));
  if (filtros.cuando === 'PASADOS') and.push(eb('taller.terminaEn', '<=', now));
  if (filtros.conCupos) and.push(sql<SqlBool>`${cuposLibres} > 0`);
  if (filtros.desde) {
    and.push(
      sql<SqlBool>`taller.inicia_en >= ${filtros.desde}::date::timestamp at time zone taller.zona`,
    );
  }
  if (filtros.hasta) {
    and.push(
      sql<SqlBool>`taller.inicia_en < (${filtros.hasta}::date + 1)::timestamp at time zone taller.zona`,
    );
  }
  return and;
}

export async function selectTaller(db: Db | Trx, id: number) {
  return selectTallerItems(db)
    .select([
      'taller.resumen',
      'taller.descripcion',
      'taller.direccion',
      'taller.enlace',
      'taller.afectoIva',
      'taller.publicadoEn',
      'taller.anuladoEn',
      'taller.anuladoMotivo',
      'taller.version',
      'taller.creadoEn',
      'taller.actualizadoEn',
    ])
    .where('taller.id', '=', id)
    .executeTakeFirst();
}

/** Those who wait for a seat or have an offer, in people and in seats. */
export async function selectDemanda(
  db: Db | Trx,
  id: number,
): Promise<{ personas: number; cupos: number }> {
  return db
    .selectFrom('espera')
    .where('tallerId', '=', id)
    .where('estado', 'in', ['ESPERANDO', 'OFRECIDA'])
    .select((eb) => [
      eb.fn.countAll<number>().as('personas'),
      sql<number>`coalesce(sum(cantidad), 0)::int`.as('cupos'),
    ])
    .executeTakeFirstOrThrow();
}

/** Live seats by the state of their Cobro, and the money of the Taller's share of each Cobro, in pesos. */
export async function selectCuentaDeTaller(db: Db | Trx, id: number) {
  const seats = (estado: 'PAGADO' | 'ABONADO' | 'PENDIENTE') =>
    sql<number>`coalesce(sum(inscripcion.cantidad) filter (where cobro.estado = ${sql.lit(estado)}), 0)::int`;
  return db
    .selectFrom('inscripcion')
    .innerJoin('cobro', 'cobro.id', 'inscripcion.cobroId')
    .where('inscripcion.tallerId', '=', id)
    .where('inscripcion.anuladaEn', 'is', null)
    .select([
      seats('PAGADO').as('pagados'),
      seats('ABONADO').as('abonados'),
      seats('PENDIENTE').as('pendientes'),
      sql<number>`coalesce(sum(inscripcion.total), 0)::bigint`.as('vendido'),
      sql<number>`coalesce(sum(case when cobro.total > 0
        then least(cobro.pagado, cobro.total) * inscripcion.total / cobro.total else 0 end), 0)::bigint`.as(
        'pagado',
      ),
    ])
    .executeTakeFirstOrThrow();
}
