import { type RawBuilder, sql } from 'kysely';
import { type Audiencia, type MotivoExclusion, motivoExclusion } from '#contract/campanas.ts';
import type { Condicion } from '#contract/condicion.ts';
import { compileCondicion } from '../segmentos/compilar.queries.ts';
import { permiso } from '../segmentos/hojas/novedades.queries.ts';
import type { Entorno } from '../segmentos/parte.queries.ts';

type Condition = RawBuilder<boolean>;

/** An audience that can be looked up: a segment is what it says, as it stands or stood. */
export type Resuelta =
  | Exclude<Audiencia, { modo: 'SEGMENTO' | 'FILTRO' }>
  | { modo: 'CONDICION'; condicion: Condicion; intereses: number[] };

/**
 * These Clientes, with those into which some were merged since: a merge takes along what was merged into it before, so
 * each points to one that is there.
 */
const presentes = (ids: number[]) => sql`array(
  select unnest(${ids}::bigint[]) union all
  select principal_id from fusion where absorbido_id = any(${ids}::bigint[]) and deshecha_en is null)`;

/** Whether `c`, a cliente, is of the audience. Nobody is in it twice. */
export function isInAudiencia(audiencia: Resuelta, entorno: Entorno): Condition {
  if (audiencia.modo === 'CONDICION') return compileCondicion(audiencia.condicion, entorno);
  if (audiencia.modo === 'CLIENTES') return sql`c.id = any(${presentes(audiencia.clientes)})`;
  const { tallerId, estados } = audiencia;
  return sql`c.id in (
    select i.cliente_id from inscripcion i join cobro on cobro.id = i.cobro_id
    where i.taller_id = ${tallerId} and i.anulada_en is null
      and ${estados?.length ? sql`cobro.estado = any(${estados}::text[])` : sql`true`})`;
}

/** When each reason holds, of `c`. */
function conditionOf(
  motivo: MotivoExclusion,
  audiencia: Resuelta,
  campana: { id: number; iniciadaEn: string } | undefined,
): Condition {
  const intereses = audiencia.modo === 'CONDICION' ? audiencia.intereses : [];
  const conditions: Record<MotivoExclusion, Condition> = {
    SIN_CORREO: permiso.sinCorreo,
    CORREO_INVALIDO: permiso.correoInvalido,
    BLOQUEADO: permiso.bloqueado,
    SUPRIMIDO: permiso.suprimido,
    SIN_CONSENTIMIENTO: sql`not ${permiso.consiente}`,
    // They match by their interests, and want no mail about any of those.
    PREFERENCIAS: intereses.length
      ? sql`not exists (select from cliente_interes ci where ci.cliente_id = c.id
          and ci.interes_id = any(${intereses}::bigint[]) and ci.correo)`
      : sql`false`,
    // Addresses are of one person each; one that moved to another person since then may have its message already.
    // Not as `exists`, for which PostgreSQL might read all messages of the campaign.
    DUPLICADO: campana
      ? sql`(c.actualizado_en >= ${campana.iniciadaEn}::timestamptz and (
          select true from email_log e where e.email = c.email and e.campana_id = ${campana.id}
          limit 1) is not null)`
      : sql`false`,
  };
  return conditions[motivo];
}

/**
 * Why `c` is not written to: the first reason that holds, in the order of the contract, else null. `campana` is one
 * that is being prepared.
 */
export function exclusionOf(
  audiencia: Resuelta,
  campana?: { id: number; iniciadaEn: string },
): RawBuilder<MotivoExclusion | null> {
  const cases = motivoExclusion.options.map(
    (motivo) => sql`when ${conditionOf(motivo, audiencia, campana)} then ${sql.lit(motivo)}::text`,
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
}

/** Whether `c` is left out for exactly this reason, or for none. */
export function isExcludedFor(motivo: MotivoExclusion | null, audiencia: Resuelta): Condition {
  const first = exclusionOf(audiencia);
  return motivo
    ? sql`${conditionOf(motivo, audiencia, undefined)} and ${first} = ${motivo}`
    : sql`${first} is null`;
}
