import { sql } from 'kysely';
import type { FieldError } from '#contract/errors.ts';
import type { ConteoImportacion } from '#contract/importaciones.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Accion } from './filas.queries.ts';

/** What a row made or gave, for undoing it. */
export type Creados = {
  /** The person is new. */
  cliente?: true;
  /** Of the person, once it was done. */
  version?: number;
  campos?: Record<string, string | number>;
  intereses?: number[];
  /** Rows of the person's history. */
  historial?: number[];
  cobro?: number;
};

export type FilaHecha = {
  numero: number;
  accion: Accion;
  errores: FieldError[] | null;
  clienteId: number | null;
  /** The person as they were, when they were here already and were changed. */
  antes: object | null;
  creados: Creados | null;
};

/** The first rows that are to be done and were not yet, after a number. */
export async function selectPorHacer<T>(
  trx: Trx,
  importacionId: number,
  { after, limit }: { after: number; limit: number },
): Promise<{ numero: number; valores: T }[]> {
  const { rows } = await sql<{ numero: number; valores: T }>`
    select numero, valores from importacion_fila
    where importacion_id = ${importacionId} and numero > ${after} and aplicada_en is null
      and accion in ('CREAR', 'ACTUALIZAR', 'IGUAL')
    order by numero limit ${limit}::int`.execute(trx);
  return rows;
}

/** Writes down what each row did. */
export async function writeHechas(
  trx: Trx,
  importacionId: number,
  filas: FilaHecha[],
  now: string,
): Promise<void> {
  await sql`
    update importacion_fila f set accion = r.accion, errores = r.errores, cliente_id = r."clienteId",
      antes = r.antes, creados = r.creados,
      aplicada_en = case when r."clienteId" is not null then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as r (numero int, accion text, errores jsonb,
      "clienteId" bigint, antes jsonb, creados jsonb)
    where f.importacion_id = ${importacionId} and f.numero = r.numero`.execute(trx);
}

/** What a run came to besides the counts of its rows: sales, pesos paid, and talleres it made. */
export async function sumVentas(
  trx: Db | Trx,
  importacionId: number,
): Promise<Pick<ConteoImportacion, 'inscripciones' | 'pagado' | 'talleresNuevos'>> {
  const { rows } = await sql<{ inscripciones: number; pagado: number; talleresNuevos: number }>`
    select count(*) as inscripciones, coalesce(sum(pagado), 0)::bigint as pagado,
      (select count(*) from taller where importacion_id = ${importacionId}) as talleres_nuevos
    from cobro where importacion_id = ${importacionId}`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a sum without a row');
  return row;
}
