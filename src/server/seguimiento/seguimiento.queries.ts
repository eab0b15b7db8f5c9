import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';

export type Medido = {
  id: number;
  campanaId: number;
  clienteId: number | null;
  enviadoEn: string | null;
  /** Whether its campaign measures what happens to its messages. */
  seguimiento: boolean;
};

/** A message of a campaign. */
export function selectMedido(db: Db, id: number): Promise<Medido | undefined> {
  return db
    .selectFrom('emailLog as e')
    .innerJoin('campana', 'campana.id', 'e.campanaId')
    .select(['e.id', 'campana.id as campanaId', 'e.clienteId', 'e.enviadoEn', 'seguimiento'])
    .where('e.id', '=', id)
    .executeTakeFirst();
}

export type Evento = {
  tipo: 'APERTURA' | 'CLIC';
  url: string | null;
  detalle: string | null;
  maquina: boolean;
};

/** More tell nothing new, and whoever holds a link could make any number of them. */
const MAX_EVENTOS = 200;

export async function insertEvento(
  trx: Trx,
  { id, campanaId }: Medido,
  { tipo, url, detalle, maquina }: Evento,
  now: string,
): Promise<void> {
  await sql`
    insert into email_evento (email_log_id, campana_id, tipo, url, detalle, maquina, creado_en)
    select ${id}::bigint, ${campanaId}::bigint, ${tipo}, ${url}, ${detalle}, ${maquina}, ${now}::timestamptz
    where (select count(*) from email_evento where email_log_id = ${id}::bigint) < ${MAX_EVENTOS}`.execute(
    trx,
  );
}

/** The first time that a person opened a message, and followed one of its links, which they then had opened. */
export async function markVisto(
  trx: Trx,
  id: number,
  tipo: Evento['tipo'],
  now: string,
): Promise<void> {
  const column = tipo === 'CLIC' ? sql`clic_en` : sql`abierto_en`;
  await sql`
    update email_log set abierto_en = coalesce(abierto_en, ${now}::timestamptz)
      ${tipo === 'CLIC' ? sql`, clic_en = ${now}::timestamptz` : sql``}
    where id = ${id}::bigint and ${column} is null`.execute(trx);
}

/** A person who is there, held until the end of the transaction. */
export async function hasCliente(trx: Trx, id: number): Promise<boolean> {
  const row = await trx
    .selectFrom('cliente')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}
