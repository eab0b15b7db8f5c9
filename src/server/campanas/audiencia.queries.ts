import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import {
  type Audiencia,
  type FiltroAudiencia,
  type MotivoExclusion,
  motivoExclusion,
} from '#contract/campanas.ts';
import { filterClientes, type Search } from '../clientes/filtros.queries.ts';
import { dayStart } from '../core/time.ts';

type Condition = RawBuilder<boolean>;
type Compra = NonNullable<FiltroAudiencia['compro']>;

const all = (conditions: Condition[]): Condition =>
  conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`;

/** Of `c`: has a line that was not annulled, of any of the things named; undefined when none is. */
function bought({ algo, talleres, cursos, productos }: Compra): Condition | undefined {
  const kinds: [string, number[] | undefined][] = [
    ['TALLER', talleres],
    ['CURSO', cursos],
    ['PRODUCTO', productos],
  ];
  const named = kinds.flatMap(([tipo, ids]) =>
    ids?.length ? [sql`(l.tipo = ${sql.lit(tipo)} and l.item_id = any(${ids}::bigint[]))`] : [],
  );
  if (!algo && named.length === 0) return undefined;
  return sql`exists (select from linea_cobro l where l.cliente_id = c.id and l.anulada_en is null
    and ${algo ? sql`true` : sql`(${sql.join(named, sql` or `)})`})`;
}

function matchesFiltro(filtro: FiltroAudiencia, zone: string, search: Search): Condition {
  const { intereses, empresaId, compro, noCompro, actividadDesde, actividadHasta, ...same } =
    filtro;
  const conditions = [
    filterClientes({ ...same, interes: intereses, empresa: empresaId }, zone, search),
  ];
  const wanted = compro && bought(compro);
  const unwanted = noCompro && bought(noCompro);
  if (wanted) conditions.push(wanted);
  if (unwanted) conditions.push(sql`not ${unwanted}`);
  if (actividadDesde) {
    conditions.push(sql`c.ultima_actividad_en >= ${dayStart(actividadDesde, zone)}`);
  }
  if (actividadHasta) {
    conditions.push(
      sql`coalesce(c.ultima_actividad_en, '-infinity') < ${dayStart(actividadHasta, zone)}`,
    );
  }
  return all(conditions);
}

/** Whether `c`, a cliente, is of the audience; its dates are local ones of the zone. Nobody is in it twice. */
export function isInAudiencia(audiencia: Audiencia, zone: string, search: Search): Condition {
  if (audiencia.modo === 'FILTRO') return matchesFiltro(audiencia.filtro, zone, search);
  if (audiencia.modo === 'CLIENTES') return sql`c.id = any(${audiencia.clientes}::bigint[])`;
  if (audiencia.modo === 'SEGMENTO') return sql`false`;
  const { tallerId, estados } = audiencia;
  return sql`c.id in (
    select i.cliente_id from inscripcion i join cobro on cobro.id = i.cobro_id
    where i.taller_id = ${tallerId} and i.anulada_en is null
      and ${estados?.length ? sql`cobro.estado = any(${estados}::text[])` : sql`true`})`;
}

/** The check that the contract makes of an address, which PostgreSQL reads alike. */
const EMAIL = z.regexes.email.source;
const MAX_EMAIL = 254;

/** When each reason holds, of `c`. */
function conditionOf(
  motivo: MotivoExclusion,
  audiencia: Audiencia,
  campana: { id: number; iniciadaEn: string } | undefined,
): Condition {
  const intereses = audiencia.modo === 'FILTRO' ? (audiencia.filtro.intereses ?? []) : [];
  const conditions: Record<MotivoExclusion, Condition> = {
    SIN_CORREO: sql`c.email is null`,
    CORREO_INVALIDO: sql`(c.email !~ ${sql.lit(EMAIL)} or length(c.email) > ${sql.lit(MAX_EMAIL)})`,
    BLOQUEADO: sql`c.bloqueado_en is not null`,
    SUPRIMIDO: sql`exists (select from supresion s where s.email = c.email)`,
    SIN_CONSENTIMIENTO: sql`(select k.accion from consentimiento k where k.cliente_id = c.id
      order by k.id desc limit 1) is distinct from 'OTORGADO'`,
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
  audiencia: Audiencia,
  campana?: { id: number; iniciadaEn: string },
): RawBuilder<MotivoExclusion | null> {
  const cases = motivoExclusion.options.map(
    (motivo) => sql`when ${conditionOf(motivo, audiencia, campana)} then ${sql.lit(motivo)}::text`,
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
}

/** Whether `c` is left out for exactly this reason, or for none. */
export function isExcludedFor(motivo: MotivoExclusion | null, audiencia: Audiencia): Condition {
  const first = exclusionOf(audiencia);
  return motivo
    ? sql`${conditionOf(motivo, audiencia, undefined)} and ${first} = ${motivo}`
    : sql`${first} is null`;
}
