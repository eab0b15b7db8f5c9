import type { Regla } from './regla.ts';

export const esperas: Regla[] = [
  {
    nombre: 'ESPERA_OFRECIDOS',
    texto:
      'Los cupos ofrecidos de cada taller son los de sus ofertas vigentes, y solo los hay en talleres publicados',
    sql: `select t.id::text, format('%s: ofrecidos %s, en ofertas %s', t.estado, t.cupos_ofrecidos, coalesce(o.cantidad, 0)) as detalle
      from taller t
      left join (select taller_id, sum(cantidad) as cantidad from espera where estado = 'OFRECIDA' group by 1) o
        on o.taller_id = t.id
      where t.cupos_ofrecidos <> coalesce(o.cantidad, 0)
        or (t.cupos_ofrecidos > 0 and t.estado <> 'PUBLICADO')`,
  },
  {
    nombre: 'ESPERA_UNA_OFERTA',
    texto: 'Cada persona tiene a lo más una oferta vigente',
    sql: `select min(id)::text as id, format('cliente %s: %s ofertas', cliente_id, count(*)) as detalle
      from espera where estado = 'OFRECIDA' group by cliente_id having count(*) > 1`,
  },
  {
    nombre: 'ESPERA_ACEPTADA',
    texto: 'Toda oferta aceptada es una venta de ese taller',
    sql: `select e.id::text, format('taller %s, cobro %s', e.taller_id, e.cobro_id) as detalle
      from espera e where e.estado = 'ACEPTADA' and not exists (select from inscripcion i
        where i.cobro_id = e.cobro_id and i.cliente_id = e.cliente_id)`,
  },
];
