import type { ErrorCode, FieldError } from '#contract/errors.ts';

/**
 * The one error a rule or a route may raise. `title` is plain Spanish and goes to the user as it is,
 * so it never holds SQL, stack or data of another's row.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly title: string;
  readonly fields: FieldError[] | undefined;
  readonly headers: Record<string, string> | undefined;

  constructor(
    code: ErrorCode,
    title: string,
    extra: { fields?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(`${code}: ${title}`);
    this.code = code;
    this.title = title;
    this.fields = extra.fields;
    this.headers = extra.headers;
  }
}

/** @throws {AppError} NO_ENCONTRADO when the row is missing. */
export function found<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null)
    throw new AppError('NO_ENCONTRADO', `No encontramos ${what}.`);
  return row;
}

/** A VALIDACION error on one field. */
export function invalid(campo: string, mensaje: string): AppError {
  return new AppError('VALIDACION', 'Revisa los datos marcados.', { fields: [{ campo, mensaje }] });
}
