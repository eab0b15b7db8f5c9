import { type RawBuilder, sql } from 'kysely';
import type { EstadoPago } from '#contract/cobros.ts';
import type { MiTaller } from '#contract/portal.ts';
import type { Db } from '../core/db/connect.ts';

export type MiTallerRow = Pick<
  MiTaller,
  | 'inscripcionId'
  | 'slug'
  | 'titulo'
  | 'modalidad'
  | 'lugar'
  | 'direccion'
  | 'comuna'
  | 'enlace'
  | 'iniciaEn'
  | 'terminaEn'
  | 'zona'
  | 'cantidad'
  | 'codigo'
  | 'venceEn'
> & {
  tallerId: number;
  tallerAnulado: boolean;
  /** Of the Taller, for those who follow it in a calendar. */
  version: number;
  actualizadoEn: string;
  /** Movements of money on the sale: they only grow. */
  movimientos: number;
  total: number;
  pagado: number;
  /** The Cobro's state, or ANULADO when the line is. */
  estado: EstadoPago;
  puestos: Pick<MiTaller['puestos'][number], 'puesto' | 'nombre' | 'asistencia'>[];
};

/** The seats of a Cliente, annulled ones included; the latest Talleres first, at most `limit`. */
export async function selectMisTalleres(
  db: Db,
  { clienteId, inscripcionId, limit }: { clienteId: number; inscripcionId?: number; limit: number },
): Promise<MiTallerRow[]> {
  const one: RawBuilder<unknown> =
    inscripcionId === undefined ? sql`true` : sql`i.id = ${inscripcionId}`;
  const { rows } = await sql<MiTallerRow>`
    select i.id as inscripcion_id, t.id as taller_id, t.slug, t.titulo, t.modalidad, t.lugar,
      t.direccion, t.comuna, t.enlace, t.inicia_en, t.termina_en, t.zona, i.cantidad,
      t.estado = 'ANULADO' as taller_anulado, t.version, t.actualizado_en,
      c.codigo, c.vence_en, c.total, c.pagado,
      case when i.anulada_en is null then c.estado else 'ANULADO' end as estado,
      (select count(*)::int from pago where cobro_id = c.id) as movimientos,
      (select json_agg(json_build_object('puesto', n, 'asistencia', v.estado,
          'nombre', trim(coalesce(a.nombres || ' ' || a.apellidos, cl.nombres || ' ' || cl.apellidos)))
          order by n)
        from generate_series(1, i.cantidad) n
        left join asistente a on a.inscripcion_id = i.id and a.puesto = n
        left join asistencia v on v.inscripcion_id = i.id and v.puesto = n) as puestos
    from inscripcion i
    join taller t on t.id = i.taller_id
    join cobro c on c.id = i.cobro_id
    join cliente cl on cl.id = i.cliente_id
    -- A line is of its Cobro's Cliente, and the Cobros of a Cliente have an index.
    where c.cliente_id = ${clienteId} and i.cliente_id = c.cliente_id and ${one}
    order by t.inicia_en desc, i.id desc
    limit ${limit}`.execute(db);
  return rows;
}

/** The references of a Cliente's places in waitlists that are not settled, the earliest Taller first. */
export async function selectCodigosDeEspera(db: Db, clienteId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('espera')
    .innerJoin('taller', 'taller.id', 'espera.tallerId')
    .select('codigo')
    .where('clienteId', '=', clienteId)
    .where('espera.estado', 'in', ['ESPERANDO', 'OFRECIDA'])
    .orderBy('taller.iniciaEn')
    .orderBy('espera.id')
    .execute();
  return rows.map((row) => row.codigo);
}
