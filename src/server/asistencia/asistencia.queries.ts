import { type RawBuilder, sql } from 'kysely';
import type { EstadoAsistencia, Puesto } from '#contract/asistencia.ts';
import type { EstadoPago } from '#contract/cobros.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';

type PuestoRow = Omit<Puesto, 'cliente'> & {
  clienteId: number;
  nombres: string;
  apellidos: string;
  telefono: string | null;
};

/** Seats, each with who sits there, what its sale owes in pesos and whether its person came. */
async function selectPuestos(db: Db | Trx, where: RawBuilder<unknown>): Promise<Puesto[]> {
  const { rows } = await sql<PuestoRow>`
    select i.id as inscripcion_id, n as puesto, a.inscripcion_id is not null as nombrado,
      trim(coalesce(a.nombres, cl.nombres) || ' ' || coalesce(a.apellidos, cl.apellidos)) as nombre,
      cl.id as cliente_id, cl.nombres, cl.apellidos, cl.telefono,
      c.id as cobro_id, c.codigo, s.estado,
      case when s.estado = 'ANULADO' then 0 else greatest(c.total - c.pagado, 0) end as saldo,
      v.estado as asistencia, v.via, v.marcada_en, u.name as marcada_por,
      coalesce((select sum(k.cantidad) from venta_producto k where k.cobro_id = c.id
        and k.anulada_en is null and k.entrega = 'POR_ENTREGAR'), 0)::int as kits_por_entregar
    from inscripcion i
    join cobro c on c.id = i.cobro_id
    join cliente cl on cl.id = i.cliente_id
    cross join lateral (
      select case when i.anulada_en is null then c.estado else 'ANULADO' end as estado) s
    cross join lateral generate_series(1, i.cantidad) n
    left join asistente a on a.inscripcion_id = i.id and a.puesto = n
    left join asistencia v on v.inscripcion_id = i.id and v.puesto = n
    left join usuario u on u.id = v.marcada_por
    where ${where}
    order by coalesce(a.apellidos, cl.apellidos) collate es, coalesce(a.nombres, cl.nombres) collate es, i.id, n`.execute(
    db,
  );
  return rows.map(({ clienteId, nombres, apellidos, telefono, ...row }) => ({
    ...row,
    cliente: { id: clienteId, nombres, apellidos, telefono },
  }));
}

/** The roll of a Taller: every live seat, by surname. */
export function selectLista(db: Db | Trx, tallerId: number): Promise<Puesto[]> {
  return selectPuestos(db, sql`i.taller_id = ${tallerId} and i.anulada_en is null`);
}

/** One seat, of an annulled line too. */
export async function selectPuesto(
  db: Db | Trx,
  inscripcionId: number,
  puesto: number,
): Promise<Puesto | undefined> {
  const [row] = await selectPuestos(db, sql`i.id = ${inscripcionId} and n = ${puesto}`);
  return row;
}

export type DeQuien = {
  clienteId: number;
  cantidad: number;
  codigo: string;
  estado: EstadoPago;
  taller: {
    id: number;
    titulo: string;
    iniciaEn: string;
    terminaEn: string;
    zona: string;
    estado: 'BORRADOR' | 'PUBLICADO' | 'ANULADO';
  };
};

/** The Inscripcion of a seat, with its Taller. */
export async function selectInscripcion(trx: Trx, id: number): Promise<DeQuien | undefined> {
  const row = await trx
    .selectFrom('inscripcion')
    .innerJoin('cobro', 'cobro.id', 'inscripcion.cobroId')
    .innerJoin('taller', 'taller.id', 'inscripcion.tallerId')
    .select(['inscripcion.clienteId', 'inscripcion.cantidad', 'inscripcion.anuladaEn'])
    .select(['cobro.codigo', 'cobro.estado', 'inscripcion.tallerId'])
    .select(['taller.titulo', 'taller.iniciaEn', 'taller.terminaEn', 'taller.zona'])
    .select('taller.estado as tallerEstado')
    .where('inscripcion.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { clienteId, cantidad, codigo, tallerId, titulo, iniciaEn, terminaEn, zona } = row;
  return {
    clienteId,
    cantidad,
    codigo,
    estado: row.anuladaEn ? 'ANULADO' : row.estado,
    taller: { id: tallerId, titulo, iniciaEn, terminaEn, zona, estado: row.tallerEstado },
  };
}

type Marca = { inscripcionId: number; puesto: number; via: 'LISTA' | 'QR' };

/**
 * Marks a seat; one that is marked so already keeps who did it and when.
 * @returns whether this call changed it: of many at once, one does.
 */
export async function upsertMarca(
  trx: Trx,
  ctx: Ctx,
  { inscripcionId, puesto, via }: Marca,
  estado: EstadoAsistencia,
): Promise<boolean> {
  const values = { estado, via, marcadaEn: ctx.now, marcadaPor: ctx.usuarioId };
  const rows = await trx
    .insertInto('asistencia')
    .values({ inscripcionId, puesto, ...values })
    .onConflict((oc) =>
      oc
        .columns(['inscripcionId', 'puesto'])
        .doUpdateSet(values)
        .where('asistencia.estado', '!=', estado),
    )
    .returning('puesto')
    .execute();
  return rows.length > 0;
}

/** Takes the mark away. @returns whether there was one. */
export async function deleteMarca(
  trx: Trx,
  { inscripcionId, puesto }: { inscripcionId: number; puesto: number },
): Promise<boolean> {
  const rows = await trx
    .deleteFrom('asistencia')
    .where('inscripcionId', '=', inscripcionId)
    .where('puesto', '=', puesto)
    .returning('puesto')
    .execute();
  return rows.length > 0;
}
