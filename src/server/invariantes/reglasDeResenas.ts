import type { Regla } from './regla.ts';

export const resenas: Regla[] = [
  {
    nombre: 'ASISTENCIA',
    texto: 'La asistencia se marca en puestos que existen',
    sql: `select i.id::text, format('puesto %s de %s', a.puesto, i.cantidad) as detalle
      from asistencia a join inscripcion i on i.id = a.inscripcion_id where a.puesto > i.cantidad`,
  },
  {
    nombre: 'RESENA_DE_ALUMNO',
    texto: 'Cada reseña es de alguien que se inscribió en ese taller o ese curso',
    sql: `select r.id::text, format('cliente %s, taller %s, curso %s', r.cliente_id, r.taller_id, r.curso_id) as detalle
      from resena r
      where not exists (select from inscripcion i where i.cliente_id = r.cliente_id and i.taller_id = r.taller_id)
        and not exists (select from inscripcion_curso i where i.cliente_id = r.cliente_id and i.curso_id = r.curso_id)`,
  },
  {
    nombre: 'RESENA_UNICA',
    texto: 'Cada persona tiene a lo más una reseña de cada taller y de cada curso',
    sql: `select min(id)::text as id, format('cliente %s: %s veces', cliente_id, count(*)) as detalle
      from resena group by cliente_id, taller_id, curso_id having count(*) > 1`,
  },
  {
    nombre: 'RESENA_MODERADA',
    texto: 'Toda reseña rechazada tiene su motivo y ninguna otra, y toda respuesta tiene su fecha',
    sql: `select id::text, format('estado %s, motivo %s, respuesta %s', estado, rechazo_motivo, respuesta) as detalle
      from resena
      where (estado = 'RECHAZADA') <> (rechazo_motivo is not null)
        or (respuesta is null) <> (respondida_en is null)`,
  },
  {
    nombre: 'SERIE_DE_TALLERES',
    texto: 'Las ediciones de un taller llevan todas a la misma, que no es de otra serie',
    sql: `select t.id::text, format('de la serie %s, que es de la serie %s', t.serie_id, o.serie_id) as detalle
      from taller t join taller o on o.id = t.serie_id where coalesce(o.serie_id, o.id) <> o.id`,
  },
];
