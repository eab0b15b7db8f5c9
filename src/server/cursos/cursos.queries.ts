import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { imagenUrl } from '#contract/archivos.ts';
import type { CursoItem } from '#contract/cursos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
import { searchPatterns } from '../core/text.ts';
import { accesoVigente } from './acceso.queries.ts';

/** Cursos with what every list of them shows, staff's or the public's. */
export function selectCursoItems(db: Db | Trx) {
  return db
    .selectFrom('curso')
    .leftJoin('interes', 'interes.id', 'curso.interesId')
    .select((eb) => [
      'curso.id',
      'curso.titulo',
      'curso.slug',
      'curso.instructor',
      'curso.imagenId',
      'curso.precio',
      'curso.estado',
      'curso.creadoEn',
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
      sql<number>`(select count(*)::int from leccion where curso_id = curso.id)`.as('lecciones'),
      sql<number>`(select coalesce(sum(duracion_segundos), 0)::int from leccion
        where curso_id = curso.id)`.as('duracionSegundos'),
    ]);
}

type Filtros = {
  q?: string | undefined;
  estado?: CursoItem['estado'][] | undefined;
  interes?: number[] | undefined;
};

/** The conditions of a list of Cursos. */
export function cursoConditions(
  eb: ExpressionBuilder<DB, 'curso'>,
  filtros: Filtros,
): Expression<SqlBool>[] {
  const and: Expression<SqlBool>[] = searchPatterns(filtros.q ?? '').map((pattern) =>
    eb('curso.busqueda', 'like', pattern),
  );
  if (filtros.estado?.length) and.push(eb('curso.estado', 'in', filtros.estado));
  if (filtros.interes?.length) and.push(eb('curso.interesId', 'in', filtros.interes));
  return and;
}

/** People with access to the Curso of the outer query at an instant (ISO 8601 UTC). */
export function alumnosDe(now: string) {
  return sql<number>`(select count(distinct inscripcion_curso.cliente_id)::int
    from inscripcion_curso
    join cobro on cobro.id = inscripcion_curso.cobro_id
    cross join negocio
    where inscripcion_curso.curso_id = curso.id and ${accesoVigente(now)})`;
}

export function selectCurso(db: Db | Trx, id: number, now: string) {
  return selectCursoItems(db)
    .select([
      'curso.resumen',
      'curso.descripcion',
      'curso.afectoIva',
      'curso.diasAcceso',
      'curso.publicadoEn',
      'curso.version',
      'curso.actualizadoEn',
      alumnosDe(now).as('alumnos'),
      sql<boolean>`exists (select from inscripcion_curso where curso_id = curso.id)`.as(
        'conVentas',
      ),
    ])
    .where('curso.id', '=', id)
    .executeTakeFirst();
}

type ItemRow = Omit<CursoItem, 'imagenUrl'> & { imagenId: string | null };

export function presentCursoItem({ imagenId, ...row }: ItemRow): CursoItem {
  return { ...row, imagenUrl: imagenId ? imagenUrl(imagenId) : null };
}

/** The money of a Curso, in pesos: its live lines, and its share of what their Cobros were paid. */
export function selectIngresosDeCurso(db: Db | Trx, id: number) {
  return db
    .selectFrom('inscripcionCurso')
    .innerJoin('cobro', 'cobro.id', 'inscripcionCurso.cobroId')
    .where('inscripcionCurso.cursoId', '=', id)
    .where('inscripcionCurso.anuladaEn', 'is', null)
    .select([
      sql<number>`coalesce(sum(inscripcion_curso.total), 0)::bigint`.as('vendido'),
      sql<number>`coalesce(sum(case when cobro.total > 0
        then least(cobro.pagado, cobro.total) * inscripcion_curso.total / cobro.total else 0 end), 0)::bigint`.as(
        'pagado',
      ),
    ])
    .executeTakeFirstOrThrow();
}

/** Locks a Curso against other changes of it and of its lessons; sales go on. */
export function lockCurso(trx: Trx, id: number) {
  return trx
    .selectFrom('curso')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}
