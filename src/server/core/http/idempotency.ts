import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '../db/connect.ts';
import { AppError } from '../errors.ts';
import type { Idempotency } from './route.ts';

/** Two 32-bit halves of a hash of the key, for an advisory lock of its own. */
function lockKeys({ scope, key }: Idempotency): [number, number] {
  const hash = createHash('sha256').update(`${scope}\n${key}`).digest();
  return [hash.readInt32BE(0), hash.readInt32BE(4)];
}

/**
 * The answer stored for this key, if the work was already done.
 * @throws {AppError} SOLICITUD_EN_CURSO while it is still running, CLAVE_REUTILIZADA with another body.
 */
export async function storedAnswer<T>(
  trx: Trx,
  idempotency: Idempotency | undefined,
): Promise<T | undefined> {
  if (!idempotency) return undefined;
  const [a, b] = lockKeys(idempotency);
  const lock = await sql<{
    ok: boolean;
  }>`select pg_try_advisory_xact_lock(${a}, ${b}) as ok`.execute(trx);
  if (!lock.rows[0]?.ok) {
    throw new AppError('SOLICITUD_EN_CURSO', 'Esta misma solicitud todavía se está procesando.', {
      headers: { 'retry-after': '1' },
    });
  }
  const row = await trx
    .selectFrom('idempotencia')
    .select(['cuerpoHash', 'respuesta'])
    .where('ambito', '=', idempotency.scope)
    .where('clave', '=', idempotency.key)
    .executeTakeFirst();
  if (row && row.cuerpoHash !== idempotency.bodyHash) {
    throw new AppError(
      'CLAVE_REUTILIZADA',
      'La clave de esta solicitud ya se usó con otros datos. Recarga la página e intenta de nuevo.',
    );
  }
  return row?.respuesta as T | undefined;
}

/** Stores the answer in the transaction of its effect. */
export async function storeAnswer(
  trx: Trx,
  idempotency: Idempotency | undefined,
  answer: unknown,
  now: string,
): Promise<void> {
  if (!idempotency) return;
  await trx
    .insertInto('idempotencia')
    .values({
      ambito: idempotency.scope,
      clave: idempotency.key,
      cuerpoHash: idempotency.bodyHash,
      respuesta: JSON.stringify(answer),
      creadoEn: now,
    })
    .execute();
}

/** The whole pattern, for work that has nothing to do after its answer is known. */
export async function idempotent<T>(
  trx: Trx,
  idempotency: Idempotency | undefined,
  now: string,
  work: () => Promise<T>,
): Promise<T> {
  const stored = await storedAnswer<T>(trx, idempotency);
  if (stored !== undefined) return stored;
  const answer = await work();
  await storeAnswer(trx, idempotency, answer, now);
  return answer;
}
