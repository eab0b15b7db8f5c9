import { sql } from 'kysely';
import type { Cliente } from '#contract/clientes.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { recibeNovedades } from '../segmentos/hojas/novedades.queries.ts';

export type ClienteRow = Omit<Cliente, 'puede'>;

/** One cliente with all that its page shows, in one statement. */
export async function selectCliente(db: Db | Trx, id: number): Promise<ClienteRow | undefined> {
  const { rows } = await sql<{ cliente: ClienteRow }>`
    select json_build_object(
      'id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos, 'tipo', c.tipo, 'email', c.email,
      'telefono', c.telefono, 'rut', c.rut, 'comuna', c.comuna, 'origen', c.origen,
      'origenDetalle', c.origen_detalle, 'estado', c.estado, 'fechaNacimiento', c.fecha_nacimiento,
      'notas', c.notas, 'version', c.version,
      'ultimaActividadEn', c.ultima_actividad_en, 'creadoEn', c.creado_en,
      'actualizadoEn', c.actualizado_en,
      'empresa', (select json_build_object('id', e.id, 'razonSocial', e.razon_social)
        from empresa e where e.id = c.empresa_id),
      'responsable', (select json_build_object('id', u.id, 'nombre', u.name)
        from usuario u where u.id = c.responsable_id),
      'intereses', coalesce((
        select json_agg(json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color)
          order by normalizar(i.nombre))
        from cliente_interes ci join interes i on i.id = ci.interes_id where ci.cliente_id = c.id
      ), '[]'),
      'suscrito', ${recibeNovedades},
      'cuenta', (
        select json_build_object(
          'pagado', coalesce(sum(pagado), 0),
          'saldo', coalesce(sum(total - pagado) filter (where estado in ('PENDIENTE', 'ABONADO')), 0),
          'saldoAFavor', coalesce(
            sum(pagado - total) filter (where estado <> 'ANULADO' and pagado > total), 0),
          'porReembolsar', coalesce(sum(pagado) filter (where estado = 'ANULADO'), 0)
        ) from cobro where cliente_id = c.id
      ),
      'historial', coalesce((
        select json_agg(json_build_object('id', h.id, 'de', h.de, 'a', h.a, 'causa', h.causa,
          'motivo', h.motivo, 'usuario', u.name, 'creadoEn', h.creado_en) order by h.id desc)
        from cliente_estado h left join usuario u on u.id = h.usuario_id where h.cliente_id = c.id
      ), '[]')
    ) as cliente
    from cliente c where c.id = ${id}`.execute(db);
  return rows[0]?.cliente;
}
