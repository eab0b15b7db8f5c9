import { type RawBuilder, sql } from 'kysely';
import type { Condicion, Hoja } from '#contract/condicion.ts';
import { ONCE } from '../core/db/connect.ts';
import { asistencia, espera, resena } from './hojas/asistencia.queries.ts';
import { compra } from './hojas/compra.queries.ts';
import { contacto, correo } from './hojas/contacto.queries.ts';
import { gasto, saldo } from './hojas/dinero.queries.ts';
import { ficha } from './hojas/ficha.queries.ts';
import { novedades } from './hojas/novedades.queries.ts';
import { interes, tiene } from './hojas/persona.queries.ts';
import {
  all,
  allBut,
  type Entorno,
  ids,
  local,
  ofThose,
  type Parte,
  pred,
  type Sql,
  unionAll,
} from './parte.queries.ts';

/**
 * A condition as SQL over `c`, a cliente: true for those who meet it, and false or null for all others. Every value
 * is a parameter. Relations become semi joins and anti joins where they can: an `o` between them is one set. Read
 * ROW_BY_ROW, they are looked up by index for each person that another order brings.
 */
export function compileCondicion(condicion: Condicion, entorno: Entorno): RawBuilder<boolean> {
  return sql<boolean>`(${sql.raw(ONCE)} ${asPred(compile(condicion, entorno), entorno)})`;
}

function compile(condicion: Condicion, entorno: Entorno): Parte {
  if ('y' in condicion) {
    return and(
      condicion.y.map((one) => compile(one, entorno)),
      entorno,
    );
  }
  if ('o' in condicion) {
    return or(
      condicion.o.map((one) => compile(one, entorno)),
      entorno,
    );
  }
  if ('no' in condicion) return not(condicion.no, entorno);
  return leaf(condicion, entorno);
}

function asPred(parte: Parte, { search }: Entorno): Sql {
  if (parte.tipo === 'LOCAL' || parte.tipo === 'PRED') return parte.sql;
  const among = sql`from (${parte.sql}) s (id) where s.id = c.id`;
  const are = parte.tipo === 'IDS';
  if (search === 'ROW_BY_ROW') {
    // Not as `exists`, for which PostgreSQL might make the whole set to look at a few.
    return sql`(select true ${among} limit 1) ${are ? sql`is true` : sql`is not true`}`;
  }
  return are ? sql`exists (select ${among})` : sql`not exists (select ${among})`;
}

function asIds(parte: Parte, entorno: Entorno): Sql {
  if (parte.tipo === 'IDS') return parte.sql;
  const conditions = all([asPred(parte, entorno), ofThose(sql`c.id`, entorno)]);
  return sql`select c.id from cliente c where ${conditions}`;
}

function and(partes: Parte[], entorno: Entorno): Parte {
  const [only] = partes;
  if (only && partes.length === 1) return only;
  const whole = all(partes.map((parte) => asPred(parte, entorno)));
  return partes.every(({ tipo }) => tipo === 'LOCAL') ? local(whole) : pred(whole);
}

function or(partes: Parte[], entorno: Entorno): Parte {
  const [only] = partes;
  if (only && partes.length === 1) return only;
  const locals = partes.filter(({ tipo }) => tipo === 'LOCAL');
  const others = partes.filter(({ tipo }) => tipo !== 'LOCAL');
  const ofRow = local(
    sql`(${sql.join(
      locals.map((parte) => parte.sql),
      sql` or `,
    )})`,
  );
  if (others.length === 0) return ofRow;
  const arms = [...others, ...(locals.length > 0 ? [ofRow] : [])];
  return ids(unionAll(arms.map((parte) => asIds(parte, entorno))));
}

/** Nothing known is the same as no: who has no comuna is not of Ñuñoa. */
function not(condicion: Condicion, entorno: Entorno): Parte {
  if ('no' in condicion) return compile(condicion.no, entorno);
  if ('o' in condicion) {
    return and(
      condicion.o.map((one) => not(one, entorno)),
      entorno,
    );
  }
  const parte = compile(condicion, entorno);
  if (parte.tipo === 'LOCAL') return local(sql`(${parte.sql}) is not true`);
  return parte.tipo === 'MENOS' ? ids(parte.sql) : allBut(asIds(parte, entorno));
}

function leaf(hoja: Hoja, entorno: Entorno): Parte {
  switch (hoja.campo) {
    case 'interes':
      return interes(hoja, entorno);
    case 'tiene':
      return tiene(hoja, entorno);
    case 'recibeNovedades':
      return novedades;
    case 'compra':
      return compra(hoja, entorno);
    case 'gasto':
      return gasto(hoja, entorno);
    case 'saldo':
      return saldo(hoja, entorno);
    case 'asistencia':
      return asistencia(hoja, entorno);
    case 'espera':
      return espera(hoja, entorno);
    case 'resena':
      return resena(hoja, entorno);
    case 'contacto':
      return contacto(hoja, entorno);
    case 'correo':
      return correo(hoja, entorno);
    default:
      return local(ficha(hoja, entorno));
  }
}
