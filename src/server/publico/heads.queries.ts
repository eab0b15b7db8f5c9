import type { Db } from '../core/db/connect.ts';
import { cuposParaVisitas } from '../talleres/talleres.queries.ts';

/** What every page says of the business. */
export function readSitio(db: Db) {
  return db
    .selectFrom('negocio')
    .select(['nombre', 'colorAcento', 'logoId', 'email', 'whatsapp'])
    .executeTakeFirstOrThrow();
}

export type Sitio = Awaited<ReturnType<typeof readSitio>>;

/** A Taller that the public may see, annulled ones included: their links are out there. */
export function readTallerVisible(db: Db, slug: string) {
  return db
    .selectFrom('taller')
    .select([
      'id',
      'slug',
      'titulo',
      'resumen',
      'descripcion',
      'modalidad',
      'lugar',
      'direccion',
      'comuna',
      'instructor',
      'imagenId',
      'iniciaEn',
      'terminaEn',
      'zona',
      'precio',
      'cupos',
      cuposParaVisitas.as('cuposLibres'),
      'estado',
      'publicadoEn',
    ])
    .where('slug', '=', slug)
    .where('estado', '!=', 'BORRADOR')
    .executeTakeFirst();
}

export type TallerVisible = NonNullable<Awaited<ReturnType<typeof readTallerVisible>>>;

/** The published Cursos, for search engines. */
export function listSlugsCursos(db: Db) {
  return db
    .selectFrom('curso')
    .select(['slug', 'actualizadoEn'])
    .where('estado', '=', 'PUBLICADO')
    .orderBy('publicadoEn', 'desc')
    .orderBy('id')
    .limit(10_000)
    .execute();
}

/** The published Talleres that have not begun, for search engines. */
export function listSlugs(db: Db, now: string) {
  return db
    .selectFrom('taller')
    .select(['slug', 'actualizadoEn'])
    .where('estado', '=', 'PUBLICADO')
    .where('iniciaEn', '>', now)
    .orderBy('iniciaEn')
    .orderBy('id')
    .limit(10_000)
    .execute();
}
