import { sql } from 'kysely';
import type { ReservaPublica } from '#contract/publico.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { presentReserva } from './presentReserva.ts';
import { comoPagar } from './publico.queries.ts';

function selectReserva(db: Db | Trx, codigo: string) {
  return db
    .selectFrom('cobro')
    .innerJoin('negocio', (join) => join.onTrue())
    .select([
      'cobro.id',
      'cobro.codigo',
      'cobro.estado',
      'cobro.total',
      'cobro.pagado',
      'cobro.venceEn',
      'cobro.vencidoEn',
      'cobro.comprobante',
    ])
    .select(comoPagar)
    .where('cobro.codigo', '=', codigo)
    .executeTakeFirst();
}

async function selectLineas(db: Db | Trx, cobroId: number): Promise<ReservaPublica['lineas']> {
  const { rows } = await sql<ReservaPublica['lineas'][number]>`
    select l.tipo, l.titulo, l.cantidad, l.total, l.anulada_en is not null as anulada,
      case when t.id is not null then json_build_object('slug', t.slug, 'titulo', t.titulo,
        'modalidad', t.modalidad, 'lugar', t.lugar, 'direccion', t.direccion, 'comuna', t.comuna,
        'iniciaEn', to_char(t.inicia_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'terminaEn', to_char(t.termina_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'zona', t.zona) end as taller,
      c.slug as curso_slug, vp.entrega, vp.entrega_nota
    from linea_cobro l
    left join taller t on l.tipo = 'TALLER' and t.id = l.item_id
    left join curso c on l.tipo = 'CURSO' and c.id = l.item_id
    left join venta_producto vp on l.tipo = 'PRODUCTO' and vp.id = l.id
    where l.cobro_id = ${cobroId}
    order by array_position('{TALLER,CURSO,PRODUCTO}', l.tipo), l.id`.execute(db);
  return rows;
}

/**
 * A purchase by its reference, with how to pay for it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readReserva(
  db: Db | Trx,
  codigo: string,
  now: string,
): Promise<ReservaPublica> {
  const row = found(await selectReserva(db, codigo), 'esa reserva');
  return presentReserva(row, await selectLineas(db, row.id), now);
}
