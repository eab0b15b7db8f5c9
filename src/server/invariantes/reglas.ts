import type { Regla } from './regla.ts';
import { correos } from './reglasDeCorreo.ts';
import { esperas } from './reglasDeEspera.ts';
import { productos } from './reglasDeProductos.ts';
import { reportes } from './reglasDeReportes.ts';
import { resenas } from './reglasDeResenas.ts';

const cupos: Regla[] = [
  {
    nombre: 'CUPOS_TALLER',
    texto:
      'Los cupos ocupados de cada taller son los de sus inscripciones vigentes y, con los ofrecidos, no más que sus cupos',
    sql: `select t.id::text, format('ocupados %s, inscritos %s, cupos %s', t.cupos_ocupados, coalesce(v.cantidad, 0), t.cupos) as detalle
      from taller t
      left join (select taller_id, sum(cantidad) as cantidad from inscripcion where anulada_en is null group by 1) v
        on v.taller_id = t.id
      where t.cupos_ocupados <> coalesce(v.cantidad, 0)
        or t.cupos_ocupados + t.cupos_ofrecidos > t.cupos`,
  },
  {
    nombre: 'INSCRIPCION_UNICA',
    texto: 'Cada cliente tiene a lo más una inscripción vigente por taller',
    sql: `select min(id)::text as id, format('cliente %s en el taller %s: %s veces', cliente_id, taller_id, count(*)) as detalle
      from inscripcion where anulada_en is null group by cliente_id, taller_id having count(*) > 1`,
  },
  {
    nombre: 'INSCRIPCION_TALLER',
    texto: 'Las inscripciones vigentes son de talleres publicados',
    sql: `select i.id::text, format('taller %s está %s', t.id, t.estado) as detalle
      from inscripcion i join taller t on t.id = i.taller_id
      where i.anulada_en is null and t.estado <> 'PUBLICADO'`,
  },
  {
    nombre: 'LINEA_COBRO',
    texto: 'Cada línea es de la misma persona que su cobro, y todo cobro tiene líneas',
    sql: `select l.id::text, format('línea %s de %s en un cobro de %s', l.tipo, l.cliente_id, c.cliente_id) as detalle
      from linea_cobro l join cobro c on c.id = l.cobro_id where c.cliente_id <> l.cliente_id
      union all
      select c.id::text, 'cobro sin líneas' from cobro c
      where not exists (select from linea_cobro l where l.cobro_id = c.id)`,
  },
  {
    nombre: 'ASISTENTES',
    texto: 'Los asistentes nombrados caben en los cupos de su inscripción',
    sql: `select i.id::text, format('puesto %s de %s', a.puesto, i.cantidad) as detalle
      from asistente a join inscripcion i on i.id = a.inscripcion_id where a.puesto > i.cantidad`,
  },
];

const lineas = `select cobro_id, count(*) filter (where anulada_en is null) as vivas,
  coalesce(sum(total) filter (where anulada_en is null), 0) as total from linea_cobro group by 1`;
const signo = `case tipo when 'PAGO' then monto else -monto end`;
const movimientos = `select cobro_id, sum(${signo}) as pagado from pago group by 1`;

