import { sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import type { Cupos } from '../talleres/talleres.policy.ts';

export type CausaAnulacion = 'STAFF' | 'VENCIDO' | 'TALLER_ANULADO';
export type Anulacion = {
  causa: CausaAnulacion;
  motivo: string | null;
  usuarioId: string | null;
  now: string;
};
export type LineaAnulada = Cupos & { id: number; cobroId: number };

/**
 * Annuls those of the lines that are live, and returns only them: whoever gets a row gives its seats
 * back, so that repeating it changes nothing.
 */
export async function annulLines(
  trx: Trx,
  where: { cobroId: number } | { inscripcionId: number },
  anulacion: Anulacion,
): Promise<LineaAnulada[]> {
  return trx
    .updateTable('inscripcion')
    .set({
      anuladaEn: anulacion.now,
      anuladaPor: anulacion.usuarioId,
      anuladaCausa: anulacion.causa,
      anuladaMotivo: anulacion.motivo,
    })
    .where('anuladaEn', 'is', null)
    .$if('cobroId' in where, (qb) =>
      qb.where('cobroId', '=', (where as { cobroId: number }).cobroId),
    )
    .$if('inscripcionId' in where, (qb) =>
      qb.where('id', '=', (where as { inscripcionId: number }).inscripcionId),
    )
    .returning(['id', 'cobroId', 'tallerId', 'cantidad'])
    .execute();
}

/** The lines of an expired Cobro that its late payment wants back, in the order of their Talleres. */
export async function selectVencidas(
  trx: Trx,
  cobroId: number,
): Promise<(Cupos & { id: number })[]> {
  return trx
    .selectFrom('inscripcion')
    .select(['id', 'tallerId', 'cantidad'])
    .where('cobroId', '=', cobroId)
    .where('anuladaCausa', '=', 'VENCIDO')
    .orderBy('tallerId')
    .execute();
}

/** Makes all the lines live again, or none when the person holds another live seat by now. */
export async function reviveLines(trx: Trx, ids: number[]): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update inscripcion set anulada_en = null, anulada_por = null, anulada_causa = null, anulada_motivo = null
    where id = any(${ids}::bigint[]) and not exists (
      select from inscripcion mia
      join inscripcion otra on otra.cliente_id = mia.cliente_id and otra.taller_id = mia.taller_id
      where mia.id = any(${ids}::bigint[]) and otra.anulada_en is null)
    returning id`.execute(trx);
  return rows.length > 0;
}

export type NuevaLinea = {
  tallerId: number;
  cantidad: number;
  precioUnitario: number;
  descuento: number;
  descuentoMotivo: string | null;
  afectoIva: boolean;
};

export async function insertAsistentes(
  trx: Trx,
  inscripcionId: number,
  asistentes: readonly ({
    nombres: string;
    apellidos?: string | undefined;
    email?: string | null | undefined;
    telefono?: string | null | undefined;
  } | null)[],
): Promise<void> {
  const values = asistentes.flatMap((a, i) =>
    a ? [{ ...a, apellidos: a.apellidos ?? '', inscripcionId, puesto: i + 1 }] : [],
  );
  if (values.length > 0) await trx.insertInto('asistente').values(values).execute();
}
