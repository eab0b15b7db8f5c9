import { sql } from 'kysely';
import type { z } from 'zod';
import type { Audiencia, listCampanas } from '#contract/campanas.ts';
import type { Condicion } from '#contract/condicion.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { searchPatterns } from '../core/text.ts';
import type { Exclusiones } from './conteo.queries.ts';

export type Filtros = Pick<z.output<typeof listCampanas.query>, 'q' | 'estado' | 'tipo'>;

/** Campaigns that match. */
function filtered(db: Db | Trx, { q, estado, tipo }: Filtros) {
  let query = db.selectFrom('campana as c');
  if (estado?.length) query = query.where('c.estado', 'in', estado);
  if (tipo?.length) query = query.where('c.tipo', 'in', tipo);
  for (const pattern of searchPatterns(q ?? '')) {
    query = query.where(sql<boolean>`' ' || normalizar(c.nombre) like ${pattern}`);
  }
  return query;
}

const itemColumns = [
  'c.id',
  'c.nombre',
  'c.tipo',
  'c.estado',
  'c.asunto',
  'c.programadaEn',
  'c.iniciadaEn',
  'c.terminadaEn',
  'c.pausaMotivo',
  'c.destinatarios',
  'c.progreso',
  'c.creadoEn',
] as const;

/** The newest first. */
export function selectCampanas(
  db: Db,
  filtros: Filtros,
  page: { before: { at: string; id: number } | undefined; limit: number },
) {
  let query = filtered(db, filtros).select(itemColumns);
  if (page.before) {
    const { at, id } = page.before;
    query = query.where(sql<boolean>`(c.creado_en, c.id) < (${at}::timestamptz, ${id}::bigint)`);
  }
  return query.orderBy('c.creadoEn', 'desc').orderBy('c.id', 'desc').limit(page.limit).execute();
}

export async function countCampanas(db: Db, filtros: Filtros): Promise<number> {
  const { n } = await filtered(db, filtros)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

type Cosa = { id: number; titulo: string } | null;

const cosa = (table: string, titulo: string) =>
  sql<Cosa>`(select json_build_object('id', id, 'titulo', ${sql.ref(titulo)})
    from ${sql.table(table)} where id = ${sql.ref(`c.${table}_id`)})`;

/** A campaign with the names of what it refers to. */
export function selectCampana(db: Db | Trx, id: number) {
  return filtered(db, {})
    .leftJoin('usuario', 'usuario.id', 'c.creadoPor')
    .select(itemColumns)
    .select(['c.preheader', 'c.cuerpo', 'c.seguimiento', 'c.candidatos', 'c.version'])
    .select(['c.tallerId', 'c.cursoId', 'c.productoId', 'usuario.name as creadoPor'])
    .select([
      sql<Audiencia>`c.audiencia`.as('audiencia'),
      sql<Condicion | null>`c.condicion`.as('condicion'),
      sql<Exclusiones>`c.exclusiones`.as('exclusiones'),
      cosa('taller', 'titulo').as('taller'),
      cosa('curso', 'titulo').as('curso'),
      cosa('producto', 'nombre').as('producto'),
      sql<{ id: number; nombre: string } | null>`(
        select json_build_object('id', id, 'nombre', nombre) from plantilla_email
        where id = c.plantilla_id)`.as('plantilla'),
    ])
    .where('c.id', '=', id)
    .executeTakeFirst();
}

/** A campaign as it is stored, locked until the transaction ends. */
export async function lockCampana(trx: Trx, id: number) {
  const row = await trx
    .selectFrom('campana')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return (
    row && {
      ...row,
      audiencia: row.audiencia as Audiencia,
      condicion: row.condicion as Condicion | null,
      exclusiones: row.exclusiones as Exclusiones,
    }
  );
}
export type CampanaRow = NonNullable<Awaited<ReturnType<typeof lockCampana>>>;

/** Of the things named by id, those that do not exist, by the field that names them. */
export async function selectMissing(
  trx: Trx,
  refs: {
    plantillaId?: number | null | undefined;
    tallerId?: number | null | undefined;
    cursoId?: number | null | undefined;
    productoId?: number | null | undefined;
  },
): Promise<string[]> {
  const tables = {
    plantillaId: 'plantilla_email',
    tallerId: 'taller',
    cursoId: 'curso',
    productoId: 'producto',
  } as const;
  const missing: string[] = [];
  for (const [campo, table] of Object.entries(tables) as [keyof typeof tables, string][]) {
    const id = refs[campo];
    if (!id) continue;
    const { rows } = await sql`select from ${sql.table(table)} where id = ${id}`.execute(trx);
    if (rows.length === 0) missing.push(campo);
  }
  return missing;
}
