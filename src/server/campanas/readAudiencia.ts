import {
  type Audiencia,
  type ConteoAudiencia,
  type listAudiencia as listContract,
  type MotivoExclusion,
  motivoExclusion,
} from '#contract/campanas.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Deps } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import { localDate } from '../core/time.ts';
import type { Entorno } from '../segmentos/parte.queries.ts';
import { type Exclusiones, selectConteo, selectPersonas } from './conteo.queries.ts';
import { resolveAudiencia } from './resolver.ts';

const ORDEN = '-id';
const PAGE = 50;

/** The reasons that hold for someone, in their order. */
export function listExclusiones(exclusiones: Exclusiones): ConteoAudiencia['exclusiones'] {
  return motivoExclusion.options.flatMap((motivo) => {
    const cantidad = exclusiones[motivo] ?? 0;
    return cantidad > 0 ? [{ motivo, cantidad }] : [];
  });
}

/** How many people were left out, whatever the reason. */
export function countExcluidos(exclusiones: Exclusiones): number {
  return Object.values(exclusiones).reduce((sum, n) => sum + n, 0);
}

/** The local day on which an audience is looked up. */
export function hoy({ config, now }: Pick<Deps, 'config' | 'now'>): Entorno {
  const zone = config.TZ_NEGOCIO;
  return { zone, today: localDate(now().toISOString(), zone) };
}

/**
 * How many people a message to this audience would reach now, and how many it would not, each for one reason.
 * @throws {AppError} VALIDACION when its segment is no longer there.
 */
export async function countAudiencia(
  db: Db | Trx,
  audiencia: Audiencia,
  entorno: Entorno,
): Promise<ConteoAudiencia> {
  const resuelta = await resolveAudiencia(db, audiencia);
  const count = (trx: Trx) => selectConteo(trx, resuelta, entorno);
  const { candidatos, exclusiones } = await (db.isTransaction
    ? count(db as Trx)
    : transaction(db, count));
  return {
    candidatos,
    destinatarios: candidatos - countExcluidos(exclusiones),
    exclusiones: listExclusiones(exclusiones),
  };
}

/**
 * A page of the people of an audience: those it would reach, or those left out for one reason.
 * @throws {AppError} CURSOR_INVALIDO, VALIDACION when its segment is no longer there.
 */
export async function listAudiencia(
  db: Db,
  input: {
    audiencia: Audiencia;
    motivo?: MotivoExclusion | null | undefined;
    cursor?: string | undefined;
  },
  entorno: Entorno,
): Promise<Answer<typeof listContract>> {
  const before = input.cursor ? decodeIdCursor(input.cursor, ORDEN) : undefined;
  const page = { motivo: input.motivo ?? null, before, limit: PAGE + 1 };
  const resuelta = await resolveAudiencia(db, input.audiencia);
  const rows = await selectPersonas(db, resuelta, entorno, page);
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, siguiente: last && rows.length > PAGE ? encodeCursor(ORDEN, [last.id]) : null };
}