const dinero: Regla[] = [
  {
    nombre: 'COBRO_TOTAL',
    texto: 'El total de cada cobro es la suma de sus líneas vigentes',
    sql: `select c.id::text, format('guardado %s, calculado %s', c.total, coalesce(l.total, 0)) as detalle
      from cobro c left join (${lineas}) l on l.cobro_id = c.id where c.total <> coalesce(l.total, 0)`,
  },
  {
    nombre: 'COBRO_PAGADO',
    texto: 'Lo pagado de cada cobro es pagos menos reembolsos y reversos',
    sql: `select c.id::text, format('guardado %s, calculado %s', c.pagado, coalesce(m.pagado, 0)) as detalle
      from cobro c left join (${movimientos}) m on m.cobro_id = c.id where c.pagado <> coalesce(m.pagado, 0)`,
  },
  {
    nombre: 'COBRO_ESTADO',
    texto: 'El estado de cada cobro es el que resulta de sus líneas y pagos',
    sql: `select id::text, format('guardado %s, calculado %s', estado, debido) as detalle from (
        select c.id, c.estado, case when coalesce(l.vivas, 0) = 0 then 'ANULADO'
          when coalesce(m.pagado, 0) >= coalesce(l.total, 0) then 'PAGADO'
          when coalesce(m.pagado, 0) > 0 then 'ABONADO' else 'PENDIENTE' end as debido
        from cobro c left join (${lineas}) l on l.cobro_id = c.id
        left join (${movimientos}) m on m.cobro_id = c.id) e
      where estado <> debido`,
  },
  {
    nombre: 'COBRO_VENCIDO',
    texto: 'Un cobro vencido está anulado, y solo a uno vencido le llega un pago sin cupo',
    sql: `select id::text, format('estado %s, vencido %s, alerta %s', estado, vencido_en, alerta) as detalle from cobro
      where (vencido_en is not null and estado <> 'ANULADO')
        or (alerta is not null and (vencido_en is null or pagado = 0))`,
  },
  {
    nombre: 'SALDO_NEGATIVO',
    texto: 'Nunca se devuelve más de lo pagado, mirando los movimientos en su orden',
    sql: `select id::text, format('cobro %s queda en %s', cobro_id, neto) as detalle from (
        select id, cobro_id, sum(${signo}) over (partition by cobro_id order by id) as neto from pago) p
      where neto < 0`,
  },
  {
    nombre: 'REVERSOS',
    texto: 'Cada reverso deshace un pago de su mismo cobro, por el mismo monto y medio',
    sql: `select r.id::text, format('reverso de %s por %s', r.reversa_de, r.monto) as detalle
      from pago r join pago p on p.id = r.reversa_de
      where p.tipo <> 'PAGO' or p.cobro_id <> r.cobro_id or p.monto <> r.monto or p.medio <> r.medio`,
  },
  {
    nombre: 'REFERENCIAS',
    texto: 'Cada referencia está tomada por el pago que la tiene, mientras no se reversa',
    sql: `select coalesce(p.id, f.pago_id)::text as id,
        format('pago %s %s, tomada %s %s', p.medio, p.referencia, f.medio, f.referencia) as detalle
      from (select * from pago p where tipo = 'PAGO' and referencia is not null
          and not exists (select from pago r where r.reversa_de = p.id)) p
      full join pago_referencia f on f.pago_id = p.id
      where (p.medio, p.referencia) is distinct from (f.medio, f.referencia)`,
  },
  {
    nombre: 'COMPROBANTES',
    texto: 'Los comprobantes van del 1 al último emitido, sin saltos',
    sql: `select coalesce(c.id, n)::text as id, format('número %s de %s', coalesce(c.comprobante, n), s.ultimo) as detalle
      from numeracion s cross join generate_series(1, s.ultimo) n
      full join (select * from cobro where comprobante is not null) c on c.comprobante = n
      where c.id is null or n is null`,
  },
  {
    nombre: 'ACCESO_CURSO',
    texto: 'Todo curso pagado y vigente tiene abierto su acceso',
    sql: `select i.id::text, format('cliente %s, curso %s', i.cliente_id, i.curso_id) as detalle
      from inscripcion_curso i join cobro c on c.id = i.cobro_id
      where i.anulada_en is null and c.estado = 'PAGADO' and i.acceso_desde is null`,
  },
  {
    nombre: 'DINERO_ENTERO',
    texto: 'El dinero se guarda en pesos enteros',
    sql: `select attrelid::regclass::text || '.' || attname as id, format_type(atttypid, atttypmod) as detalle
      from pg_attribute
      where (attrelid::regclass::text, attname) in (('cobro', 'total'), ('cobro', 'pagado'), ('pago', 'monto'),
          ('taller', 'precio'), ('inscripcion', 'precio_unitario'), ('inscripcion', 'descuento'), ('inscripcion', 'total'),
          ('curso', 'precio'), ('inscripcion_curso', 'precio_unitario'), ('inscripcion_curso', 'descuento'),
          ('inscripcion_curso', 'total'), ('producto', 'precio'), ('venta_producto', 'precio_unitario'),
          ('venta_producto', 'descuento'), ('venta_producto', 'total'))
        and atttypid <> 'bigint'::regtype`,
  },
];

const personas: Regla[] = [
  {
    nombre: 'ESTADO_CLIENTE',
    texto: 'El estado de cada cliente es el último de su historial',
    sql: `select c.id::text, format('guardado %s, historial %s', c.estado, h.a) as detalle
      from cliente c left join (select distinct on (cliente_id) cliente_id, a from cliente_estado
        order by cliente_id, id desc) h on h.cliente_id = c.id
      where h.a is distinct from c.estado`,
  },
  {
    nombre: 'HISTORIAL_CONTINUO',
    texto:
      'Cada historial empieza con la captura y cada cambio parte del estado anterior; el de quien se unió a otro, desde que se unieron',
    sql: `select id::text, format('cliente %s: de %s a %s, antes %s', cliente_id, de, a, anterior) as detalle from (
        select id, cliente_id, de, a, causa, lag(a) over w as anterior, row_number() over w as orden
        from cliente_estado e
        where id >= coalesce((select max(id) from cliente_estado f
          where f.cliente_id = e.cliente_id and f.causa = 'FUSION'), 0)
        window w as (partition by cliente_id order by id)) h
      where causa <> 'FUSION' and (de is distinct from anterior or (orden = 1) <> (causa = 'CAPTURA') or (orden = 1 and a <> 'LEAD'))`,
  },
  {
    nombre: 'COMPRADOR_NO_ES_LEAD',
    texto: 'Quien tiene una compra confirmada ya no es LEAD',
    sql: `select c.id::text, 'LEAD con una compra confirmada' as detalle from cliente c
      where c.estado = 'LEAD' and exists (select from cobro
        where cobro.cliente_id = c.id and cobro.estado in ('ABONADO', 'PAGADO'))`,
  },
  {
    nombre: 'CONSENTIMIENTOS',
    texto: 'Cada consentimiento tiene su texto y una versión que existió',
    sql: `select k.id::text, format('versión %s', k.texto_version) as detalle
      from consentimiento k cross join negocio n
      where trim(k.texto) = '' or k.texto_version not between 1 and n.version_consentimiento`,
  },
];

export const reglas: readonly Regla[] = [
  ...cupos,
  ...esperas,
  ...productos,
  ...dinero,
  ...personas,
  ...resenas,
  ...correos,
  ...reportes,
];
