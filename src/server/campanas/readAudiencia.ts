import {
  type Audiencia,
  type ConteoAudiencia,
  type listAudiencia as listContract,
  type MotivoExclusion,
  motivoExclusion,
} from '#contract/campanas.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import { type Exclusiones, selectConteo, selectPersonas } from './conteo.queries.ts';

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

/** How many people a message to this audience would reach now, and how many it would not, each for one reason. */
export async function countAudiencia(
  db: Db | Trx,
  audiencia: Audiencia,
  zone: string,
): Promise<ConteoAudiencia> {
  const count = (trx: Trx) => selectConteo(trx, audiencia, zone);
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
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listAudiencia(
  db: Db,
  input: {
    audiencia: Audiencia;
    motivo?: MotivoExclusion | null | undefined;
    cursor?: string | undefined;
  },
  zone: string,
): Promise<Answer<typeof listContract>> {
  const before = input.cursor ? decodeIdCursor(input.cursor, ORDEN) : undefined;
  const page = { motivo: input.motivo ?? null, before, limit: PAGE + 1 };
  const rows = await selectPersonas(db, input.audiencia, zone, page);
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, siguiente: last && rows.length > PAGE ? encodeCursor(ORDEN, [last.id]) : null };
}
