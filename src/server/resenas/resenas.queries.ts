import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { listResenas } from '#contract/resenas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
import { searchPatterns } from '../core/text.ts';

type Filtros = z.output<typeof listResenas.query>;
type Builder = ExpressionBuilder<DB, 'resena' | 'cliente'>;

/** The Talleres of the series of one, itself among them, as a subquery of ids. */
export function edicionesDe(tallerId: number) {
  return sql<number>`(select e.id from taller uno join taller e
    on e.id = coalesce(uno.serie_id, uno.id) or e.serie_id = coalesce(uno.serie_id, uno.id)
    where uno.id = ${tallerId})`;
}

function matches(q: string): Expression<SqlBool> {
  const patterns = searchPatterns(q);
  const all = (column: string) =>
    sql<SqlBool>`(${sql.join(
      patterns.map((pattern) => sql`${sql.ref(column)} like ${pattern}`),
      sql` and `,
    )})`;
  return sql<SqlBool>`(${all('cliente.busqueda')} or ${all('taller.busqueda')} or ${all('curso.busqueda')})`;
}

function conditions(eb: Builder, filtros: Filtros): Expression<SqlBool>[] {
  const and: Expression<SqlBool>[] = [];
  const { q, estado, estrellas, taller, curso, cliente, sinRespuesta } = filtros;
  if (q && searchPatterns(q).length > 0) and.push(matches(q));
  if (estado?.length) and.push(eb('resena.estado', 'in', estado));
  if (estrellas?.length) and.push(eb('resena.estrellas', 'in', estrellas.map(Number)));
  if (taller) and.push(eb('resena.tallerId', 'in', edicionesDe(taller)));
  if (curso) and.push(eb('resena.cursoId', '=', curso));
  if (cliente) and.push(eb('resena.clienteId', '=', cliente));
  if (sinRespuesta) and.push(eb('resena.respuesta', 'is', null));
  return and;
}

function fromResena(db: Db | Trx) {
  return db
    .selectFrom('resena')
    .innerJoin('cliente', 'cliente.id', 'resena.clienteId')
    .leftJoin('taller', 'taller.id', 'resena.tallerId')
    .leftJoin('curso', 'curso.id', 'resena.cursoId');
}

export function selectResenas(db: Db | Trx) {
  return fromResena(db)
    .leftJoin('usuario as moderador', 'moderador.id', 'resena.moderadaPor')
    .leftJoin('usuario as redactor', 'redactor.id', 'resena.respondidaPor')
    .select(['cliente.nombres', 'cliente.apellidos', 'resena.clienteId'])
    .select(['resena.id', 'resena.tallerId', 'resena.cursoId', 'taller.iniciaEn', 'taller.zona'])
    .select(['resena.estrellas', 'resena.comentario', 'resena.estado', 'resena.rechazoMotivo'])
    .select(['resena.moderadaEn', 'resena.respuesta', 'resena.respondidaEn', 'resena.version'])
    .select('resena.creadoEn')
    .select([
      sql<string>`coalesce(taller.titulo, curso.titulo)`.as('titulo'),
      sql<string>`coalesce(taller.slug, curso.slug)`.as('slug'),
      'moderador.name as moderadaPor',
      'redactor.name as respondidaPor',
    ]);
}

export type ResenaRow = Awaited<ReturnType<ReturnType<typeof selectResenas>['execute']>>[number];

export function selectPagina(
  db: Db,
  filtros: Filtros,
  page: { down: boolean; after: { creadoEn: string; id: number } | undefined; limit: number },
): Promise<ResenaRow[]> {
  const { down, after, limit } = page;
  return selectResenas(db)
    .where((eb) => eb.and(conditions(eb, filtros)))
    .$if(after !== undefined, (qb) =>
      qb.where(
        sql<SqlBool>`(resena.creado_en, resena.id) ${sql.raw(down ? '<' : '>')} (${after?.creadoEn}::timestamptz, ${after?.id}::bigint)`,
      ),
    )
    .orderBy('resena.creadoEn', down ? 'desc' : 'asc')
    .orderBy('resena.id', down ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

/** How many match, counted up to `max`. */
export async function countResenas(db: Db, filtros: Filtros, max: number): Promise<number> {
  const bounded = fromResena(db)
    .where((eb) => eb.and(conditions(eb, filtros)))
    .select('resena.id')
    .limit(max);
  const { n } = await db
    .selectFrom(bounded.as('acotado'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
