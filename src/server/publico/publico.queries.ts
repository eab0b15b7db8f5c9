import { type Selectable, sql } from 'kysely';
import type { ReservaPublica } from '#contract/publico.ts';
import type { Db } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
import { searchPatterns } from '../core/text.ts';
import { cuposParaVisitas, selectTallerItems } from '../talleres/talleres.queries.ts';

export type CuentaBancaria = {
  banco: string | null;
  tipoCuenta: string | null;
  numeroCuenta: string | null;
  titularCuenta: string | null;
  rutCuenta: string | null;
  emailTransferencias: string | null;
};
/** What the business says about paying. */
export type ComoPagar = CuentaBancaria & {
  instruccionesPago: string | null;
  whatsapp: string | null;
};

/** What a reservation says about paying. */
export const comoPagar = [
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
    .select(['taller.resumen', cuposParaVisitas.as('cuposVisita')])
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
    .select([
      'taller.resumen',
      'taller.descripcion',
      'taller.direccion',
      'taller.interesId',
      'negocio.horasReserva',
      cuposParaVisitas.as('cuposVisita'),
    ])
    .where('taller.slug', '=', slug)
    .where('taller.estado', '!=', 'BORRADOR')
    .executeTakeFirst();
}

/** What a purchase needs of the business. */
export type NegocioQueVende = Pick<
  Selectable<DB['negocio']>,
  'horasReserva' | 'textoConsentimiento' | 'versionConsentimiento'
> &
  ComoPagar;

/** What an enrolment needs of a Taller and of the business. */
export type TallerEnVenta = NegocioQueVende &
  ReservaPublicaTaller &
  Pick<Selectable<DB['taller']>, 'id' | 'precio' | 'afectoIva' | 'interesId'>;

type ReservaPublicaTaller = NonNullable<ReservaPublica['lineas'][number]['taller']>;

const negocioQueVende = sql`horas_reserva, texto_consentimiento, version_consentimiento, banco, tipo_cuenta,
  numero_cuenta, titular_cuenta, rut_cuenta, email_transferencias, instrucciones_pago, whatsapp`;

/** A Taller that was published, for an enrolment; as text, because it is the busiest of the queries. */
export async function selectEnVenta(db: Db, slug: string): Promise<TallerEnVenta | undefined> {
  const { rows } = await sql<TallerEnVenta>`
    select t.id, slug, titulo, modalidad, lugar, t.direccion, t.comuna, inicia_en, termina_en, zona, precio,
      afecto_iva, interes_id, ${negocioQueVende}
    from taller t cross join negocio where slug = ${slug} and estado <> 'BORRADOR'`.execute(db);
  return rows[0];
}

/** What a purchase needs of a published course and of the business. */
export type CursoEnVenta = NegocioQueVende &
  Pick<
    Selectable<DB['curso']>,
    'id' | 'slug' | 'titulo' | 'precio' | 'afectoIva' | 'diasAcceso' | 'interesId'
  >;

export async function selectCursoEnVenta(db: Db, slug: string): Promise<CursoEnVenta | undefined> {
  const { rows } = await sql<CursoEnVenta>`
    select c.id, slug, titulo, precio, afecto_iva, dias_acceso, interes_id, ${negocioQueVende}
    from curso c cross join negocio where slug = ${slug} and estado = 'PUBLICADO'`.execute(db);
  return rows[0];
}
