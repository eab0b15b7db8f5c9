import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Answer, Endpoint, Received } from '#contract/endpoint.ts';
import type { Rol } from '#contract/permisos.ts';
import type { Ctx } from '../context.ts';

/** Who is signed in, of the staff. */
export type Usuario = { id: string; nombre: string; email: string; rol: Rol; sesionId: string };

/** Who is signed in, of the students: all that they may see hangs from their Cliente. */
export type Alumno = { id: string; email: string; clienteId: number; sesionId: string };

export type Idempotency = { key: string; scope: string; bodyHash: string };

/** A validated request, as a handler sees it. */
export type Request<E extends Endpoint> = Received<E> & {
  c: Context;
  ctx: Ctx;
  ip: string;
  log: Logger;
  /** Set by the caller's `Idempotency-Key` on endpoints that honour it. */
  idempotency: Idempotency | undefined;
  /** The raw bytes of an endpoint that takes an image. */
  bytes: Uint8Array<ArrayBuffer> | undefined;
} & (E['acceso'] extends 'PUBLICO'
    ? { usuario: undefined }
    : E['acceso'] extends 'ALUMNO'
      ? { usuario: undefined; alumno: Alumno }
      : { usuario: Usuario });

export type Handler<E extends Endpoint> = (req: Request<E>) => Promise<Answer<E> | Response>;

/** An endpoint with its handler; the type of the request is forgotten once they are joined. */
export type Route = { endpoint: Endpoint; handle: (req: Request<Endpoint>) => Promise<unknown> };

export function on<E extends Endpoint>(endpoint: E, handle: Handler<E>): Route {
  return { endpoint, handle: handle as unknown as Route['handle'] };
}
