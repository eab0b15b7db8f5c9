import { type RawBuilder, sql } from 'kysely';
import type { FieldError } from '#contract/errors.ts';
import type { ConteoImportacion, FilaImportacion } from '#contract/importaciones.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { searchPatterns } from '../core/text.ts';

export type Accion = NonNullable<FilaImportacion['accion']>;

export async function insertFilas(
  trx: Trx,
  importacionId: number,
  filas: { numero: number; celdas: string[] }[],
): Promise<void> {
  await sql`
    insert into importacion_fila (importacion_id, numero, celdas)
    select ${importacionId}::bigint, numero, celdas
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (numero int, celdas jsonb)`.execute(
    trx,
  );
}

const ROWS_AT_ONCE = 5_000;

/** Deletes all the rows of an import, some at a time: those of the longest would outlast one statement. */
export async function deleteFilas(db: Db, importacionId: number): Promise<void> {
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from importacion_fila where importacion_id = ${importacionId} and numero in (
        select numero from importacion_fila where importacion_id = ${importacionId}
        limit ${sql.lit(ROWS_AT_ONCE)})`.execute(db);
    if (numAffectedRows < ROWS_AT_ONCE) return;
  }
}

/** The next rows after a number, as they were read from the file. */
export async function selectCeldas(
  db: Db,
  importacionId: number,
  { after, limit }: { after: number; limit: number },
): Promise<{ numero: number; celdas: string[] }[]> {
  const { rows } = await sql<{ numero: number; celdas: string[] }>`
    select numero, celdas from importacion_fila
    where importacion_id = ${importacionId} and numero > ${after}
    order by numero limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

export type FilaRevisada = {
  numero: number;
  /** What was read; null of a row in error. */
  valores: unknown;
  accion: Accion;
  errores: FieldError[] | null;
  avisos: FieldError[] | null;
  clienteId: number | null;
};

/** Writes what the review found of each row. */
export async function writeRevision(
  trx: Trx,
  importacionId: number,
  filas: FilaRevisada[],
): Promise<void> {
  await sql`
    update importacion_fila f set valores = r.valores, accion = r.accion, errores = r.errores,
      avisos = r.avisos, cliente_id = r."clienteId"
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as r (numero int, valores jsonb,
      accion text, errores jsonb, avisos jsonb, "clienteId" bigint)
    where f.importacion_id = ${importacionId} and f.numero = r.numero`.execute(trx);
}

/** How many rows each action has, and how many have something worth saying. */
export async function countFilas(
  db: Db | Trx,
  importacionId: number,
): Promise<
  Pick<ConteoImportacion, 'crear' | 'actualizar' | 'igual' | 'omitir' | 'error' | 'avisos'>
> {
  const of = (accion: Accion) => sql`count(*) filter (where accion = ${sql.lit(accion)})`;
  const { rows } = await sql<{
    crear: number;
    actualizar: number;
    igual: number;
    omitir: number;
    error: number;
    avisos: number;
  }>`
    select ${of('CREAR')} as crear, ${of('ACTUALIZAR')} as actualizar, ${of('IGUAL')} as igual,
      ${of('OMITIR')} as omitir, ${of('ERROR')} as error,
      count(*) filter (where avisos is not null) as avisos
    from importacion_fila where importacion_id = ${importacionId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a count without a row');
  return row;
}

export type FiltroFilas = {
  accion?: Accion[] | undefined;
  conAvisos?: 'si' | undefined;
  q?: string | undefined;
};
export type FilaRow = {
  numero: number;
  celdas: string[];
  accion: Accion | null;
  errores: FieldError[] | null;
  avisos: FieldError[] | null;
  clienteId: number | null;
};

function matching(
  importacionId: number,
  { accion, conAvisos, q }: FiltroFilas,
): RawBuilder<boolean> {
  const patterns = searchPatterns(q ?? '').map(
    (pattern) => sql`normalizar(' ' || celdas::text) like ${pattern}`,
  );
  return sql<boolean>`importacion_id = ${importacionId}
    ${accion?.length ? sql`and accion = any(${accion})` : sql``}
    ${conAvisos ? sql`and avisos is not null` : sql``}
    ${patterns.length > 0 ? sql`and ${sql.join(patterns, sql` and `)}` : sql``}`;
}

export async function selectFilas(
  db: Db,
  importacionId: number,
  filtro: FiltroFilas,
  { after, limit }: { after: number; limit: number },
): Promise<FilaRow[]> {
  const { rows } = await sql<FilaRow>`
    select numero, celdas, accion, errores, avisos, cliente_id from importacion_fila
    where ${matching(importacionId, filtro)} and numero > ${after}
    order by numero limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

/** How many match, counted up to `max` + 1. */
export async function countMatching(
  db: Db,
  importacionId: number,
  filtro: FiltroFilas,
  max: number,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (
      select from importacion_fila where ${matching(importacionId, filtro)} limit ${sql.lit(max + 1)}
    ) hits`.execute(db);
  return rows[0]?.total ?? 0;
}
