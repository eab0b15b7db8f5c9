import { type RawBuilder, sql } from 'kysely';
import type { ClaseEvento } from '#contract/bitacora.ts';
import type { Permiso } from '#contract/permisos.ts';
import { interaccionJson } from '../interacciones/interacciones.queries.ts';
import type { Datos } from './relato.policy.ts';

export type Fuente = {
  /** Names its events: with an id of its rows, unique within a timeline. */
  clave: string;
  /** How it is told; an interacción tells itself. */
  relato: keyof Datos | 'INTERACCION';
  clase: ClaseEvento;
  permiso: Permiso;
  /** Every event as `id`, `en` and `cliente_id`, so that those of one person come by an index. */
  filas: RawBuilder<unknown>;
  /** The same with the `empresa_id` that a sale is charged to. */
  aCargo?: RawBuilder<unknown>;
  /** What is known of the event of the row `t`, as JSON. */
  datos: RawBuilder<unknown>;
};

const usuario = (id: RawBuilder<unknown>) => sql`(select u.name from usuario u where u.id = ${id})`;

/** Told as it was sold: with the lines that were annulled later. */
const venta: Fuente = {
  clave: 'venta',
  relato: 'VENTA',
  clase: 'VENTAS',
  permiso: 'ventas:leer',
  filas: sql`select id, creado_en as en, cliente_id from cobro`,
  aCargo: sql`select id, creado_en as en, cliente_id, empresa_id from cobro`,
  datos: sql`select json_build_object('cobroId', k.id, 'codigo', k.codigo, 'canal', k.canal,
      'total', (select coalesce(sum(l.total), 0) from linea_cobro l where l.cobro_id = k.id), 'usuario', ${usuario(sql`k.creado_por`)},
      'empresa', (select e.razon_social from empresa e where e.id = k.empresa_id),
      'lineas', array(select case when l.cantidad > 1 then l.cantidad || ' × ' else '' end || l.titulo
        from linea_cobro l where l.cobro_id = k.id order by l.tipo desc, l.id))
    from cobro k where k.id = t.id`,
};

/** What is told of a line that was annulled, given its table and what it sold. */
const linea = (clave: string, tabla: string, titulo: RawBuilder<unknown>): Fuente => ({
  clave,
  relato: 'LINEA',
  clase: 'VENTAS',
  permiso: 'ventas:leer',
  filas: sql`select id, anulada_en as en, cliente_id from ${sql.table(tabla)} where anulada_en is not null`,
  aCargo: sql`select l.id, l.anulada_en as en, l.cliente_id, k.empresa_id
    from cobro k join ${sql.table(tabla)} l on l.cobro_id = k.id where l.anulada_en is not null`,
  datos: sql`select json_build_object('cobroId', k.id, 'codigo', k.codigo, 'titulo', ${titulo},
      'causa', l.anulada_causa, 'motivo', l.anulada_motivo, 'usuario', ${usuario(sql`l.anulada_por`)})
    from ${sql.table(tabla)} l join cobro k on k.id = l.cobro_id where l.id = t.id`,
});

const pago: Fuente = {
  clave: 'pago',
  relato: 'PAGO',
  clase: 'PAGOS',
  permiso: 'ventas:leer',
  filas: sql`select g.id, g.fecha as en, k.cliente_id from cobro k join pago g on g.cobro_id = k.id`,
  aCargo: sql`select g.id, g.fecha as en, k.cliente_id, k.empresa_id
    from cobro k join pago g on g.cobro_id = k.id`,
  datos: sql`select json_build_object('cobroId', k.id, 'codigo', k.codigo, 'tipo', g.tipo, 'monto', g.monto,
      'medio', g.medio, 'referencia', g.referencia, 'nota', g.nota, 'usuario', ${usuario(sql`g.registrado_por`)})
    from pago g join cobro k on k.id = g.cobro_id where g.id = t.id`,
};

const email: Fuente = {
  clave: 'email',
  relato: 'EMAIL',
  clase: 'CORREOS',
  permiso: 'emails:leer',
  // What a campaign has not sent yet is not told of thousands of people.
  filas: sql`select id, coalesce(enviado_en, creado_en) as en, cliente_id from email_log
    where campana_id is null or estado not in ('EN_COLA', 'TOMADO')`,
  datos: sql`select json_build_object('id', m.id, 'asunto', m.asunto, 'automatico', m.automatico, 'campana', a.nombre,
      'estado', m.estado, 'abierto', m.abierto_en is not null, 'clic', m.clic_en is not null,
      'rebotado', m.rebotado_en is not null, 'reclamado', m.reclamado_en is not null,
      'usuario', ${usuario(sql`m.creado_por`)})
    from email_log m left join campana a on a.id = m.campana_id where m.id = t.id`,
};

const interaccion: Fuente = {
  clave: 'interaccion',
  relato: 'INTERACCION',
  clase: 'CONTACTOS',
  permiso: 'interacciones:leer',
  filas: sql`select id, fecha as en, cliente_id from interaccion`,
  datos: sql`select ${interaccionJson} from interaccion i where i.id = t.id`,
};

