import { sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Inscripcion } from '#contract/ventas.ts';
import type { Db, Trx } from '../core/db/connect.ts';

function selectInscripciones(db: Db | Trx) {
  return db
    .selectFrom('inscripcion')
    .innerJoin('cobro', 'cobro.id', 'inscripcion.cobroId')
    .innerJoin('cliente', 'cliente.id', 'inscripcion.clienteId')
    .leftJoin('empresa', 'empresa.id', 'cliente.empresaId')
    .select((eb) => [
      'inscripcion.id',
      'inscripcion.cobroId',
      'cobro.codigo',
      'inscripcion.tallerId',
      'inscripcion.cantidad',
      'inscripcion.total',
      'inscripcion.anuladaEn',
      'inscripcion.anuladaMotivo',
      'inscripcion.creadoEn',
      'cobro.venceEn',
      'cobro.estado',
      sql<number>`greatest(cobro.total - cobro.pagado, 0)`.as('saldo'),
      jsonBuildObject({
        id: eb.ref('cliente.id'),
        nombres: eb.ref('cliente.nombres'),
        apellidos: eb.ref('cliente.apellidos'),
        email: eb.ref('cliente.email'),
        telefono: eb.ref('cliente.telefono'),
        empresa: eb.ref('empresa.razonSocial'),
      }).as('cliente'),
      jsonArrayFrom(
        eb
          .selectFrom('asistente')
          .select(['puesto', 'nombres', 'apellidos', 'email', 'telefono'])
          .whereRef('asistente.inscripcionId', '=', 'inscripcion.id')
          .orderBy('puesto'),
      ).as('asistentes'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInscripciones>['execute']>>[number];

/** A line shows its Cobro's state, or ANULADO when it is annulled itself. */
function present(row: Row, rol: Rol): Inscripcion {
  const vender = permisosDe(rol).includes('ventas:escribir');
  const live = row.anuladaEn === null;
  const estado = live ? row.estado : 'ANULADO';
  const saldo = live && row.estado !== 'ANULADO' ? row.saldo : 0;
  const puede = vender && live;
  return {
    ...row,
    estado,
    saldo,
    puede: {
      anular: puede,
      trasladar: puede,
      registrarPago: puede,
      nombrarAsistentes: puede,
    },
  };
}

/** The Inscripciones of a Taller by surname, live ones unless told. */
export async function readInscripciones(
  db: Db,
  tallerId: number,
  rol: Rol,
  annulledToo: boolean,
): Promise<Inscripcion[]> {
  const rows = await selectInscripciones(db)
    .where('inscripcion.tallerId', '=', tallerId)
    .$if(!annulledToo, (qb) => qb.where('inscripcion.anuladaEn', 'is', null))
    .orderBy(
      sql`inscripcion.anulada_en is not null, cliente.apellidos collate es, cliente.nombres collate es, inscripcion.id`,
    )
    .execute();
  return rows.map((row) => present(row, rol));
}

export async function readInscripcion(
  db: Db | Trx,
  id: number,
  rol: Rol,
): Promise<Inscripcion | undefined> {
  const row = await selectInscripciones(db).where('inscripcion.id', '=', id).executeTakeFirst();
  return row && present(row, rol);
}
