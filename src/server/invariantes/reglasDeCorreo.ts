import type { Regla } from './regla.ts';

export const correos: Regla[] = [
  {
    nombre: 'CORREO_TRAS_SUPRESION',
    texto:
      'A nadie se le entrega un correo después de su supresión; tras una baja, ninguno de promoción',
    // Whoever was handed a message as the suppression was written got it before: a sender is waited for, 3 s at most.
    sql: `select e.id::text, format('%s a %s, supresión %s', e.tipo, e.email, s.motivo) as detalle
      from email_log e join supresion s on s.email = e.email
      where e.entrega_en > s.creado_en + interval '3 seconds' and (e.comercial or s.motivo <> 'BAJA')`,
  },
  {
    nombre: 'CORREO_A_BLOQUEADO',
    texto: 'A quien tiene sus datos bloqueados no se le entrega ningún correo',
    sql: `select e.id::text, format('cliente %s', e.cliente_id) as detalle
      from email_log e join cliente c on c.id = e.cliente_id
      where e.entrega_en > c.bloqueado_en + interval '3 seconds'`,
  },
  {
    nombre: 'CAMPANA_UN_CORREO',
    texto: 'Cada persona y cada dirección recibe a lo más un correo de cada campaña',
    sql: `select min(id)::text as id, format('campaña %s a %s: %s veces', campana_id, email, count(*)) as detalle
      from email_log where campana_id is not null and reenvio_de is null
      group by campana_id, email having count(*) > 1`,
  },
  {
    nombre: 'CAMPANA_COMPLETA',
    texto: 'Una campaña completada no deja correos por enviar, y tiene los que contó',
    sql: `select c.id::text, format('destinatarios %s, correos %s, en espera %s', c.destinatarios, v.n, v.vivos) as detalle
      from campana c
      cross join lateral (select count(*) as n, count(*) filter (where estado in ('EN_COLA', 'TOMADO')) as vivos
        from email_log e where e.campana_id = c.id and e.reenvio_de is null) v
      where c.estado = 'COMPLETADA' and (v.vivos > 0 or v.n <> c.destinatarios)`,
  },
  {
    nombre: 'CORREO_CONTENIDO',
    texto: 'Todo correo enviado guarda de qué se hizo',
    sql: `select id::text, format('estado %s', estado) as detalle from email_log
      where estado in ('ENVIADO', 'LOCAL', 'INCIERTO') and contenido_id is null`,
  },
  {
    nombre: 'CORREO_AUTOMATICO_UNA_VEZ',
    texto: 'Cada causa tiene a lo más un correo automático',
    sql: `select min(id)::text as id, format('%s: %s veces', clave, count(*)) as detalle
      from email_log where clave is not null group by clave having count(*) > 1`,
  },
];
