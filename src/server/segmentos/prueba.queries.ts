import { sql } from 'kysely';
import type { z } from 'zod';
import type { Condicion } from '#contract/condicion.ts';
import type { probarCondicion } from '#contract/segmentos.ts';
import type { Trx } from '../core/db/connect.ts';
import { jsonInstant } from '../core/db/json.ts';
import { compileCondicion } from './compilar.queries.ts';
import { recibeNovedades } from './hojas/novedades.queries.ts';
import type { Entorno } from './parte.queries.ts';

type Prueba = Omit<z.output<typeof probarCondicion.response>, 'frase'>;

const MUESTRA = 10;

/** Of a question asked while someone writes a condition, in seconds: it is asked often. */
const PLAZO_PRUEBA = 20;

/** Room for a question over everyone: its joins stay in memory, and it may take longer than a page may. */
export async function allowLargeRead(trx: Trx, seconds = 60): Promise<void> {
  await sql`select set_config('statement_timeout', ${`${seconds}s`}, true),
    set_config('work_mem', '64MB', true)`.execute(trx);
}

/** How many people meet a condition, how many of them could be written to now, and the newest of them. */
export async function selectPrueba(
  trx: Trx,
  condicion: Condicion,
  entorno: Entorno,
): Promise<Prueba> {
  await allowLargeRead(trx, PLAZO_PRUEBA);
  const { rows } = await sql<Prueba>`
    with p as materialized (
      select c.id, c.creado_en from cliente c where ${compileCondicion(condicion, entorno)}
    )
    select (select count(*)::int from p) as cantidad,
      (select count(*)::int from p join cliente c on c.id = p.id where ${recibeNovedades}) as con_correo,
      coalesce((
        select json_agg(json_build_object('id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos,
          'email', c.email, 'estado', c.estado, 'creadoEn', c.creado_en)
          order by c.creado_en desc, c.id desc)
        from (select id from p order by creado_en desc, id desc limit ${sql.lit(MUESTRA)}) newest
        join cliente c on c.id = newest.id
      ), '[]') as muestra`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return {
    ...row,
    muestra: row.muestra.map((one) => ({ ...one, creadoEn: jsonInstant(one.creadoEn) })),
  };
}
