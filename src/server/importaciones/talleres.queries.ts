import { sql } from 'kysely';
import { type Medio, medio } from '#contract/cobros.ts';
import type { EstadoTaller } from '#contract/talleres.ts';
import type { Db, Trx } from '../core/db/connect.ts';

export type TallerConocido = {
  /** Below zero when the import would make it. */
  id: number;
  titulo: string;
  /** The title folded. */
  clave: string;
  /** Its local date. */
  dia: string;
  estado: EstadoTaller;
  precio: number;
  afectoIva: boolean;
  libres: number;
  /** Made by an import: it grows with those who were in it. */
  propio: boolean;
};

export async function selectTalleresPorTitulo(
  db: Db | Trx,
  claves: string[],
): Promise<TallerConocido[]> {
  const { rows } = await sql<TallerConocido>`
    select id, titulo, normalizar(titulo) as clave, (inicia_en at time zone zona)::date as dia, estado, precio,
      afecto_iva, cupos - cupos_ocupados - cupos_ofrecidos as libres,
      importacion_id is not null as propio
    from taller where normalizar(titulo) = any(${claves}::text[]) order by inicia_en, id`.execute(
    db,
  );
  return rows;
}

export type Inscrito = { clienteId: number; tallerId: number; pagado: number };

/** Who of the people has a live Inscripcion in which of the talleres, and what its Cobro was paid, in pesos. */
export async function selectInscritos(
  db: Db | Trx,
  clientes: number[],
  talleres: number[],
): Promise<Inscrito[]> {
  const { rows } = await sql<Inscrito>`
    select i.cliente_id, i.taller_id, c.pagado from inscripcion i join cobro c on c.id = i.cobro_id
    where i.anulada_en is null and i.cliente_id = any(${clientes}::bigint[])
      and i.taller_id = any(${talleres}::bigint[])`.execute(db);
  return rows;
}

/** Those of the references that a payment has already. */
export async function selectReferencias(
  db: Db | Trx,
  referencias: string[],
): Promise<{ medio: Medio; referencia: string; codigo: string }[]> {
  const { rows } = await sql<{ medio: Medio; referencia: string; codigo: string }>`
    select r.medio, r.referencia, c.codigo from pago_referencia r join pago p on p.id = r.pago_id
    join cobro c on c.id = p.cobro_id
    where r.medio = any(${medio.options}::text[]) and r.referencia = any(${referencias}::text[])`.execute(
    db,
  );
  return rows;
}
