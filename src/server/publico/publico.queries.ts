import { type Selectable, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
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
    .select(['taller.resumen', 'taller.descripcion', 'taller.direccion', 'negocio.horasReserva'])
    .where('taller.slug', '=', slug)
    .where('taller.estado', '!=', 'BORRADOR')
    .executeTakeFirst();
}

/** What an enrolment needs of a Taller and of the business; where a reservation is told from. */
export type TallerEnVenta = Pick<
  Selectable<DB['taller']>,
  | 'id'
  | 'slug'
  | 'titulo'
  | 'modalidad'
  | 'lugar'
  | 'direccion'
  | 'comuna'
  | 'iniciaEn'
  | 'terminaEn'
  | 'zona'
  | 'precio'
  | 'afectoIva'
> &
  Pick<
    Selectable<DB['negocio']>,
    | 'horasReserva'
    | 'textoConsentimiento'
    | 'versionConsentimiento'
    | 'banco'
    | 'tipoCuenta'
    | 'numeroCuenta'
    | 'titularCuenta'
    | 'rutCuenta'
    | 'emailTransferencias'
    | 'instruccionesPago'
    | 'whatsapp'
  >;

/** A Taller that was published, for an enrolment; as text, because it is the busiest of the queries. */
export async function selectEnVenta(db: Db, slug: string): Promise<TallerEnVenta | undefined> {
  const { rows } = await sql<TallerEnVenta>`
    select t.id, slug, titulo, modalidad, lugar, t.direccion, t.comuna, inicia_en, termina_en, zona, precio,
      afecto_iva, horas_reserva, texto_consentimiento, version_consentimiento, banco, tipo_cuenta,
      numero_cuenta, titular_cuenta, rut_cuenta, email_transferencias, instrucciones_pago, whatsapp
    from taller t cross join negocio where slug = ${slug} and estado <> 'BORRADOR'`.execute(db);
  return rows[0];
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
