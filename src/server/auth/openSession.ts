import { isAPIError } from 'better-auth/api';
import type { Context } from 'hono';
import type { Db } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import type { Auth } from './auth.ts';
import { readUsuario, type UsuarioRow } from './usuarios.queries.ts';

export const wrongCredentials = () =>
  new AppError('CREDENCIALES_INVALIDAS', 'El correo o la contraseña no son correctos.');

/** Whose door it is: no user enters by the other's, and the answer does not tell why. */
export type Puerta = 'EQUIPO' | 'PORTAL';

export type Visitor = { c: Context; ip: string };

/**
 * Lets the library check a password and open the session; hands its cookie on.
 * @throws {AppError} CREDENCIALES_INVALIDAS for whatever reason
 */
export async function openByClave(
  { auth, db }: { auth: Auth; db: Db },
  { c, ip }: Visitor,
  { email, clave, puerta }: { email: string; clave: string; puerta: Puerta },
): Promise<UsuarioRow> {
  const { headers: answer, response } = await auth.api
    .signInEmail({
      body: { email, password: clave },
      headers: withAddress(c, ip),
      returnHeaders: true,
    })
    .catch((error: unknown) => {
      throw isAPIError(error) ? wrongCredentials() : error;
    });
  const user = await readUsuario(db, response.user.id);
  if (!user || !mayEnter(user, puerta)) {
    await db.deleteFrom('sesion').where('token', '=', response.token).execute();
    throw wrongCredentials();
  }
  handOnCookies(c, answer);
  return user;
}

function mayEnter({ activo, rol, clienteId }: UsuarioRow, puerta: Puerta): boolean {
  return activo && (puerta === 'EQUIPO' ? rol !== 'ALUMNO' : clienteId !== null);
}

/** Opens a session for a user whom something else has proven; hands its cookie on. */
export async function openByProof(auth: Auth, { c, ip }: Visitor, userId: string): Promise<void> {
  const { headers } = await auth.api.openSession({
    body: { userId },
    headers: withAddress(c, ip),
    returnHeaders: true,
  });
  handOnCookies(c, headers);
}

/** The library renews a session, and its cookie, once a day of use. */
export async function renewSession(auth: Auth, c: Context): Promise<void> {
  const { headers } = await auth.api.getSession({
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  handOnCookies(c, headers);
}

export async function closeSession(auth: Auth, c: Context): Promise<void> {
  const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
  handOnCookies(c, headers);
}

function withAddress(c: Context, ip: string): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.set('x-tmm-address', ip);
  return headers;
}

function handOnCookies(c: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}
