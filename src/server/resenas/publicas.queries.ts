import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { Cuenta } from './calificacion.policy.ts';
import type { De } from './escritura.queries.ts';
import { edicionesDe } from './resenas.queries.ts';

/** Of a Taller, the reviews of all its series. */
function about(de: De): RawBuilder<boolean> {
  return de.tipo === 'TALLER'
    ? sql`resena.taller_id in ${edicionesDe(de.id)}`
    : sql`resena.curso_id = ${de.id}`;
}

/** How many published reviews give 1, 2, 3, 4 and 5 stars. */
export async function selectDistribucion(db: Db, de: De): Promise<number[]> {
  const rows = await db
    .selectFrom('resena')
    .select(['estrellas', sql<number>`count(*)::int`.as('cantidad')])
    .where('estado', '=', 'PUBLICADA')
    .where(about(de))
    .groupBy('estrellas')
    .execute();
  return [1, 2, 3, 4, 5].map(
    (stars) => rows.find(({ estrellas }) => estrellas === stars)?.cantidad ?? 0,
  );
}

/** Published reviews, newest first, before an id if told. */
export function selectPublicadas(db: Db, de: De, before: number | undefined, limit: number) {
  return db
    .selectFrom('resena')
    .innerJoin('cliente', 'cliente.id', 'resena.clienteId')
    .leftJoin('taller', 'taller.id', 'resena.tallerId')
    .select(['resena.id', 'cliente.nombres', 'cliente.apellidos', 'taller.iniciaEn', 'taller.zona'])
    .select(['resena.estrellas', 'resena.comentario', 'resena.respuesta', 'resena.creadoEn'])
    .where('resena.estado', '=', 'PUBLICADA')
    .where(about(de))
    .$if(before !== undefined, (qb) => qb.where('resena.id', '<', before ?? 0))
    .orderBy('resena.id', 'desc')
    .limit(limit)
    .execute();
}

/** A Taller or Curso that the public may see, by its address; whether it has other editions. */
export async function findPublico(
  db: Db,
  tipo: De['tipo'],
  slug: string,
): Promise<(De & { ediciones: number }) | undefined> {
  if (tipo === 'CURSO') {
    const curso = await db
      .selectFrom('curso')
      .select('id')
      .where('slug', '=', slug)
      .where('estado', '=', 'PUBLICADO')
      .executeTakeFirst();
    return curso && { tipo, id: curso.id, ediciones: 1 };
  }
  const taller = await db
    .selectFrom('taller')
    .select('id')
    .where('slug', '=', slug)
    .where('estado', '!=', 'BORRADOR')
    .executeTakeFirst();
  if (!taller) return undefined;
  const { n } = await db
    .selectFrom('taller')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('id', 'in', edicionesDe(taller.id))
    .where('estado', '!=', 'BORRADOR')
    .executeTakeFirstOrThrow();
  return { tipo, id: taller.id, ediciones: n };
}

export type CalificadoRow = Cuenta &
  De & {
    titulo: string;
    slug: string;
    iniciaEn: string | null;
    zona: string | null;
  };

type Contada = Cuenta & { serieId: number; cursoId: number };

/** How many published reviews each thing has ever had: those of a workshop are of all its editions. */
export function selectContadas(db: Db): Promise<Contada[]> {
  return db.selectFrom('resenaCuenta').selectAll().where('cantidad', '>', 0).execute();
}

/** The same of those written within some instants. */
export async function selectContadasEntre(
  db: Db,
  { desde, antes }: { desde: string; antes: string },
): Promise<Contada[]> {
  const { rows } = await sql<Contada>`
    select coalesce(t.serie_id, t.id, 0) as serie_id, coalesce(r.curso_id, 0) as curso_id, count(*)::int as cantidad,
      sum(estrellas)::int as suma
    from resena r left join taller t on t.id = r.taller_id
    where r.estado = 'PUBLICADA' and r.creado_en >= ${desde} and r.creado_en < ${antes} group by 1, 2`.execute(
    db,
  );
  return rows;
}

/** What is called how: a series of Talleres as its newest edition. In the order given. */
export async function nameContadas<T extends Contada>(
  db: Db,
  contadas: readonly T[],
): Promise<(T & CalificadoRow)[]> {
  const { rows } = await sql<Omit<CalificadoRow, keyof Cuenta> & { orden: number }>`
    select case when c.id is null then 'TALLER' else 'CURSO' end as tipo, coalesce(c.id, e.id) as id,
      coalesce(c.titulo, e.titulo) as titulo, coalesce(c.slug, e.slug) as slug, e.inicia_en, e.zona, orden
    from unnest(${contadas.map((c) => c.serieId)}::bigint[], ${contadas.map((c) => c.cursoId)}::bigint[])
      with ordinality as contada(serie_id, curso_id, orden)
    left join curso c on c.id = contada.curso_id
    left join lateral (
      select id, titulo, slug, inicia_en, zona from taller
      where taller.id = contada.serie_id or taller.serie_id = contada.serie_id
      order by estado = 'BORRADOR', inicia_en desc, id desc limit 1) e on true`.execute(db);
  return rows.flatMap(({ orden, ...de }) => {
    const contada = contadas[orden - 1];
    return contada ? [{ ...contada, ...de }] : [];
  });
}
