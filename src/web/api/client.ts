import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import type { FieldError, Problem } from '#contract/errors.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';

/** A refused or failed call, with the server's own words for the user. */
export class ApiError extends Error {
  readonly code: Problem['code'] | 'SIN_CONEXION';
  readonly status: number;
  readonly fields: FieldError[];
  /** The number that leads us to the log line of a fault of ours. */
  readonly reference: string | undefined;

  constructor(problem: Omit<Partial<Problem>, 'code'> & { code: ApiError['code']; title: string }) {
    super(problem.title);
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.fields = problem.errores ?? [];
    this.reference = problem.referencia;
  }
}

/** The failure to reach the server. */
export function noConnection(): ApiError {
  return new ApiError({
    code: 'SIN_CONEXION',
    title: 'No hay conexión con el sistema. Revisa tu internet e intenta de nuevo.',
  });
}

/**
 * Calls an endpoint of the contract.
 * @throws {ApiError} with the server's problem, or SIN_CONEXION when it could not be reached.
 */
export async function call<E extends Endpoint>(endpoint: E, args: CallArgs<E>): Promise<Answer<E>> {
  const { path, init } = buildRequest(endpoint, args as LooseArgs);
  const signal = args.signal ?? null;
  const response = await fetch(path, { ...init, signal }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw noConnection();
  });
  return readAnswer<Answer<E>>(response.status, await response.text());
}

/**
 * What the server answered: its body.
 * @throws {ApiError} with its problem, when it refused or failed.
 */
export function readAnswer<A>(status: number, text: string): A {
  const body = text ? parse(text) : undefined;
  if (status >= 200 && status < 300) return body as A;
  throw new ApiError(
    isProblem(body)
      ? body
      : { status, code: 'ERROR_INTERNO', title: 'El sistema no respondió bien.' },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
