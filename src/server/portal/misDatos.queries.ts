import { sql } from 'kysely';
import type { MisDatos } from '#contract/misDatos.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** What a student may see and change of themselves, and what there is to choose from. */
export function selectMisDatos(db: Db | Trx, clienteId: number) {
  return db
    .selectFrom('cliente')
    .innerJoin('negocio', (join) => join.onTrue())
    .select(['nombres', 'apellidos', 'cliente.telefono', 'cliente.rut', 'cliente.comuna'])
    .select(['fechaNacimiento', 'cliente.version', 'textoConsentimiento'])
    .select([
      sql<MisDatos['intereses']>`(select coalesce(json_agg(
          json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color) order by i.nombre), '[]')
        from cliente_interes ci join interes i on i.id = ci.interes_id
        where ci.cliente_id = cliente.id)`.as('intereses'),
      sql<MisDatos['todosLosIntereses']>`(select coalesce(json_agg(
          json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color) order by i.nombre), '[]')
        from interes i)`.as('todosLosIntereses'),
    ])
    .where('cliente.id', '=', clienteId)
    .executeTakeFirst();
}
