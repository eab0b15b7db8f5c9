import { sql } from 'kysely';
import type { MiResena } from '#contract/resenas.ts';
import type { Db, Trx } from '../core/db/connect.ts';

export type De = { tipo: 'TALLER' | 'CURSO'; id: number };
export type Escrito = { estrellas: number; comentario?: string | null | undefined };

/**
 * Writes a person's one review of a thing, or changes it, which sends it to moderation again; the same
 * words once more change nothing. A comment left out stays as it is.
 */
export async function upsertResena(
  trx: Trx,
  clienteId: number,
  de: De,
  { estrellas, comentario }: Escrito,
  now: string,
): Promise<void> {
  const column = sql.ref(de.tipo === 'TALLER' ? 'taller_id' : 'curso_id');
  const kept = comentario === undefined;
  await sql`
    insert into resena (cliente_id, ${column}, estrellas, comentario, creado_en, actualizado_en)
    values (${clienteId}, ${de.id}, ${estrellas}, ${comentario ?? null}, ${now}, ${now})
    on conflict (cliente_id, ${column}) where ${column} is not null do update set
      estrellas = excluded.estrellas,
      comentario = case when ${kept}::boolean then resena.comentario else excluded.comentario end,
      estado = 'PENDIENTE', moderada_en = null, moderada_por = null, rechazo_motivo = null,
      version = resena.version + 1, actualizado_en = excluded.actualizado_en
    where resena.estrellas <> excluded.estrellas
      or (not ${kept}::boolean and resena.comentario is distinct from excluded.comentario)`.execute(
    trx,
  );
}

type Propia = NonNullable<MiResena['resena']>;
export type PropiaRow = Propia & {
  tallerId: number | null;
  cursoId: number | null;
  titulo: string;
  slug: string;
  iniciaEn: string | null;
  zona: string | null;
};

/** The reviews a person wrote, newest first, or that of one thing. */
export async function selectPropias(
  db: Db | Trx,
  clienteId: number,
  de?: De,
): Promise<PropiaRow[]> {
  return db
    .selectFrom('resena')
    .leftJoin('taller', 'taller.id', 'resena.tallerId')
    .leftJoin('curso', 'curso.id', 'resena.cursoId')
    .select(['resena.tallerId', 'resena.cursoId', 'resena.estrellas', 'resena.comentario'])
    .select(['resena.estado', 'resena.respuesta', 'resena.creadoEn'])
    .select([
      sql<string>`coalesce(taller.titulo, curso.titulo)`.as('titulo'),
      sql<string>`coalesce(taller.slug, curso.slug)`.as('slug'),
      'taller.iniciaEn',
      'taller.zona',
    ])
    .where('resena.clienteId', '=', clienteId)
    .$if(de?.tipo === 'TALLER', (qb) => qb.where('resena.tallerId', '=', de?.id ?? 0))
    .$if(de?.tipo === 'CURSO', (qb) => qb.where('resena.cursoId', '=', de?.id ?? 0))
    .orderBy('resena.id', 'desc')
    .execute();
}
