import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { searchPatterns } from '../core/text.ts';
import { selectTallerItems } from '../talleres/talleres.queries.ts';

/** What a reservation says about paying. */
const comoPagar = [
  'negocio.banco',
  'negocio.tipoCuenta',
  'negocio.numeroCuenta',
  'negocio.titularCuenta',
  'negocio.rutCuenta',
  'negocio.emailTransferencias',
  'negocio.instruccionesPago',
  'negocio.whatsapp',
] as const;

/** Published Talleres that have not begun, soonest first. */
export function selectCatalogo(
  db: Db,
  filtros: { q?: string | undefined; interes?: number | undefined; limit: number },
  after: { iniciaEn: string; id: number } | undefined,
  now: string,
) {
  return selectTallerItems(db)
    .select('taller.resumen')
    .where('taller.estado', '=', 'PUBLICADO')
    .where('taller.iniciaEn', '>', now)
    .where((eb) =>
      eb.and(searchPatterns(filtros.q ?? '').map((p) => eb('taller.busqueda', 'like', p))),
    )
    .$if(filtros.interes !== undefined, (qb) =>
      qb.where('taller.interesId', '=', filtros.interes ?? 0),
    )
    .$if(after !== undefined, (qb) =>
      qb.where(
        sql<boolean>`(taller.inicia_en, taller.id) > (${after?.iniciaEn}::timestamptz, ${after?.id}::bigint)`,
      ),
    )
    .orderBy('taller.iniciaEn')
    .orderBy('taller.id')
    .limit(filtros.limit)
    .execute();
}

/** A Taller that the public may see: any that was published, over and annulled ones included. */
export function selectPublicado(db: Db, slug: string) {
  return selectTallerItems(db)
    .innerJoin('negocio', (join) => join.onTrue())
    .select(['taller.resumen', 'taller.descripcion', 'taller.direccion', 'taller.afectoIva'])
    .select([
      'negocio.horasReserva',
      'negocio.textoConsentimiento',
      'negocio.versionConsentimiento',
    ])
    .select(comoPagar)
    .where('taller.slug', '=', slug)
    .where('taller.estado', '!=', 'BORRADOR')
    .executeTakeFirst();
}

export function selectReserva(db: Db, codigo: string) {
  return db
    .selectFrom('cobro')
    .innerJoin('inscripcion', 'inscripcion.cobroId', 'cobro.id')
    .innerJoin('taller', 'taller.id', 'inscripcion.tallerId')
    .innerJoin('negocio', (join) => join.onTrue())
    .select([
      'cobro.codigo',
      'cobro.estado',
      'cobro.total',
      'cobro.pagado',
      'cobro.venceEn',
      'cobro.vencidoEn',
      'inscripcion.cantidad',
      'taller.slug',
      'taller.titulo',
      'taller.modalidad',
      'taller.lugar',
      'taller.direccion',
      'taller.comuna',
      'taller.iniciaEn',
      'taller.terminaEn',
      'taller.zona',
    ])
    .select(comoPagar)
    .where('cobro.codigo', '=', codigo)
    .orderBy('inscripcion.id')
    .limit(1)
    .executeTakeFirst();
}
