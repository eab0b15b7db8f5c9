import { sql } from 'kysely';
import type { Contenido } from '#contract/plantillas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { searchPatterns } from '../core/text.ts';

export type FiltrosPlantillas = {
  q?: string | undefined;
  tipo?: ('OFERTA' | 'RECORDATORIO' | 'PERSONALIZADO')[] | undefined;
  archivadas?: 'SI' | 'NO' | undefined;
};

/** Templates, those put away only when asked for. */
function filtered(db: Db | Trx, { q, tipo, archivadas }: FiltrosPlantillas) {
  let query = db
    .selectFrom('plantillaEmail as p')
    .where('p.archivadaEn', archivadas === 'SI' ? 'is not' : 'is', null);
  if (tipo?.length) query = query.where('p.tipo', 'in', tipo);
  for (const pattern of searchPatterns(q ?? '')) {
    query = query.where(sql<boolean>`' ' || normalizar(p.nombre) like ${pattern}`);
  }
  return query;
}

/** Of each template the content in use, and how many campaigns began with it. */
function withContenido(query: ReturnType<typeof filtered>) {
  return query
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('plantillaVersion as v')
          .select(['v.numero', 'v.asunto', 'v.preheader', 'v.cuerpo'])
          .whereRef('v.plantillaId', '=', 'p.id')
          .orderBy('v.numero', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .select(['p.id', 'p.nombre', 'p.tipo', 'v.asunto', 'p.archivadaEn', 'p.actualizadoEn'])
    .select(
      sql<number>`(select count(*)::int from campana where campana.plantilla_id = p.id)`.as(
        'campanas',
      ),
    );
}

/** The last changed first. */
export function selectPlantillas(
  db: Db,
  filtros: FiltrosPlantillas,
  page: { before: { at: string; id: number } | undefined; limit: number },
) {
  let query = withContenido(filtered(db, filtros));
  if (page.before) {
    const { at, id } = page.before;
    query = query.where(
      sql<boolean>`(p.actualizado_en, p.id) < (${at}::timestamptz, ${id}::bigint)`,
    );
  }
  return query
    .orderBy('p.actualizadoEn', 'desc')
    .orderBy('p.id', 'desc')
    .limit(page.limit)
    .execute();
}

export async function countPlantillas(db: Db, filtros: FiltrosPlantillas): Promise<number> {
  const { n } = await filtered(db, filtros)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export function selectPlantilla(db: Db | Trx, id: number) {
  return withContenido(db.selectFrom('plantillaEmail as p').where('p.id', '=', id))
    .select(['v.preheader', 'v.cuerpo', 'v.numero', 'p.version', 'p.creadoEn'])
    .executeTakeFirst();
}

export function selectVersiones(db: Db, plantillaId: number) {
  return db
    .selectFrom('plantillaVersion as v')
    .leftJoin('usuario', 'usuario.id', 'v.creadoPor')
    .select(['v.numero', 'v.asunto', 'v.preheader', 'v.cuerpo', 'v.creadoEn'])
    .select('usuario.name as creadoPor')
    .where('v.plantillaId', '=', plantillaId)
    .orderBy('v.numero', 'desc')
    .execute();
}

/** Locks a template and tells the content in use. */
export async function lockPlantilla(trx: Trx, id: number) {
  const row = await trx
    .selectFrom('plantillaEmail')
    .select(['nombre', 'tipo', 'archivadaEn', 'version'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const contenido = await trx
    .selectFrom('plantillaVersion')
    .select(['numero', 'asunto', 'preheader', 'cuerpo'])
    .where('plantillaId', '=', id)
    .orderBy('numero', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { ...row, ...contenido };
}

export async function insertVersion(
  trx: Trx,
  plantillaId: number,
  contenido: Contenido & { numero: number; creadoPor: string | null; creadoEn: string },
): Promise<void> {
  await trx
    .insertInto('plantillaVersion')
    .values({ plantillaId, ...contenido })
    .execute();
}
