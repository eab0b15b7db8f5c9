import { type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import type {
  ConteoImportacion,
  EstadoImportacion,
  Lectura,
  Mapeo,
  OpcionesImportacion,
  TipoImportacion,
} from '#contract/importaciones.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { ImportacionTable } from '../core/db/types.gen.ts';

/** What the run made besides people and sales, to be taken away again by undoing it. */
export type CreadosAparte = { intereses?: number[]; empresas?: number[] };

type Json = {
  lectura: Partial<Lectura>;
  mapeo: Mapeo | null;
  opciones: OpcionesImportacion;
  revision: ConteoImportacion | null;
  resultado: ConteoImportacion | null;
  creados: CreadosAparte;
};
export type ImportacionRow = Omit<Selectable<ImportacionTable>, keyof Json> & Json;

export async function insertImportacion(
  db: Db,
  values: {
    tipo: TipoImportacion;
    archivoNombre: string;
    formato: 'CSV' | 'XLSX';
    creadoPor: string | null;
    now: string;
  },
): Promise<number> {
  const { now, ...rest } = values;
  const { id } = await db
    .insertInto('importacion')
    // All of it has not arrived while it has no huella.
    .values({ ...rest, bytes: 1, huella: '', creadoEn: now, actualizadoEn: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function selectImportacion(
  db: Db | Trx,
  id: number,
): Promise<ImportacionRow | undefined> {
  const row = await db
    .selectFrom('importacion')
    .selectAll()
    .where('id', '=', id)
    .where('huella', '<>', '')
    .executeTakeFirst();
  return row as ImportacionRow | undefined;
}

/** Held until the end of the transaction. */
export async function lockImportacion(trx: Trx, id: number): Promise<ImportacionRow | undefined> {
  const row = await trx
    .selectFrom('importacion')
    .selectAll()
    .where('id', '=', id)
    .where('huella', '<>', '')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row as ImportacionRow | undefined;
}

/** One that is at that step, held; undefined when it is not, or someone else is at it. */
export async function lockEnPaso(
  trx: Trx,
  id: number,
  estado: EstadoImportacion,
): Promise<ImportacionRow | undefined> {
  const row = await trx
    .selectFrom('importacion')
    .selectAll()
    .where('id', '=', id)
    .where('estado', '=', estado)
    .where('huella', '<>', '')
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row as ImportacionRow | undefined;
}

type Cambios = Partial<Omit<Updateable<ImportacionTable>, keyof Json>> & Partial<Json>;

export async function updateImportacionRow(
  trx: Trx,
  id: number,
  { lectura, mapeo, opciones, revision, resultado, creados, ...rest }: Cambios,
  now: string,
): Promise<void> {
  const json = { lectura, mapeo, opciones, revision, resultado, creados };
  const given = Object.entries(json)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, value === null ? null : JSON.stringify(value)]);
  await trx
    .updateTable('importacion')
    .set({ ...rest, ...Object.fromEntries(given), actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}

/** The last file with the same content that was imported and stands. */
export function selectRepetida(db: Db | Trx, row: ImportacionRow) {
  return db
    .selectFrom('importacion')
    .select(['id', 'creadoEn'])
    .where('huella', '=', row.huella)
    .where('tipo', '=', row.tipo)
    .where('id', '<', row.id)
    .where('estado', 'in', ['IMPORTANDO', 'COMPLETADA'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export const MAX_TOTAL = 10_000;

/** A page of them, the last first, and how many there are. */
export async function selectImportaciones(
  db: Db,
  { after, limit }: { after: { at: string; id: number } | undefined; limit: number },
) {
  const complete = sql<SqlBool>`importacion.huella <> ''`;
  const page = db
    .selectFrom('importacion')
    .leftJoin('usuario', 'usuario.id', 'importacion.creadoPor')
    .selectAll('importacion')
    .select('usuario.name as autor')
    .where(complete)
    .$if(after !== undefined, (qb) =>
      qb.where(
        sql<SqlBool>`(importacion.creado_en, importacion.id) < (${after?.at}::timestamptz, ${after?.id}::bigint)`,
      ),
    )
    .orderBy('importacion.creadoEn', 'desc')
    .orderBy('importacion.id', 'desc')
    .limit(limit)
    .execute();
  const count = db
    .selectFrom('importacion')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(complete)
    .executeTakeFirstOrThrow();
  const [rows, { n }] = await Promise.all([page, count]);
  return { rows: rows as (ImportacionRow & { autor: string | null })[], total: n };
}

export async function selectAutor(db: Db | Trx, id: string | null): Promise<string | null> {
  if (!id) return null;
  const row = await db.selectFrom('usuario').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

/** Deletes the row; what hangs from it was deleted before, by pieces. */
export async function deleteImportacionRow(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('importacion').where('id', '=', id).execute();
}

/** Work under way that nobody did anything of since an instant: its process died. */
export function selectQuietas(db: Db, since: { intentos: string; lotes: string }) {
  return db
    .selectFrom('importacion')
    .select(['id', 'estado'])
    .where('huella', '<>', '')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('estado', 'in', ['LEYENDO', 'REVISANDO']),
          eb('actualizadoEn', '<', since.intentos),
        ]),
        eb.and([
          eb('estado', 'in', ['IMPORTANDO', 'DESHACIENDO']),
          eb('actualizadoEn', '<', since.lotes),
        ]),
      ]),
    )
    .execute();
}

/** Files that never arrived whole, and those that nobody imported, since the instants. */
export function selectAbandonadas(db: Db, since: { incompletas: string; sinImportar: string }) {
  return db
    .selectFrom('importacion')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('huella', '=', ''), eb('actualizadoEn', '<', since.incompletas)]),
        eb.and([
          eb('estado', 'in', ['POR_MAPEAR', 'REVISADA', 'FALLIDA']),
          eb('actualizadoEn', '<', since.sinImportar),
        ]),
      ]),
    )
    .execute();
}

/** Runs that ended before an instant and still have rows or pieces of their file. */
export async function selectVencidas(db: Db, before: string): Promise<{ id: number }[]> {
  const { rows } = await sql<{ id: number }>`
    select id from importacion i where estado in ('COMPLETADA', 'DESHECHA') and terminada_en < ${before}::timestamptz
      and (exists (select from importacion_trozo where importacion_id = i.id)
        or exists (select from importacion_fila where importacion_id = i.id))`.execute(db);
  return rows;
}
