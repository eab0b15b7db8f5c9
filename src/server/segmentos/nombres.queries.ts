import { sql } from 'kysely';
import type { Condicion, Hoja } from '#contract/condicion.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { hojasDe } from './arbol.policy.ts';
import type { Nombres } from './hojas/palabras.policy.ts';

/** What is asked for by id; nobody (null) has no name. */
type Ids = {
  [K in keyof Nombres]?: readonly (K extends 'usuarios' ? string | null : number)[] | undefined;
};

const tables: Record<keyof Nombres, { table: string; column: string; type: 'bigint' | 'uuid' }> = {
  intereses: { table: 'interes', column: 'nombre', type: 'bigint' },
  talleres: { table: 'taller', column: 'titulo', type: 'bigint' },
  cursos: { table: 'curso', column: 'titulo', type: 'bigint' },
  productos: { table: 'producto', column: 'nombre', type: 'bigint' },
  empresas: { table: 'empresa', column: 'razon_social', type: 'bigint' },
  campanas: { table: 'campana', column: 'nombre', type: 'bigint' },
  usuarios: { table: 'usuario', column: 'name', type: 'uuid' },
};

type Clase = keyof Nombres;

async function namesOf<K extends number | string>(
  db: Db | Trx,
  clase: Clase,
  ids: readonly (K | null)[] = [],
): Promise<ReadonlyMap<K, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { table, column, type } = tables[clase];
  const { rows } = await sql<{ id: K; nombre: string }>`
    select id, ${sql.ref(column)} as nombre from ${sql.table(table)}
    where id = any(${wanted}::${sql.raw(type)}[])`.execute(db);
  return new Map(rows.map(({ id, nombre }) => [id, nombre]));
}

/** The names of things by their ids; what is no longer there has none. */
export async function selectNombres(db: Db | Trx, ids: Ids): Promise<Nombres> {
  return {
    intereses: await namesOf(db, 'intereses', ids.intereses),
    talleres: await namesOf(db, 'talleres', ids.talleres),
    cursos: await namesOf(db, 'cursos', ids.cursos),
    productos: await namesOf(db, 'productos', ids.productos),
    empresas: await namesOf(db, 'empresas', ids.empresas),
    campanas: await namesOf(db, 'campanas', ids.campanas),
    usuarios: await namesOf(db, 'usuarios', ids.usuarios),
  };
}

function idsOf(hoja: Hoja): Ids {
  switch (hoja.campo) {
    case 'interes':
      return { intereses: hoja.intereses };
    case 'empresa':
      return { empresas: hoja.empresas };
    case 'responsable':
      return { usuarios: hoja.en };
    case 'compra':
      return {
        intereses: hoja.de?.intereses,
        talleres: hoja.de?.talleres,
        cursos: hoja.de?.cursos,
        productos: hoja.de?.productos,
      };
    case 'asistencia':
    case 'espera':
      return { talleres: hoja.talleres };
    case 'correo':
      return { campanas: hoja.campanas };
    default:
      return {};
  }
}

/** All that some conditions refer to by id. */
export function refsOf(condiciones: readonly Condicion[]): Ids {
  const found = condiciones.flatMap(hojasDe).map(idsOf);
  return {
    intereses: found.flatMap((ids) => ids.intereses ?? []),
    talleres: found.flatMap((ids) => ids.talleres ?? []),
    cursos: found.flatMap((ids) => ids.cursos ?? []),
    productos: found.flatMap((ids) => ids.productos ?? []),
    empresas: found.flatMap((ids) => ids.empresas ?? []),
    campanas: found.flatMap((ids) => ids.campanas ?? []),
    usuarios: found.flatMap((ids) => ids.usuarios ?? []),
  };
}
