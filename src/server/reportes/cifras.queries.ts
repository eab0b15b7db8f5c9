import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { Rango } from '../core/time.ts';

// A figure is what was folded into its day and what waits to be: read in one statement, neither is missed nor
// counted twice.
const ingresos = sql`(select dia, monto from ingreso_dia union all select dia, monto from ingreso_delta)`;
const captaciones = sql`(select dia, leads, convertidos from captacion_dia
  union all select dia, leads, convertidos from captacion_delta)`;

const rangosDe = (rangos: Rango[]) => sql`unnest(
  ${rangos.map((r) => r.desde)}::date[], ${rangos.map((r) => r.hasta)}::date[]
) with ordinality as rango(desde, hasta, orden)`;

/** PAGO − REEMBOLSO − REVERSO of each range of local dates, in pesos, by the day the money moved. */
export async function sumIngresos(db: Db, rangos: Rango[]): Promise<number[]> {
  const { rows } = await sql<{ monto: number }>`
    select (
      select coalesce(sum(monto), 0)::bigint from ${ingresos} i where dia between rango.desde and rango.hasta
    ) as monto
    from ${rangosDe(rangos)} order by rango.orden`.execute(db);
  return rows.map((row) => row.monto);
}

/** The same by month (`YYYY-MM`), from the one that begins at a local date on; months without money are left out. */
export async function sumIngresosMensuales(db: Db, desde: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ mes: string; monto: number }>`
    select to_char(dia, 'YYYY-MM') as mes, sum(monto)::bigint as monto from ${ingresos} i
    where dia >= ${desde} group by 1`.execute(db);
  return new Map(rows.map(({ mes, monto }) => [mes, monto]));
}

export type Captacion = { leads: number; convertidos: number };

/** Clientes captured in each range of local dates, and how many of them ever became CLIENTE. */
export async function sumCaptaciones(db: Db, rangos: Rango[]): Promise<Captacion[]> {
  const { rows } = await sql<Captacion>`
    select sumas.* from ${rangosDe(rangos)} cross join lateral (
      select coalesce(sum(leads), 0)::bigint as leads, coalesce(sum(convertidos), 0)::bigint as convertidos
      from ${captaciones} c where dia between rango.desde and rango.hasta
    ) sumas order by rango.orden`.execute(db);
  return rows;
}

/** Active students at the end of each local date: those who began to be so by then and had not ceased. */
export async function countActivos(db: Db, dias: string[]): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select (
      select coalesce(sum(cambio), 0)::bigint
      from (select dia, cambio from activo_dia union all select dia, cambio from activo_delta) c
      where dia <= fecha.dia
    ) as n
    from unnest(${dias}::date[]) with ordinality as fecha(dia, orden) order by fecha.orden`.execute(
    db,
  );
  return rows.map((row) => row.n);
}

export type Categoria = {
  interes: { id: number; nombre: string; color: string } | null;
  inscripciones: number;
};

/** Enrolments made within local dates and still live, by interés, the most first. */
export async function sumCategorias(
  db: Db,
  { desde, hasta }: Rango,
  limit: number,
): Promise<Categoria[]> {
  const { rows } = await sql<Categoria>`
    select case when i.id is null then null
        else json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color) end as interes,
      sum(inscripciones)::bigint as inscripciones
    from (select dia, interes_id, inscripciones from inscrito_dia
      union all select dia, interes_id, inscripciones from inscrito_delta) lineas
    left join interes i on i.id = lineas.interes_id
    where dia between ${desde} and ${hasta}
    group by i.id having sum(inscripciones) > 0 order by 2 desc, i.id limit ${limit}`.execute(db);
  return rows;
}

type Cuenta = { tabla: string; clave: string[]; cifras: string[] };

/** What is kept by day, in `tabla_dia` and, until it is folded, in `tabla_delta`. */
const cuentas: readonly Cuenta[] = [
  { tabla: 'ingreso', clave: ['dia', 'medio'], cifras: ['monto', 'movimientos'] },
  { tabla: 'captacion', clave: ['dia', 'origen'], cifras: ['leads', 'convertidos'] },
  { tabla: 'activo', clave: ['dia'], cifras: ['cambio'] },
  { tabla: 'inscrito', clave: ['dia', 'interes_id'], cifras: ['inscripciones'] },
];

/** Puts what waits into its day. Run twice at once, each row is folded by one of them. */
export async function foldCifras(db: Db): Promise<void> {
  for (const { tabla, clave, cifras } of cuentas) {
    const [delta, dia] = [sql.table(`${tabla}_delta`), sql.table(`${tabla}_dia`)];
    const keys = sql.join(clave.map((name) => sql.ref(name)));
    const all = sql.join([...clave, ...cifras].map((name) => sql.ref(name)));
    const sums = sql.join(cifras.map((name) => sql`sum(${sql.ref(name)})`));
    const added = cifras.map(
      (name) =>
        sql`${sql.ref(name)} = ${sql.ref(`${tabla}_dia.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
    );
    await sql`
      with nuevos as (delete from ${delta} returning ${all})
      insert into ${dia} (${all}) select ${keys}, ${sums} from nuevos group by ${keys} order by ${keys}
      on conflict (${keys}) do update set ${sql.join(added)}`.execute(db);
  }
}

/** Days are those of the zone of the business: when it is another than before, every figure is made anew. */
export async function keepZona(db: Db, zona: string): Promise<void> {
  const known = await db.selectFrom('zonaReportes').select('zona').executeTakeFirstOrThrow();
  if (known.zona === zona) return;
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`select rehacer_cifras(${zona})`.execute(trx);
  });
}
