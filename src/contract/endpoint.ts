import type { z } from 'zod';
import type { Permiso } from './permisos.ts';

/**
 * Who may call: anyone, a signed-in student, any signed-in staff user, or those whose role has the permission.
 */
export type Acceso = 'PUBLICO' | 'ALUMNO' | 'SESION' | Permiso;

/** Which rate limit guards the call; see core/http/limits.ts for the figures. */
export type Limite = 'PUBLICO' | 'CAPTURA' | 'CLAVE';

/**
 * One call of the API, declared once: the server implements it, the web calls it, OpenAPI tells it.
 * Paths are Hono's (`/api/clientes/:id`). `archivo` means the body is the raw bytes of a file: an image, read
 * whole, or a video or a table, which the handler takes as it flows. `formato` is the media type of an answer that is not JSON.
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/api/${string}`;
  acceso: Acceso;
  resumen: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  archivo?: 'IMAGEN' | 'VIDEO' | 'TABLA';
  formato?: string;
  /** Honours `Idempotency-Key`. */
  idempotente?: true;
  limite?: Limite;
  /** 200 unless told. A response without schema is 204. */
  status?: 200 | 201 | 202 | 204;
  response?: z.ZodType;
};

export function endpoint<const E extends Endpoint>(spec: E): E {
  return spec;
}

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What the handler of an endpoint receives, validated. */
export type Received<E extends Endpoint> = {
  params: Output<E['params']>;
  query: Output<E['query']>;
  body: Output<E['body']>;
};

/** What an endpoint answers. */
export type Answer<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : undefined;

/** What a caller passes: only the parts that the endpoint declares. */
export type CallArgs<E extends Endpoint> = (E['params'] extends z.ZodType
  ? { params: Record<keyof Output<E['params']>, string | number> }
  : { params?: undefined }) &
  (E['query'] extends z.ZodType
    ? { query?: Partial<Output<E['query']>> | undefined }
    : { query?: undefined }) &
  (E['body'] extends z.ZodType ? { body: Input<E['body']> } : { body?: undefined }) & {
    archivo?: Blob;
    idempotencyKey?: string;
    signal?: AbortSignal;
  };
