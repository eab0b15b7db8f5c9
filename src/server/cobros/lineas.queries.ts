import { type RawBuilder, sql } from 'kysely';
import type { TipoLinea } from '#contract/cobros.ts';
import type { Trx } from '../core/db/connect.ts';

export type CausaAnulacion = 'STAFF' | 'VENCIDO' | 'TALLER_ANULADO';
export type Anulacion = {
  causa: CausaAnulacion;
  motivo: string | null;
  usuarioId: string | null;
  now: string;
};

/** One line of a sale: its kind and its id within that kind. */
export type LineaRef = { tipo: TipoLinea; id: number };
/** A line with what it holds: seats of a Taller, units of a product, or the access to a course. */
export type LineaDeVenta = LineaRef & { itemId: number; cantidad: number };

const tables: Record<TipoLinea, { table: string; item: string; cantidad: string }> = {
  TALLER: { table: 'inscripcion', item: 'taller_id', cantidad: 'cantidad' },
  CURSO: { table: 'inscripcion_curso', item: 'curso_id', cantidad: '1' },
  PRODUCTO: { table: 'venta_producto', item: 'producto_id', cantidad: 'cantidad' },
};
const tipos = Object.keys(tables) as TipoLinea[];
/** Named apart from the tables, which it would hide. */
const cteOf = (tipo: TipoLinea) => sql.ref(`lineas_${tipo.toLowerCase()}`);

/** The same statement on the lines of each kind, as one: `change` is what stands between table and RETURNING. */
async function changeLines(
  trx: Trx,
  kinds: readonly TipoLinea[],
  change: (tipo: TipoLinea) => RawBuilder<unknown>,
): Promise<LineaDeVenta[]> {
  const ctes = kinds.map((tipo) => {
    const { table, item, cantidad } = tables[tipo];
    return sql`${cteOf(tipo)} as (update ${sql.table(table)} set ${change(tipo)}
      returning ${sql.lit(tipo)} as tipo, id, ${sql.ref(item)} as item_id, ${sql.raw(cantidad)} as cantidad)`;
  });
  const reads = kinds.map((tipo) => sql`select * from ${cteOf(tipo)}`);
  const { rows } = await sql<LineaDeVenta>`
    with ${sql.join(ctes)} ${sql.join(reads, sql` union all `)}`.execute(trx);
  return rows;
}

/**
 * Annuls those of the lines that are live, and returns only them: whoever gets a row gives back what it held,
 * so that repeating it changes nothing.
 */
export function annulLines(
  trx: Trx,
  cobroId: number,
  linea: (LineaRef & { tallerId?: number }) | undefined,
  { now, usuarioId, causa, motivo }: Anulacion,
): Promise<LineaDeVenta[]> {
  return changeLines(
    trx,
    linea ? [linea.tipo] : tipos,
    () => sql`anulada_en = ${now}::timestamptz, anulada_por = ${usuarioId}::uuid,
      anulada_causa = ${causa}, anulada_motivo = ${motivo}
      where cobro_id = ${cobroId} and anulada_en is null ${linea ? sql`and id = ${linea.id}` : sql``}
      ${linea?.tallerId === undefined ? sql`` : sql`and taller_id = ${linea.tallerId}`}`,
  );
}

/** The Cobro that a line belongs to. */
export async function selectCobroDeLinea(trx: Trx, linea: LineaRef): Promise<number | undefined> {
  const { rows } = await sql<{ cobroId: number }>`
    select cobro_id from ${sql.table(tables[linea.tipo].table)} where id = ${linea.id}`.execute(
    trx,
  );
  return rows[0]?.cobroId;
}

/** The lines of an expired Cobro, that its late payment wants back. */
export async function selectVencidas(trx: Trx, cobroId: number): Promise<LineaDeVenta[]> {
  const { rows } = await sql<LineaDeVenta>`
    select tipo, id, item_id, cantidad from linea_cobro
    where cobro_id = ${cobroId} and anulada_causa = 'VENCIDO' order by tipo, id`.execute(trx);
  return rows;
}

/** Makes the expired lines of a Cobro live again; none of a kind the person meanwhile has otherwise. */
export async function reviveLines(trx: Trx, cobroId: number, now: string): Promise<number> {
  const other: Record<TipoLinea, RawBuilder<unknown>> = {
    TALLER: sql`and not exists (select from inscripcion otra where otra.cliente_id = inscripcion.cliente_id
      and otra.taller_id = inscripcion.taller_id and otra.anulada_en is null)`,
    CURSO: sql`and not exists (select from inscripcion_curso otra where otra.cliente_id = inscripcion_curso.cliente_id
      and otra.curso_id = inscripcion_curso.curso_id and otra.anulada_en is null
      and (otra.acceso_hasta is null or otra.acceso_hasta > ${now}::timestamptz))`,
    PRODUCTO: sql``,
  };
  const rows = await changeLines(
    trx,
    tipos,
    (tipo) => sql`anulada_en = null, anulada_por = null, anulada_causa = null, anulada_motivo = null
      where cobro_id = ${cobroId} and anulada_causa = 'VENCIDO' ${other[tipo]}`,
  );
  return rows.length;
}
