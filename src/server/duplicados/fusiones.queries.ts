import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Datos, Pareja } from './datos.policy.ts';

type Nueva = Pareja & {
  email: string | null;
  nombre: string;
  datos: Datos;
  creadoPor: string | null;
  now: string;
};

export async function insertFusion(trx: Trx, nueva: Nueva): Promise<number> {
  const { id } = await trx
    .insertInto('fusion')
    .values({
      principalId: nueva.principalId,
      absorbidoId: nueva.absorbidoId,
      absorbidoEmail: nueva.email,
      nombre: nueva.nombre,
      datos: JSON.stringify(nueva.datos),
      creadoPor: nueva.creadoPor,
      creadoEn: nueva.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const columns = sql`f.id, f.absorbido_id, f.nombre, f.creado_en, f.deshecha_en,
  json_build_object('id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos) as principal,
  autor.name as creado_por, otro.name as deshecha_por,
  (select m.nombre from fusion m where m.principal_id = f.principal_id and m.id > f.id and m.deshecha_en is null
    order by m.id desc limit 1) as despues`;
const tables = sql`fusion f join cliente c on c.id = f.principal_id
  left join usuario autor on autor.id = f.creado_por left join usuario otro on otro.id = f.deshecha_por`;

export type FusionRow = {
  id: number;
  absorbidoId: number;
  nombre: string;
  creadoEn: string;
  deshechaEn: string | null;
  principal: { id: number; nombres: string; apellidos: string };
  creadoPor: string | null;
  deshechaPor: string | null;
  /** Who was merged into the same principal later, and must be taken apart first. */
  despues: string | null;
};

export async function selectFusion(db: Db | Trx, id: number): Promise<FusionRow | undefined> {
  const { rows } =
    await sql<FusionRow>`select ${columns} from ${tables} where f.id = ${id}`.execute(db);
  return rows[0];
}

type Page = { cliente: number | undefined; before: number; limit: number };

const of = (cliente: number | undefined) =>
  cliente === undefined
    ? sql`true`
    : sql`(f.principal_id = ${cliente} or f.absorbido_id = ${cliente})`;

/** The newest first; `before` is the id of the last row seen. Of a Cliente: those it took in, and that took it in. */
export async function selectFusiones(db: Db, page: Page): Promise<FusionRow[]> {
  const { rows } = await sql<FusionRow>`
    select ${columns} from ${tables} where ${of(page.cliente)} and f.id < ${page.before}
    order by f.id desc limit ${page.limit}`.execute(db);
  return rows;
}

export async function countFusiones(
  db: Db,
  cliente: number | undefined,
  max: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from fusion f where ${of(cliente)} limit ${max}) f`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** What is needed to undo it, held until the end of the transaction. */
export async function lockDatos(trx: Trx, id: number) {
  const { rows } = await sql<{ datos: Datos; principalId: number; deshechaEn: string | null }>`
    select datos, principal_id, deshecha_en from fusion where id = ${id} for update`.execute(trx);
  return rows[0];
}

/** Tells that it is undone, and forgets what that took. */
export async function markDeshecha(
  trx: Trx,
  id: number,
  { por, now }: { por: string | null; now: string },
): Promise<void> {
  await trx
    .updateTable('fusion')
    .set({ absorbidoEmail: null, datos: '{}', deshechaPor: por, deshechaEn: now })
    .where('id', '=', id)
    .execute();
}

/** Forgets what only an undo needs, of merges that can no longer be undone. */
export async function forgetDatos(db: Db, before: string): Promise<void> {
  await sql`update fusion set datos = '{}' where creado_en < ${before}::timestamptz and datos <> '{}'`.execute(
    db,
  );
}

/** Another Cliente that has the address or the RUT by now. */
export async function selectOcupante(
  trx: Trx,
  { email, rut, menos }: { email: string | null; rut: string | null; menos: number },
) {
  const { rows } = await sql<{ nombre: string; campo: 'correo' | 'RUT' }>`
    select trim(nombres || ' ' || apellidos) as nombre,
      case when email = ${email} then 'correo' else 'RUT' end as campo
    from cliente where (email = ${email} or rut = ${rut}) and id <> ${menos} limit 1`.execute(trx);
  return rows[0];
}
