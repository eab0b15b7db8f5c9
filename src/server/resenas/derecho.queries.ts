import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import { accesoVigente } from '../cursos/acceso.queries.ts';
import type { Asientos } from './derecho.policy.ts';

export type DerechoDeTaller = Asientos & {
  clienteId: number;
  nombres: string;
  id: number;
  titulo: string;
  slug: string;
  iniciaEn: string;
  zona: string;
};

/** The seats of each person in each Taller, live ones before annulled ones. */
async function selectAsientos(
  db: Db | Trx,
  where: RawBuilder<unknown>,
): Promise<DerechoDeTaller[]> {
  const { rows } = await sql<DerechoDeTaller>`
    select distinct on (i.taller_id, i.cliente_id) i.cliente_id, cl.nombres, t.id, t.titulo, t.slug, t.inicia_en,
      t.termina_en, t.zona, i.cantidad, i.anulada_en is not null as anulada, c.estado, a.presentes, a.ausentes
    from inscripcion i
    join cobro c on c.id = i.cobro_id
    join cliente cl on cl.id = i.cliente_id
    join taller t on t.id = i.taller_id
    cross join lateral (
      select count(*) filter (where estado = 'PRESENTE')::int as presentes,
        count(*) filter (where estado = 'AUSENTE')::int as ausentes
      from asistencia where inscripcion_id = i.id) a
    where ${where}
    order by i.taller_id, i.cliente_id, i.anulada_en is not null, i.id desc`.execute(db);
  return rows;
}

/** All that a person was ever enrolled in, or one Taller of it. */
export function selectDerechos(
  db: Db | Trx,
  clienteId: number,
  tallerId?: number,
): Promise<DerechoDeTaller[]> {
  const one = tallerId === undefined ? sql`true` : sql`i.taller_id = ${tallerId}`;
  // A line is of its Cobro's Cliente, and the Cobros of a Cliente have an index.
  return selectAsientos(
    db,
    sql`c.cliente_id = ${clienteId} and i.cliente_id = c.cliente_id and ${one}`,
  );
}

/** The seats in Talleres that ended in [from, to), of those who neither reviewed nor were asked to. */
export function selectSinPedir(db: Db, from: string, to: string): Promise<DerechoDeTaller[]> {
  return selectAsientos(
    db,
    sql`t.termina_en >= ${from} and t.termina_en < ${to} and t.estado = 'PUBLICADO'
      and not exists (select from resena r where r.taller_id = t.id and r.cliente_id = i.cliente_id)
      and not exists (select from solicitud_resena s where s.taller_id = t.id and s.cliente_id = i.cliente_id)`,
  );
}

export type DerechoDeCurso = { id: number; titulo: string; slug: string; vigente: boolean };

/** All the Cursos a person ever bought or was given, or one of them, and whether they may watch it now. */
export async function selectDerechosDeCurso(
  db: Db | Trx,
  clienteId: number,
  now: string,
  cursoId?: number,
): Promise<DerechoDeCurso[]> {
  return db
    .selectFrom('inscripcionCurso')
    .innerJoin('cobro', 'cobro.id', 'inscripcionCurso.cobroId')
    .innerJoin('curso', 'curso.id', 'inscripcionCurso.cursoId')
    .innerJoin('negocio', (join) => join.onTrue())
    .select(['curso.id', 'curso.titulo', 'curso.slug'])
    .select(sql<boolean>`bool_or(${accesoVigente(now)})`.as('vigente'))
    .where('inscripcionCurso.clienteId', '=', clienteId)
    .$if(cursoId !== undefined, (qb) => qb.where('curso.id', '=', cursoId ?? 0))
    .groupBy('curso.id')
    .execute();
}
