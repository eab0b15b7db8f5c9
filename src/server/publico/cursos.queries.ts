import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { cursoConditions, selectCursoItems } from '../cursos/cursos.queries.ts';

function selectPublicados(db: Db) {
  return selectCursoItems(db)
    .select(['curso.resumen', 'curso.diasAcceso', 'curso.publicadoEn'])
    .where('curso.estado', '=', 'PUBLICADO');
}

export type CursoPublicadoRow = Awaited<
  ReturnType<ReturnType<typeof selectPublicados>['execute']>
>[number];

/** Published Cursos, the latest first. */
export function selectCatalogoCursos(
  db: Db,
  filtros: { q?: string | undefined; interes?: number | undefined; limit: number },
  after: { publicadoEn: string; id: number } | undefined,
): Promise<CursoPublicadoRow[]> {
  const { q, interes, limit } = filtros;
  return selectPublicados(db)
    .where((eb) => eb.and(cursoConditions(eb, { q, interes: interes ? [interes] : [] })))
    .$if(after !== undefined, (qb) =>
      qb.where(
        sql<boolean>`(curso.publicado_en, curso.id) < (${after?.publicadoEn}::timestamptz, ${after?.id}::bigint)`,
      ),
    )
    .orderBy('curso.publicadoEn', 'desc')
    .orderBy('curso.id', 'desc')
    .limit(limit)
    .execute();
}

/** A Curso that the public may see, with the hold that a purchase of it gets, in hours. */
export function selectCursoPublicado(db: Db, slug: string) {
  return selectPublicados(db)
    .innerJoin('negocio', (join) => join.onTrue())
    .select(['curso.descripcion', 'curso.interesId', 'negocio.horasReserva'])
    .where('curso.slug', '=', slug)
    .executeTakeFirst();
}

/** The id of a free lesson of a published Curso. */
export async function selectGratuita(
  db: Db,
  { slug, leccionId }: { slug: string; leccionId: number },
): Promise<number | undefined> {
  const row = await db
    .selectFrom('leccion')
    .innerJoin('curso', 'curso.id', 'leccion.cursoId')
    .select('leccion.id')
    .where('curso.slug', '=', slug)
    .where('curso.estado', '=', 'PUBLICADO')
    .where('leccion.id', '=', leccionId)
    .where('leccion.gratuita', '=', true)
    .executeTakeFirst();
  return row?.id;
}
