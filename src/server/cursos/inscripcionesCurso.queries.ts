import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { z } from 'zod';
import type { AccesoEstado, InscripcionCurso, listInscripcionesCurso } from '#contract/cursos.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
import { searchPatterns } from '../core/text.ts';
import { accesoVigente } from './acceso.queries.ts';

/** What a joined `inscripcion_curso` is at an instant (ISO 8601 UTC). */
export function accesoEstado(now: string) {
  return sql<AccesoEstado>`case
    when inscripcion_curso.anulada_en is not null then 'ANULADO'
    when inscripcion_curso.acceso_hasta <= ${now}::timestamptz then 'VENCIDO'
    when ${accesoVigente(now)} then 'VIGENTE'
    else 'POR_PAGAR' end`;
}

/** The accesses, open or not, with their Cobro and their student, to be narrowed and selected from. */
export function fromInscripcionesCurso(db: Db | Trx) {
  return db
    .selectFrom('inscripcionCurso')
    .innerJoin('cobro', 'cobro.id', 'inscripcionCurso.cobroId')
    .innerJoin('cliente', 'cliente.id', 'inscripcionCurso.clienteId')
    .innerJoin('curso', 'curso.id', 'inscripcionCurso.cursoId')
    .innerJoin('negocio', (join) => join.onTrue());
}

/** The progress of the student of the outer query's `inscripcion_curso` in its Curso. */
const progreso = sql`from progreso_leccion
  join leccion on leccion.id = progreso_leccion.leccion_id
  where leccion.curso_id = inscripcion_curso.curso_id
    and progreso_leccion.cliente_id = inscripcion_curso.cliente_id`;

export function selectInscripcionesCurso(db: Db | Trx, now: string) {
  return fromInscripcionesCurso(db).select((eb) => [
    'inscripcionCurso.id',
    'inscripcionCurso.cobroId',
    'cobro.codigo',
    'inscripcionCurso.cursoId',
    'curso.titulo as cursoTitulo',
    'inscripcionCurso.total',
    'cobro.estado',
    sql<number>`greatest(cobro.total - cobro.pagado, 0)`.as('saldo'),
    accesoEstado(now).as('acceso'),
    'inscripcionCurso.accesoDesde',
    'inscripcionCurso.accesoHasta',
    'inscripcionCurso.cortesiaMotivo',
    'inscripcionCurso.anuladaEn',
    'inscripcionCurso.creadoEn',
    jsonBuildObject({
      id: eb.ref('cliente.id'),
      nombres: eb.ref('cliente.nombres'),
      apellidos: eb.ref('cliente.apellidos'),
      email: eb.ref('cliente.email'),
      telefono: eb.ref('cliente.telefono'),
    }).as('cliente'),
    sql<number>`(select count(*)::int ${progreso} and progreso_leccion.terminada_en is not null)`.as(
      'terminadas',
    ),
    sql<string | null>`(select max(progreso_leccion.visto_en) ${progreso})`.as('ultimaVisitaEn'),
    sql<number>`(select count(*)::int from leccion where curso_id = inscripcion_curso.curso_id)`.as(
      'lecciones',
    ),
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInscripcionesCurso>['execute']>>[number];

/** A line shows its Cobro's state, or ANULADO when it is annulled itself. */
export function presentInscripcionCurso(row: Row, rol: Rol): InscripcionCurso {
  const live = row.anuladaEn === null;
  const puede = live && permisosDe(rol).includes('ventas:escribir');
  return {
    ...row,
    estado: live ? row.estado : 'ANULADO',
    saldo: live ? row.saldo : 0,
    puede: { anular: puede, cambiarAcceso: puede && row.accesoDesde !== null },
  };
}

export async function selectInscripcionCurso(
  db: Db | Trx,
  id: number,
  rol: Rol,
  now: string,
): Promise<InscripcionCurso | undefined> {
  const row = await selectInscripcionesCurso(db, now)
    .where('inscripcionCurso.id', '=', id)
    .executeTakeFirst();
  return row && presentInscripcionCurso(row, rol);
}

type Filtros = z.output<typeof listInscripcionesCurso.query>;
type Builder = ExpressionBuilder<DB, 'inscripcionCurso' | 'cliente' | 'cobro' | 'negocio'>;

/** The conditions of a list of accesses. */
export function inscripcionCursoConditions(
  eb: Builder,
  filtros: Filtros,
  now: string,
): Expression<SqlBool>[] {
  const and: Expression<SqlBool>[] = searchPatterns(filtros.q ?? '').map((pattern) =>
    eb('cliente.busqueda', 'like', pattern),
  );
  if (filtros.curso) and.push(eb('inscripcionCurso.cursoId', '=', filtros.curso));
  if (filtros.cliente) and.push(eb('inscripcionCurso.clienteId', '=', filtros.cliente));
  if (filtros.acceso?.length) and.push(eb(accesoEstado(now), 'in', filtros.acceso));
  return and;
}
