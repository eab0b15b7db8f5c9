import { type Insertable, sql } from 'kysely';
import type { z } from 'zod';
import type { Aviso, listAvisos } from '#contract/avisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { AvisoTable } from '../core/db/types.gen.ts';

type Values = Pick<
  Insertable<AvisoTable>,
  'tipo' | 'clienteId' | 'referencia' | 'enlace' | 'asunto' | 'texto' | 'venceEn'
>;

/** Inserts an aviso, or refreshes the one of the same tipo and referencia as if it were new. */
export async function upsertAviso(trx: Trx, values: Values, now: string): Promise<number> {
  const fresh = { ...values, creadoEn: now, enviadoEn: null, enviadoPor: null, descartadoEn: null };
  const { id } = await trx
    .insertInto('aviso')
    .values(fresh)
    .onConflict((oc) => oc.columns(['tipo', 'referencia']).doUpdateSet(fresh))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type AvisoRow = Omit<Aviso, 'puede'> & {
  enlace: string | null;
  descartadoEn: string | null;
};

const columns = sql`a.id, a.tipo, a.enlace, a.asunto, a.texto, a.vence_en, a.enviado_en, a.descartado_en, a.creado_en,
  json_build_object('id', cliente.id, 'nombres', cliente.nombres, 'apellidos', cliente.apellidos,
    'email', cliente.email, 'telefono', cliente.telefono) as cliente,
  usuario.name as enviado_por`;

const joined = sql`aviso a join cliente on cliente.id = a.cliente_id
  left join usuario on usuario.id = a.enviado_por`;

export type Estado = NonNullable<z.output<typeof listAvisos.query>['estado']>;
export type Filtros = Pick<z.output<typeof listAvisos.query>, 'tipo' | 'cliente'> & {
  estado: Estado;
};

function conditions({ estado, tipo, cliente }: Filtros, now: string) {
  const and = [
    estado === 'ENVIADOS'
      ? sql`a.enviado_en is not null`
      : sql`a.enviado_en is null and a.descartado_en is null
        and (a.vence_en is null or a.vence_en > ${now}::timestamptz)`,
  ];
  if (tipo?.length) and.push(sql`a.tipo in (${sql.join(tipo)})`);
  if (cliente) and.push(sql`a.cliente_id = ${cliente}`);
  return sql.join(and, sql` and `);
}

/** What each list is ordered by, the newest first. */
const orders = { POR_ENVIAR: sql`a.creado_en`, ENVIADOS: sql`a.enviado_en` };

export type Position = { at: string; id: number } | undefined;

export async function selectAvisos(
  db: Db,
  filtros: Filtros,
  now: string,
  { before, limit }: { before: Position; limit: number },
): Promise<AvisoRow[]> {
  const key = orders[filtros.estado];
  const next = before
    ? sql`(${key}, a.id) < (${before.at}::timestamptz, ${before.id}::bigint)`
    : sql`true`;
  const { rows } = await sql<AvisoRow>`
    select ${columns} from ${joined} where ${conditions(filtros, now)} and ${next}
    order by ${key} desc, a.id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many match, counted up to a maximum. */
export async function countAvisos(
  db: Db,
  filtros: Filtros,
  now: string,
  max: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from aviso a where ${conditions(filtros, now)} limit ${max}
    ) hits`.execute(db);
  return rows[0]?.n ?? 0;
}

/** One aviso with whom it is for, locked until the transaction ends. */
export async function lockAviso(trx: Trx, id: number): Promise<AvisoRow | undefined> {
  const { rows } = await sql<AvisoRow>`
    select ${columns} from ${joined} where a.id = ${id} for no key update of a`.execute(trx);
  return rows[0];
}

export async function markSent(
  trx: Trx,
  id: number,
  { now, usuarioId }: { now: string; usuarioId: string | null },
): Promise<void> {
  await trx
    .updateTable('aviso')
    .set({ enviadoEn: now, enviadoPor: usuarioId })
    .where('id', '=', id)
    .execute();
}

export async function markDiscarded(trx: Trx, id: number, now: string): Promise<void> {
  await trx.updateTable('aviso').set({ descartadoEn: now }).where('id', '=', id).execute();
}

/** Whom a link to the portal is for, and the name of the school that sends it. */
export function selectDestinatario(trx: Trx, clienteId: number) {
  return trx
    .selectFrom('cliente')
    .innerJoin('negocio', (join) => join.onTrue())
    .select(['cliente.nombres', 'cliente.email', 'negocio.nombre as escuela'])
    .where('cliente.id', '=', clienteId)
    .executeTakeFirst();
}
