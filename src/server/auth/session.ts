import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Rol, roles } from '#contract/permisos.ts';
import type { Db } from '../core/db/connect.ts';
import type { Authenticate } from '../core/http/mount.ts';

export const COOKIE = 'tmm.session_token';

/**
 * Tells who is signed in with one prepared query, and never from memory: a session that was closed is
 * closed for the very next request, in every process. The cookie is the library's: `token.signature`,
 * HMAC-SHA256 in base64.
 */
export function createAuthenticate(db: Db, secret: string, now: () => Date): Authenticate {
  return async (c) => {
    const token = sessionToken(c, secret);
    if (!token) return undefined;
    const row = await db
      .selectFrom('sesion')
      .innerJoin('usuario', 'usuario.id', 'sesion.userId')
      .select([
        'usuario.id',
        'usuario.name',
        'usuario.email',
        'usuario.rol',
        'sesion.id as sesionId',
      ])
      .where('sesion.token', '=', token)
      .where('sesion.expiresAt', '>', now().toISOString())
      .where('usuario.activo', '=', true)
      .executeTakeFirst();
    if (!row || !isStaff(row.rol)) return undefined;
    return { id: row.id, nombre: row.name, email: row.email, rol: row.rol, sesionId: row.sesionId };
  };
}

function isStaff(rol: string): rol is Rol {
  return (roles as readonly string[]).includes(rol);
}

function sessionToken(c: Context, secret: string): string | undefined {
  const cookie = getCookie(c, COOKIE) ?? getCookie(c, `__Secure-${COOKIE}`);
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (!cookie || dot < 1) return undefined;
  const token = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}
