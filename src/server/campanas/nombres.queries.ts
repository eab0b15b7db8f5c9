import { sql } from 'kysely';
import type { Audiencia } from '#contract/campanas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Nombres } from './palabras.policy.ts';

async function namesOf(
  db: Db | Trx,
  table: string,
  column: string,
  ids: (number | undefined)[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = ids.filter((id) => id !== undefined);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: number; nombre: string }>`
    select id, ${sql.ref(column)} as nombre from ${sql.table(table)}
    where id = any(${wanted}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, nombre }) => [id, nombre]));
}

/** The names of what an audience refers to. */
export async function selectNombres(db: Db | Trx, audiencia: Audiencia): Promise<Nombres> {
  const filtro = audiencia.modo === 'FILTRO' ? audiencia.filtro : {};
  const { compro = {}, noCompro = {} } = filtro;
  const taller = audiencia.modo === 'ASISTENTES' ? audiencia.tallerId : undefined;
  const both = (what: 'talleres' | 'cursos' | 'productos') => [
    ...(compro[what] ?? []),
    ...(noCompro[what] ?? []),
  ];
  return {
    intereses: await namesOf(db, 'interes', 'nombre', filtro.intereses ?? []),
    talleres: await namesOf(db, 'taller', 'titulo', [...both('talleres'), taller]),
    cursos: await namesOf(db, 'curso', 'titulo', both('cursos')),
    productos: await namesOf(db, 'producto', 'nombre', both('productos')),
    empresas: await namesOf(db, 'empresa', 'razon_social', [filtro.empresaId]),
  };
}
