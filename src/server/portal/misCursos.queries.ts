import { sql } from 'kysely';
import type { MiCurso } from '#contract/portal.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { accesoEstado, fromInscripcionesCurso } from '../cursos/inscripcionesCurso.queries.ts';

/**
 * The Cursos of a Cliente, each once, by the best of their live purchases of it: one that opens it, else
 * one to be paid, else the last that ended. `imagenId` stands for its picture.
 */
export function selectMisCursos(db: Db, { clienteId, now }: { clienteId: number; now: string }) {
  const acceso = accesoEstado(now);
  const progreso = sql`from leccion left join progreso_leccion p
    on p.leccion_id = leccion.id and p.cliente_id = ${clienteId}
    where leccion.curso_id = curso.id`;
  return fromInscripcionesCurso(db)
    .distinctOn('curso.id')
    .where('inscripcionCurso.clienteId', '=', clienteId)
    .where('inscripcionCurso.anuladaEn', 'is', null)
    .select([
      'curso.id',
      'curso.slug',
      'curso.titulo',
      'curso.instructor',
      'curso.imagenId',
      'curso.descripcion',
      'inscripcionCurso.accesoHasta',
      'inscripcionCurso.id as compra',
      'cobro.codigo',
      acceso.$castTo<MiCurso['acceso']>().as('acceso'),
      sql<number>`(select count(*)::int ${progreso})`.as('lecciones'),
      sql<number>`(select count(p.terminada_en)::int ${progreso})`.as('terminadas'),
      sql<
        MiCurso['seguirEn']
      >`(select json_build_object('leccionId', leccion.id, 'titulo', leccion.titulo)
        ${progreso} and p.terminada_en is null
        order by p.visto_en desc nulls last, leccion.orden limit 1)`.as('seguirEn'),
    ])
    .orderBy('curso.id')
    .orderBy(sql`array_position(array['VIGENTE', 'POR_PAGAR', 'VENCIDO'], ${acceso})`)
    .orderBy('inscripcionCurso.accesoHasta', (ob) => ob.desc().nullsFirst())
    .orderBy('inscripcionCurso.id', 'desc');
}

export type MiCursoRow = Awaited<ReturnType<ReturnType<typeof selectMisCursos>['execute']>>[number];

/** The lessons of a Curso in their order, with what the Cliente finished. */
export function selectContenido(
  db: Db,
  { clienteId, cursoId }: { clienteId: number; cursoId: number },
) {
  return db
    .selectFrom('leccion')
    .leftJoin('progresoLeccion as p', (join) =>
      join.onRef('p.leccionId', '=', 'leccion.id').on('p.clienteId', '=', clienteId),
    )
    .select(['leccion.id', 'orden', 'titulo', 'duracionSegundos'])
    .select((eb) => [
      eb('videoTipo', 'is not', null).$castTo<boolean>().as('tieneVideo'),
      eb('p.terminadaEn', 'is not', null).$castTo<boolean>().as('terminada'),
    ])
    .where('cursoId', '=', cursoId)
    .orderBy('orden')
    .execute();
}

/** Where the Cliente left a lesson, and the lessons beside it. */
export async function selectPosicion(
  db: Db,
  input: { clienteId: number; cursoId: number; leccionId: number; orden: number },
): Promise<Posicion> {
  const { clienteId, cursoId, leccionId, orden } = input;
  const { rows } = await sql<Posicion>`
    select coalesce(p.segundos, 0) as segundos, p.terminada_en is not null as terminada,
      (select id from leccion where curso_id = ${cursoId} and orden < ${orden}
        order by orden desc limit 1) as anterior,
      (select id from leccion where curso_id = ${cursoId} and orden > ${orden}
        order by orden limit 1) as siguiente
    from (select) as una left join progreso_leccion p
      on p.cliente_id = ${clienteId} and p.leccion_id = ${leccionId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('an outer join of one row gives one');
  return row;
}

type Posicion = {
  segundos: number;
  terminada: boolean;
  anterior: number | null;
  siguiente: number | null;
};

/**
 * Notes where the Cliente is in a lesson. What is not given stays; a lesson is finished until it is said
 * that it is not. @returns undefined when the Curso has no such lesson.
 */
export async function upsertProgreso(
  trx: Trx,
  input: {
    clienteId: number;
    cursoId: number;
    leccionId: number;
    segundos: number | undefined;
    terminada: boolean | undefined;
    now: string;
  },
): Promise<{ terminada: boolean } | undefined> {
  const { clienteId, cursoId, leccionId, segundos, terminada, now } = input;
  const { rows } = await sql<{ terminada: boolean }>`
    insert into progreso_leccion as p (cliente_id, leccion_id, segundos, visto_en, terminada_en)
    select ${clienteId}::bigint, id, ${segundos ?? 0}::int, ${now}::timestamptz,
      ${terminada ? now : null}::timestamptz
    from leccion where id = ${leccionId}::bigint and curso_id = ${cursoId}::bigint for key share
    on conflict (cliente_id, leccion_id) do update set
      segundos = coalesce(${segundos ?? null}::int, p.segundos),
      visto_en = excluded.visto_en,
      terminada_en = case ${terminada ?? null}::boolean
        when true then coalesce(p.terminada_en, excluded.terminada_en)
        when false then null
        else p.terminada_en end
    returning terminada_en is not null as terminada`.execute(trx);
  return rows[0];
}
