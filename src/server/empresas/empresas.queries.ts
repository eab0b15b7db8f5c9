import { sql } from 'kysely';
import type { Empresa, EmpresaItem, listEmpresas } from '#contract/empresas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { decodeCursor } from '../core/http/cursor.ts';
import { searchPatterns } from '../core/text.ts';

type Query = { q?: string | undefined; orden: Orden; cursor?: string | undefined; limit: number };
type Orden = NonNullable<ReturnType<typeof listEmpresas.query.parse>['orden']>;

export const MAX_TOTAL = 10_000;

const byDate = ['instant', 'number'] as const;
const orders = {
  razonSocial: {
    by: sql`e.razon_social collate es, e.id`,
    kinds: ['text', 'number'],
    after: sql`(e.razon_social collate es, e.id) >`,
  },
  '-creadoEn': {
    by: sql`e.creado_en desc, e.id desc`,
    kinds: byDate,
    after: sql`(e.creado_en, e.id) <`,
  },
  creadoEn: { by: sql`e.creado_en, e.id`, kinds: byDate, after: sql`(e.creado_en, e.id) >` },
} as const;

const contactos = sql<number>`(select count(*) from cliente where empresa_id = e.id)`;

/** A page of empresas, and how many match, counted up to MAX_TOTAL + 1. */
export async function selectEmpresas(
  db: Db,
  { q, orden, cursor, limit }: Query,
): Promise<{ rows: EmpresaItem[]; total: number }> {
  const { by, kinds, after } = orders[orden];
  const patterns = searchPatterns(q ?? '').map((pattern) => sql`e.busqueda like ${pattern}`);
  const where = patterns.length > 0 ? sql`${sql.join(patterns, sql` and `)}` : sql`true`;
  const next = cursor
    ? sql`${after} (${sql.join(decodeCursor(cursor, orden, [...kinds]))})`
    : sql`true`;
  const page = sql<EmpresaItem>`
    select e.id, e.razon_social, e.nombre_fantasia, e.rut, e.giro, e.email, e.telefono, e.comuna,
      ${contactos} as contactos, e.creado_en
    from empresa e where ${where} and ${next} order by ${by} limit ${limit}`;
  const count = sql<{ total: number }>`
    select count(*) as total from (
      select from empresa e where ${where} limit ${sql.lit(MAX_TOTAL + 1)}
    ) hits`;
  const [{ rows }, counted] = await Promise.all([page.execute(db), count.execute(db)]);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** One empresa with its contacts counted and the money of their sales summed. */
export async function selectEmpresa(
  db: Db | Trx,
  id: number,
): Promise<Omit<Empresa, 'puede'> | undefined> {
  const { rows } = await sql<Omit<Empresa, 'puede'>>`
    select e.id, e.razon_social, e.nombre_fantasia, e.rut, e.giro, e.email, e.telefono, e.direccion,
      e.comuna, e.notas, e.version, e.creado_en, e.actualizado_en, ${contactos} as contactos,
      cuenta.pagado, cuenta.saldo
    from empresa e cross join lateral (
      select coalesce(sum(cobro.pagado), 0)::bigint as pagado,
        coalesce(sum(cobro.total - cobro.pagado)
          filter (where cobro.estado in ('PENDIENTE', 'ABONADO')), 0)::bigint as saldo
      from cobro join cliente on cliente.id = cobro.cliente_id where cliente.empresa_id = e.id
    ) cuenta
    where e.id = ${id}`.execute(db);
  return rows[0];
}

const fields = [
  'razonSocial',
  'nombreFantasia',
  'rut',
  'giro',
  'email',
  'telefono',
  'direccion',
  'comuna',
  'notas',
] as const;

export function lockEmpresa(trx: Trx, id: number) {
  return trx
    .selectFrom('empresa')
    .select([...fields, 'version'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type EmpresaValues = Omit<NonNullable<Awaited<ReturnType<typeof lockEmpresa>>>, 'version'>;

export async function insertEmpresa(trx: Trx, values: EmpresaValues, now: string): Promise<number> {
  const { id } = await trx
    .insertInto('empresa')
    .values({ ...values, creadoEn: now, actualizadoEn: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateEmpresaRow(
  trx: Trx,
  id: number,
  values: EmpresaValues,
  now: string,
): Promise<void> {
  await trx
    .updateTable('empresa')
    .set({ ...values, version: sql`version + 1`, actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}
