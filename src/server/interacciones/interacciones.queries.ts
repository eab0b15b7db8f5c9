import { sql } from 'kysely';
import type { Interaccion, Seguimiento } from '#contract/interacciones.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { jsonInstant } from '../core/db/json.ts';
import { addDays } from '../core/time.ts';
import { cuandoDe, puedeCon, type Viewer } from './interacciones.policy.ts';

/** An interacción as `interaccionJson` gives it: instants are not yet as the API writes them. */
export type InteraccionRow = Omit<Interaccion, 'puede' | 'seguimiento'> & {
  creadoPor: string | null;
  seguimiento: Omit<Seguimiento, 'cuando'> | null;
};

/** A whole interacción of the row `i`, as JSON. */
export const interaccionJson = sql<InteraccionRow>`json_build_object(
  'id', i.id, 'tipo', i.tipo, 'direccion', i.direccion, 'resumen', i.resumen, 'detalle', i.detalle,
  'resultado', i.resultado, 'fecha', i.fecha, 'version', i.version, 'creadoEn', i.creado_en, 'creadoPor', i.creado_por,
  'cliente', (select json_build_object('id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos,
    'email', c.email, 'telefono', c.telefono) from cliente c where c.id = i.cliente_id),
  'responsable', (select json_build_object('id', u.id, 'nombre', u.name) from usuario u where u.id = i.responsable_id),
  'seguimiento', case when i.seguimiento_en is not null then json_build_object(
    'fecha', i.seguimiento_en, 'nota', i.seguimiento_nota,
    'responsable', (select json_build_object('id', u.id, 'nombre', u.name)
      from usuario u where u.id = i.seguimiento_responsable_id),
    'hechoEn', i.seguimiento_hecho_en,
    'hechoPor', (select u.name from usuario u where u.id = i.seguimiento_hecho_por)) end)`;

/** Who looks, and the local date on which they do. */
export type Look = { viewer: Viewer; today: string };

/** The row as the API tells it to who looks. */
export function presentInteraccion(row: InteraccionRow, { viewer, today }: Look): Interaccion {
  const { creadoPor, seguimiento, fecha, creadoEn, ...same } = row;
  const tomorrow = addDays(today, 1);
  return {
    ...same,
    fecha: jsonInstant(fecha),
    creadoEn: jsonInstant(creadoEn),
    seguimiento: seguimiento && {
      ...seguimiento,
      hechoEn: jsonInstant(seguimiento.hechoEn),
      cuando: seguimiento.hechoEn ? null : cuandoDe(seguimiento.fecha, { today, tomorrow }),
    },
    puede: puedeCon(viewer, creadoPor),
  };
}

export async function selectInteraccion(
  db: Db | Trx,
  id: number,
): Promise<InteraccionRow | undefined> {
  const { rows } = await sql<{ interaccion: InteraccionRow }>`
    select ${interaccionJson} as interaccion from interaccion i where i.id = ${id}`.execute(db);
  return rows[0]?.interaccion;
}
