import { sql } from 'kysely';
import type { MotivoExclusion } from '#contract/campanas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Entorno } from '../segmentos/parte.queries.ts';
import { allowLargeRead } from '../segmentos/prueba.queries.ts';
import { exclusionOf, isExcludedFor, isInAudiencia, type Resuelta } from './audiencia.queries.ts';

export type Exclusiones = Partial<Record<MotivoExclusion, number>>;

/**
 * How many people are of an audience, and how many of them are left out for each reason. Of a million it takes
 * seconds, and more where the machine is busy.
 */
export async function selectConteo(
  trx: Trx,
  audiencia: Resuelta,
  entorno: Entorno,
): Promise<{ candidatos: number; exclusiones: Exclusiones }> {
  await allowLargeRead(trx);
  const { rows } = await sql<{ motivo: MotivoExclusion | null; n: number }>`
    select motivo, count(*)::int as n from (
      select ${exclusionOf(audiencia)} as motivo
      from cliente c where ${isInAudiencia(audiencia, entorno)}
    ) persona group by motivo`.execute(trx);
  const exclusiones: Exclusiones = {};
  let candidatos = 0;
  for (const { motivo, n } of rows) {
    candidatos += n;
    if (motivo) exclusiones[motivo] = n;
  }
  return { candidatos, exclusiones };
}

export type Persona = { id: number; nombres: string; apellidos: string; email: string | null };

/** People of an audience, those left out for a reason or those for none, by id from the newest on. */
export async function selectPersonas(
  db: Db,
  audiencia: Resuelta,
  entorno: Entorno,
  {
    motivo,
    before,
    limit,
  }: { motivo: MotivoExclusion | null; before: number | undefined; limit: number },
): Promise<Persona[]> {
  const { rows } = await sql<Persona>`
    select c.id, c.nombres, c.apellidos, c.email from cliente c
    where ${isInAudiencia(audiencia, entorno)} and ${isExcludedFor(motivo, audiencia)}
      and ${before ? sql`c.id < ${before}` : sql`true`}
    order by c.id desc limit ${limit}`.execute(db);
  return rows;
}
