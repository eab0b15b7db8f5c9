import type { Regla } from './regla.ts';

const dia = (instante: string) =>
  `(${instante} at time zone (select zona from zona_reportes))::date`;

/** Compares what is kept by day, folded or not, with the same from its rows. */
const porDia = (clave: string, guardado: string, calculado: string, cifras: string[]) => {
  const sums = cifras.map((cifra) => `sum(${cifra}) as ${cifra}`).join(', ');
  const pair = (tabla: string) =>
    cifras.map((cifra) => `coalesce(${tabla}.${cifra}, 0)`).join(', ');
  const text = (tabla: string) =>
    cifras.map((cifra) => `coalesce(${tabla}.${cifra}, 0)`).join(` || '/' || `);
  return `select dia || ' ' || clave as id, format('guardado %s, calculado %s', ${text('g')}, ${text('c')}) as detalle
    from (select dia, ${clave}::text as clave, ${sums} from (${guardado}) t group by 1, 2) g
    full join (select dia, ${clave}::text as clave, ${sums} from (${calculado}) t group by 1, 2) c using (dia, clave)
    where (${pair('g')}) is distinct from (${pair('c')})`;
};

const total = (tabla: string) =>
  `coalesce((select sum(total) from ${tabla} l where l.cobro_id = c.id), 0)`;

/** What is kept so that reports need not read every row. */
export const reportes: Regla[] = [
  {
    nombre: 'INGRESO_DIA',
    texto:
      'Los ingresos guardados de cada día y medio son pagos menos reembolsos y reversos de ese día',
    sql: porDia(
      'medio',
      'select dia, medio, monto, movimientos from ingreso_dia union all select dia, medio, monto, movimientos from ingreso_delta',
      `select ${dia('fecha')} as dia, medio, case tipo when 'PAGO' then monto else -monto end as monto, 1 as movimientos from pago`,
      ['monto', 'movimientos'],
    ),
  },
  {
    nombre: 'CAPTACION_DIA',
    texto:
      'Las personas guardadas de cada día y origen son las que llegaron ese día, y cuántas fueron clientes',
    sql: porDia(
      'origen',
      'select dia, origen, leads, convertidos from captacion_dia union all select dia, origen, leads, convertidos from captacion_delta',
      `select ${dia('creado_en')} as dia, origen, 1 as leads, (convertido_en is not null)::int as convertidos from cliente`,
      ['leads', 'convertidos'],
    ),
  },
  {
    nombre: 'ESTUDIANTE_TRAMO',
    texto:
      'Los días guardados en que cada persona es estudiante activa son los que dan sus cupos, pagos y accesos',
    sql: `select cliente_id::text as id, format('guardado %s, calculado %s', g.dias, c.dias) as detalle
      from (select cliente_id, string_agg(desde || '–' || hasta, ', ' order by desde) as dias from estudiante_tramo group by 1) g
      full join (select cliente_id, string_agg(desde || '–' || hasta, ', ' order by desde) as dias
        from estudiante_calculado group by 1) c using (cliente_id)
      where g.dias is distinct from c.dias`,
  },
  {
    nombre: 'ACTIVO_DIA',
    texto: 'Los estudiantes activos guardados por día son los de sus tramos',
    sql: porDia(
      `''`,
      'select dia, cambio from activo_dia union all select dia, cambio from activo_delta',
      `select desde as dia, 1 as cambio from estudiante_tramo
        union all select hasta + 1, -1 from estudiante_tramo where hasta <> 'infinity'`,
      ['cambio'],
    ),
  },
  {
    nombre: 'INSCRITO_DIA',
    texto:
      'Las inscripciones guardadas de cada día e interés son las vigentes que se hicieron ese día',
    sql: porDia(
      'interes_id',
      'select dia, interes_id, inscripciones from inscrito_dia union all select dia, interes_id, inscripciones from inscrito_delta',
      `select ${dia('i.creado_en')} as dia, coalesce(t.interes_id, 0) as interes_id, 1 as inscripciones
        from inscripcion i join taller t on t.id = i.taller_id where i.anulada_en is null
        union all select ${dia('i.creado_en')}, coalesce(c.interes_id, 0), 1
        from inscripcion_curso i join curso c on c.id = i.curso_id where i.anulada_en is null`,
      ['inscripciones'],
    ),
  },
  {
    nombre: 'RESENA_CUENTA',
    texto: 'Las reseñas contadas de cada taller y curso son las publicadas',
    sql: `select serie_id || '/' || curso_id as id,
        format('guardado %s de %s, calculado %s de %s', g.suma, g.cantidad, c.suma, c.cantidad) as detalle
      from resena_cuenta g full join resena_calculada c using (serie_id, curso_id)
      where (coalesce(g.cantidad, 0), coalesce(g.suma, 0)) is distinct from (coalesce(c.cantidad, 0), coalesce(c.suma, 0))`,
  },
  {
    nombre: 'CONVERTIDO',
    texto: 'Quien fue cliente alguna vez tiene anotado desde cuándo, y nadie más',
    sql: `select c.id::text, format('guardado %s, historial %s', c.convertido_en, h.desde) as detalle
      from cliente c left join (select cliente_id, min(creado_en) as desde from cliente_estado where a = 'CLIENTE'
        group by 1) h on h.cliente_id = c.id
      where c.convertido_en is distinct from h.desde`,
  },
  {
    nombre: 'COBRO_CLASE',
    texto:
      'Lo que cada cobro tiene de talleres, cursos y productos es la suma de sus líneas como se vendieron',
    sql: `select id::text, format('guardado %s, calculado %s', guardado, calculado) as detalle from (
        select c.id, format('%s/%s/%s', c.total_taller, c.total_curso, c.total_producto) as guardado,
          format('%s/%s/%s', ${total('inscripcion')},
            ${total('inscripcion_curso')},
            ${total('venta_producto')}) as calculado
        from cobro c) t where guardado <> calculado`,
  },
];