const estado: Fuente = {
  clave: 'estado',
  relato: 'ESTADO',
  clase: 'ESTADO',
  permiso: 'clientes:leer',
  // A merge that changed no estado is told as a merge alone.
  filas: sql`select id, creado_en as en, cliente_id from cliente_estado
    where causa <> 'FUSION' or de is distinct from a`,
  datos: sql`select json_build_object('de', h.de, 'a', h.a, 'causa', h.causa, 'motivo', h.motivo,
      'usuario', ${usuario(sql`h.usuario_id`)})
    from cliente_estado h where h.id = t.id`,
};

const fusion: Fuente = {
  clave: 'fusion',
  relato: 'FUSION',
  clase: 'ESTADO',
  permiso: 'clientes:leer',
  filas: sql`select id, creado_en as en, principal_id as cliente_id from fusion`,
  datos: sql`select json_build_object('nombre', f.nombre, 'deshecha', f.deshecha_en is not null,
      'usuario', ${usuario(sql`f.creado_por`)})
    from fusion f where f.id = t.id`,
};

const consentimiento: Fuente = {
  clave: 'consentimiento',
  relato: 'CONSENTIMIENTO',
  clase: 'PERMISO',
  permiso: 'clientes:leer',
  filas: sql`select id, creado_en as en, cliente_id from consentimiento`,
  datos: sql`select json_build_object('accion', k.accion, 'canal', k.canal, 'email', k.email)
    from consentimiento k where k.id = t.id`,
};

const supresion: Fuente = {
  clave: 'supresion',
  relato: 'SUPRESION',
  clase: 'PERMISO',
  permiso: 'clientes:leer',
  filas: sql`select s.id, s.creado_en as en, c.id as cliente_id
    from cliente c join supresion s on s.email = c.email`,
  datos: sql`select json_build_object('motivo', s.motivo, 'email', s.email,
      'usuario', ${usuario(sql`s.creado_por`)})
    from supresion s where s.id = t.id`,
};

const resena: Fuente = {
  clave: 'resena',
  relato: 'RESENA',
  clase: 'RESENAS',
  permiso: 'resenas:leer',
  filas: sql`select id, creado_en as en, cliente_id from resena`,
  datos: sql`select json_build_object('id', r.id, 'estrellas', r.estrellas, 'comentario', r.comentario,
      'estado', r.estado, 'titulo', coalesce(
        (select titulo from taller where id = r.taller_id), (select titulo from curso where id = r.curso_id)))
    from resena r where r.id = t.id`,
};

const asistencia: Fuente = {
  clave: 'asistencia',
  relato: 'ASISTENCIA',
  clase: 'ASISTENCIA',
  permiso: 'talleres:leer',
  // Of one enrolment, all its seats are one event.
  filas: sql`select n.id, max(a.marcada_en) as en, n.cliente_id
    from inscripcion n join asistencia a on a.inscripcion_id = n.id
    where n.anulada_en is null group by n.id, n.cliente_id`,
  datos: sql`select json_build_object('tallerId', w.id, 'titulo', w.titulo,
      'presentes', (select count(*) from asistencia where inscripcion_id = n.id and estado = 'PRESENTE'),
      'ausentes', (select count(*) from asistencia where inscripcion_id = n.id and estado = 'AUSENTE'))
    from inscripcion n join taller w on w.id = n.taller_id where n.id = t.id`,
};

/** A step of someone who waits for a seat: when it was, and which. */
const espera = (
  clave: string,
  en: RawBuilder<unknown>,
  paso: RawBuilder<unknown>,
  quien: RawBuilder<unknown>,
): Fuente => ({
  clave,
  relato: 'ESPERA',
  clase: 'ESPERA',
  permiso: 'talleres:leer',
  filas: sql`select id, ${en} as en, cliente_id from espera where ${en} is not null`,
  datos: sql`select json_build_object('tallerId', w.id, 'titulo', w.titulo, 'cantidad', x.cantidad,
      'paso', ${paso}, 'usuario', ${quien})
    from espera x join taller w on w.id = x.taller_id where x.id = t.id`,
});

/**
 * Every source of a timeline, what follows from an act before the act: of one moment, the last is told first.
 * Its place here is part of the cursors.
 */
export const fuentes: readonly Fuente[] = [
  estado,
  email,
  supresion,
  consentimiento,
  fusion,
  resena,
  asistencia,
  pago,
  linea('inscripcion', 'inscripcion', sql`(select titulo from taller where id = l.taller_id)`),
  linea('curso', 'inscripcion_curso', sql`(select titulo from curso where id = l.curso_id)`),
  linea('producto', 'venta_producto', sql`(select nombre from producto where id = l.producto_id)`),
  venta,
  espera('fin', sql.ref('resuelta_en'), sql`x.estado`, sql`null`),
  espera('oferta', sql.ref('ofrecida_en'), sql`'OFRECIDA'`, sql`null`),
  espera('espera', sql.ref('creado_en'), sql`'ESPERANDO'`, usuario(sql`x.creado_por`)),
  interaccion,
];
