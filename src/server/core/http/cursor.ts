import { AppError } from '../errors.ts';

/** What a sort value may be; `null` is allowed for each, as the database may hold it. */
export type Kind = 'text' | 'instant' | 'number';
type Key = string | number | null;

/** An opaque keyset cursor: the order it belongs to and the sort values of the last row. */
export function encodeCursor(order: string, keys: Key[]): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');
}

/**
 * @returns the sort values of the last row seen, of the kinds asked for.
 * @throws {AppError} CURSOR_INVALIDO when the text is not a cursor of this order.
 */
export function decodeCursor(cursor: string, order: string, kinds: Kind[]): Key[] {
  const [first, ...keys] = parse(cursor);
  const valid =
    first === order &&
    keys.length === kinds.length &&
    keys.every((key, i) => key === null || isKind(key, kinds[i]));
  if (!valid) throw invalidCursor();
  return keys as Key[];
}

/**
 * @returns when and id of the last row seen, of a list ordered by an instant that every row has.
 * @throws {AppError} CURSOR_INVALIDO
 */
export function decodePosition(cursor: string, order: string): { at: string; id: number } {
  const [at, id] = decodeCursor(cursor, order, ['instant', 'number']);
  if (typeof at !== 'string' || typeof id !== 'number') throw invalidCursor();
  return { at, id };
}

/**
 * @returns the id of the last row seen, of a list ordered by id alone.
 * @throws {AppError} CURSOR_INVALIDO
 */
export function decodeIdCursor(cursor: string, order: string): number {
  const [id] = decodeCursor(cursor, order, ['number']);
  if (typeof id !== 'number') throw invalidCursor();
  return id;
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isKind(key: unknown, kind: Kind | undefined): boolean {
  if (kind === 'number') return Number.isSafeInteger(key);
  if (typeof key !== 'string' || key.includes('\0')) return false;
  return kind === 'text' || isInstant(key);
}

/** As the database gives them, and a day that exists. */
function isInstant(key: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(key)) return false;
  const time = Date.parse(key);
  return !Number.isNaN(time) && new Date(time).toISOString() === key;
}

/** For a list that finds more wrong with a cursor than its shape. */
export function invalidCursor(): AppError {
  return new AppError(
    'CURSOR_INVALIDO',
    'La página pedida ya no existe. Vuelve al comienzo de la lista.',
    { fields: [{ campo: 'cursor', mensaje: 'No es un cursor de esta lista.' }] },
  );
}
