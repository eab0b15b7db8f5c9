import { type Expression, type SqlBool, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { Espera, EsperaPublica, EstadoEspera } from '#contract/espera.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { cuposLibres } from '../talleres/talleres.queries.ts';

/** Place among those who still wait for the same Taller, from 1. */
const lugar = sql<number | null>`case when espera.estado = 'ESPERANDO' then (
  select count(*)::int from espera antes
  where antes.taller_id = espera.taller_id and antes.estado = 'ESPERANDO' and antes.id <= espera.id) end`;

/** An offer never outlives the beginning of its Taller, also when this was moved after it was made. */
const hasta = sql<string | null>`case when espera.estado = 'OFRECIDA'
  then least(espera.oferta_vence_en, taller.inicia_en) end`;

function select(db: Db | Trx) {
  return db
    .selectFrom('espera')
    .innerJoin('cliente', 'cliente.id', 'espera.clienteId')
    .innerJoin('taller', 'taller.id', 'espera.tallerId')
    .select((eb) => [
      'espera.id',
      'espera.tallerId',
      'espera.codigo',
      'espera.cantidad',
      'espera.estado',
      'espera.canal',
      'espera.cobroId',
      'espera.creadoEn',
      'taller.estado as tallerEstado',
      'taller.iniciaEn',
      cuposLibres.as('libres'),
      lugar.as('lugar'),
      hasta.as('ofertaVenceEn'),
      jsonBuildObject({
        id: eb.ref('cliente.id'),
        nombres: eb.ref('cliente.nombres'),
        apellidos: eb.ref('cliente.apellidos'),
        email: eb.ref('cliente.email'),
        telefono: eb.ref('cliente.telefono'),
      }).as('cliente'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];
export type Lector = { rol: Rol; publicUrl: string; now: string };

function present(row: Row, { rol, publicUrl, now }: Lector): Espera {
  const { codigo, tallerEstado, iniciaEn, libres, ...shown } = row;
  const estado = estadoHoy(row, now);
  const permisos = permisosDe(rol);
  const vender = permisos.includes('ventas:escribir');
  const selling = tallerEstado === 'PUBLICADO' && iniciaEn > now;
  return {
    ...shown,
    estado,
    // Whoever holds it accepts in the person's name.
    enlace: permisos.includes('avisos:enviar') ? `${publicUrl}/espera/${codigo}` : null,
    puede: {
      ofrecer: vender && selling && estado === 'ESPERANDO' && libres >= row.cantidad,
      quitar: vender && (estado === 'ESPERANDO' || estado === 'OFRECIDA'),
    },
  };
}

/** An offer past its time counts as expired, though the job did not run yet. */
function estadoHoy(
  { estado, ofertaVenceEn }: { estado: EstadoEspera; ofertaVenceEn: string | null },
  now: string,
): EstadoEspera {
  return ofertaVenceEn !== null && ofertaVenceEn <= now ? 'VENCIDA' : estado;
}

/** Anyone may join a list, so that it may be of any length; each place is counted. */
const MAX_FILAS = 500;

/** The first of the waitlist of a Taller in its order, those already settled too when told. */
export async function readEsperas(
  db: Db | Trx,
  tallerId: number,
  todas: boolean,
  lector: Lector,
): Promise<Espera[]> {
  const rows = await select(db)
    .where('espera.tallerId', '=', tallerId)
    .$if(!todas, (qb) => qb.where('espera.estado', 'in', ['ESPERANDO', 'OFRECIDA']))
    .orderBy('espera.id')
    .limit(MAX_FILAS)
    .execute();
  return rows.map((row) => present(row, lector));
}

export async function readEspera(trx: Trx, id: number, lector: Lector): Promise<Espera> {
  const row = await select(trx).where('espera.id', '=', id).executeTakeFirst();
  return present(found(row, 'ese lugar en la lista de espera'), lector);
}

/**
 * One's own place, as whoever holds its link sees it: nothing that tells who the person is.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readEsperaPublica(
  db: Db | Trx,
  by: { id: number } | { codigo: string },
  now: string,
): Promise<EsperaPublica> {
  const which: Expression<SqlBool> =
    'id' in by ? sql`espera.id = ${by.id}` : sql`espera.codigo = ${by.codigo}`;
  const row = await db
    .selectFrom('espera')
    .innerJoin('taller', 'taller.id', 'espera.tallerId')
    .innerJoin('negocio', (join) => join.onTrue())
    .leftJoin('cobro', 'cobro.id', 'espera.cobroId')
    .select([
      'espera.codigo',
      'espera.estado',
      'espera.cantidad',
      'negocio.horasReserva',
      'cobro.codigo as reserva',
      sql<number>`taller.precio * espera.cantidad`.as('total'),
      lugar.as('lugar'),
      hasta.as('ofertaVenceEn'),
    ])
    .select([
      'taller.slug',
      'taller.titulo',
      'taller.modalidad',
      'taller.lugar as sede',
      'taller.comuna',
      'taller.iniciaEn',
      'taller.terminaEn',
      'taller.zona',
    ])
    .where(which)
    .executeTakeFirst();
  const { slug, titulo, modalidad, sede, comuna, iniciaEn, terminaEn, zona, ...mine } = found(
    row,
    'ese lugar en la lista de espera',
  );
  return {
    ...mine,
    estado: estadoHoy(mine, now),
    taller: { slug, titulo, modalidad, lugar: sede, comuna, iniciaEn, terminaEn, zona },
  };
}
