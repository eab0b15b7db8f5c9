import { AppError } from '../errors.ts';

type Key = string | number | null;

/** An opaque keyset cursor: the order it belongs to and the sort values of the last row. */
export function encodeCursor(order: string, keys: Key[]): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');
}

/**
 * @returns the sort values of the last row seen.
 * @throws {AppError} CURSOR_INVALIDO when the text is not a cursor of this order.
 */
export function decodeCursor(cursor: string, order: string, length: number): Key[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = undefined;
  }
  const valid =
    Array.isArray(parsed) &&
    parsed[0] === order &&
    parsed.length === length + 1 &&
    parsed.every((k) => k === null || typeof k === 'string' || Number.isSafeInteger(k));
  if (!valid) {
    throw new AppError(
      'CURSOR_INVALIDO',
      'La página pedida ya no existe. Vuelve al comienzo de la lista.',
      {
        fields: [{ campo: 'cursor', mensaje: 'No es un cursor de esta lista.' }],
      },
    );
  }
  return (parsed as Key[]).slice(1);
}
