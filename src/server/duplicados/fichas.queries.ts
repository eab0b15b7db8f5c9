import { sql } from 'kysely';
import type { FichaDuplicado } from '#contract/duplicados.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { jsonInstant } from '../core/db/json.ts';
import { recibeNovedades } from '../segmentos/hojas/novedades.queries.ts';

/** Clientes with all that one compares them by, and how much hangs from each; by id. */
export async function selectFichas(
  db: Db | Trx,
  ids: number[],
): Promise<Map<number, FichaDuplicado>> {
  const { rows } = await sql<{ ficha: FichaDuplicado }>`
    select json_build_object(
      'id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos, 'tipo', c.tipo, 'email', c.email,
      'telefono', c.telefono, 'rut', c.rut, 'comuna', c.comuna, 'origen', c.origen, 'estado', c.estado,
      'fechaNacimiento', c.fecha_nacimiento, 'notas', c.notas, 'version', c.version,
      'ultimaActividadEn', c.ultima_actividad_en, 'creadoEn', c.creado_en,
      'empresa', (select json_build_object('id', e.id, 'razonSocial', e.razon_social)
        from empresa e where e.id = c.empresa_id),
      'responsable', (select json_build_object('id', u.id, 'nombre', u.name)
        from usuario u where u.id = c.responsable_id),
      'intereses', coalesce((
        select json_agg(json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color)
          order by normalizar(i.nombre))
        from cliente_interes ci join interes i on i.id = ci.interes_id where ci.cliente_id = c.id
      ), '[]'),
      'ventas', (select count(*) from cobro where cliente_id = c.id),
      'pagado', (select coalesce(sum(pagado), 0) from cobro where cliente_id = c.id),
      'interacciones', (select count(*) from interaccion where cliente_id = c.id),
      'correos', (select count(*) from email_log where cliente_id = c.id),
      'suscrito', ${recibeNovedades},
      'cuentaPortal', exists (select from usuario where cliente_id = c.id)
    ) as ficha
    from cliente c where id = any(${ids}::bigint[])`.execute(db);
  return new Map(
    rows.map(({ ficha }) => [
      ficha.id,
      {
        ...ficha,
        ultimaActividadEn: jsonInstant(ficha.ultimaActividadEn),
        creadoEn: jsonInstant(ficha.creadoEn),
      },
    ]),
  );
}
