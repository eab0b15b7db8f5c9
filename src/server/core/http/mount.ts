import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import type { FieldError } from '#contract/errors.ts';
import { fieldErrors } from '#contract/messages.ts';
import { type Permiso, permisosDe } from '#contract/permisos.ts';
import type { Deps } from '../context.ts';
import { AppError } from '../errors.ts';
import { callerAddress } from './address.ts';
import { readBytes, readJson } from './body.ts';
import type { Limits } from './limits.ts';
import type { Alumno, Idempotency, Request, Route, Usuario } from './route.ts';

const MAX_IMAGE_BYTES = 8 * 1024 * 1024;
const IMAGE_MS = 5 * 60_000;

/** Whose session a request carries: staff's or a student's. */
export type Sesion = { usuario: Usuario; alumno?: never } | { alumno: Alumno; usuario?: never };
export type Authenticate = (c: Context) => Promise<Sesion | undefined>;
export type MountOptions = {
  deps: Deps;
  limits: Limits;
  authenticate: Authenticate;
  /** Parse each answer with its schema, so that a wrong one fails: for tests. */
  checkAnswers: boolean;
};

/** Puts a route on the app: limit, authenticate, authorize, validate, act, present. */
export function mount(app: Hono, route: Route, options: MountOptions): void {
  const { endpoint, handle } = route;
  app.on(endpoint.method, endpoint.path, async (c) => {
    const ip = callerAddress(c);
    if (endpoint.limite) await options.limits.spend(endpoint.limite, ip);
    const sesion = await authorize(c, endpoint, options.authenticate);
    const usuario = sesion?.usuario;
    const who = usuario?.id ?? sesion?.alumno?.id;
    const input = await validate(c, endpoint);
    const requestId = c.get('requestId');
    const answer = await handle({
      ...input,
      c,
      ip,
      usuario,
      alumno: sesion?.alumno,
      ctx: { now: options.deps.now().toISOString(), usuarioId: usuario?.id ?? null, requestId },
      log: options.deps.log,
      idempotency: idempotencyOf(c, endpoint, input.text, who),
    } as unknown as Request<Endpoint>);
    return present(c, endpoint, answer, options.checkAnswers);
  });
}

async function authorize(
  c: Context,
  { acceso }: Endpoint,
  authenticate: Authenticate,
): Promise<Sesion | undefined> {
  if (acceso === 'PUBLICO') return undefined;
  const sesion = await authenticate(c);
  const mine = acceso === 'ALUMNO' ? sesion?.alumno : sesion?.usuario;
  if (!sesion || !mine) throw new AppError('SIN_SESION', 'Tu sesión terminó. Entra de nuevo.');
  const { usuario } = sesion;
  if (usuario && acceso !== 'SESION' && !permisosDe(usuario.rol).includes(acceso as Permiso)) {
    throw new AppError('SIN_PERMISO', 'Tu rol no permite hacer esto.');
  }
  return sesion;
}

type Input = {
  params: unknown;
  query: unknown;
  body: unknown;
  text: string;
  bytes: Uint8Array<ArrayBuffer> | undefined;
};

/** Checks every part and names all the problems at once. */
async function validate(c: Context, endpoint: Endpoint): Promise<Input> {
  const errores: FieldError[] = [];
  const parse = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value);
    if (!result.success) errores.push(...fieldErrors(result.error));
    return result.data;
  };
  const params = endpoint.params?.safeParse(c.req.param());
  if (params && !params.success) {
    throw new AppError('NO_ENCONTRADO', 'No encontramos lo que buscas.');
  }
  const json = endpoint.body ? await readJson(c) : undefined;
  const query = parse(endpoint.query, singleValues(c));
  const body = parse(endpoint.body, json?.value);
  if (errores.length > 0) {
    throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields: errores });
  }
  const bytes =
    endpoint.archivo === 'IMAGEN' ? await readBytes(c, MAX_IMAGE_BYTES, IMAGE_MS) : undefined;
  return { params: params?.data, query, body, text: json?.text ?? '', bytes };
}

function singleValues(c: Context): Record<string, string> {
  return Object.fromEntries(Object.entries(c.req.queries()).map(([k, v]) => [k, v.join(',')]));
}

function idempotencyOf(
  c: Context,
  endpoint: Endpoint,
  text: string,
  who: string | undefined,
): Idempotency | undefined {
  const key = endpoint.idempotente && c.req.header('idempotency-key');
  if (!key) return undefined;
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new AppError('VALIDACION', 'Revisa los datos marcados.', {
      fields: [{ campo: 'Idempotency-Key', mensaje: 'Usa de 8 a 128 caracteres sin espacios.' }],
    });
  }
  return {
    key,
    scope: `${endpoint.method} ${c.req.path} ${who ?? 'publico'}`,
    bodyHash: createHash('sha256').update(text).digest('base64url'),
  };
}

function present(c: Context, endpoint: Endpoint, answer: unknown, checkAnswers: boolean): Response {
  if (answer instanceof Response) return answer;
  c.header('cache-control', 'no-store');
  if (!endpoint.response) return c.body(null, 204);
  const text = JSON.stringify(answer);
  if (checkAnswers) endpoint.response.parse(JSON.parse(text));
  c.header('content-type', 'application/json');
  return c.body(text, endpoint.status === 204 ? 200 : endpoint.status);
}
