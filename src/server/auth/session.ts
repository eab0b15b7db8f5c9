import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { sql } from 'kysely';
import { roles } from '#contract/permisos.ts';
import type { Db } from '../core/db/connect.ts';
import type { Authenticate } from '../core/http/mount.ts';
import type { Alumno, Usuario } from '../core/http/route.ts';

export const COOKIE = 'tmm.session_token';

/**
 * Tells who is signed in with one prepared query, and never from memory: a session that was closed is
 * closed for the very next request, in every process; so is a student's when the school gives their Cliente
 * another email than the one they proved. The cookie is the library's: `token.signature`,
 * HMAC-SHA256 in base64.
 */
export function createAuthenticate(db: Db, secret: string, now: () => Date): Authenticate {
  return async (c) => {
    const token = sessionToken(c, secret);
    if (!token) return undefined;
    // Written as text: it runs for every request, and building it costs more than running it.
    const { rows } = await sql<Row>`
      select usuario.id, name as nombre, usuario.email, rol, sesion.id as sesion_id, cliente.id as cliente_id
      from sesion join usuario on usuario.id = sesion.user_id
        left join cliente on cliente.id = usuario.cliente_id and cliente.email = usuario.email
      where token = ${token} and expires_at > ${now().toISOString()}::timestamptz and activo`.execute(
      db,
    );
    const [row] = rows;
    if (!row) return undefined;
    const { clienteId, ...usuario } = row;
    if (isStaff(usuario.rol)) return { usuario };
    const { id, email, sesionId } = usuario;
    return clienteId === null ? undefined : { alumno: { id, email, sesionId, clienteId } };
  };
}

type Row = Usuario & { clienteId: Alumno['clienteId'] | null };

function isStaff(rol: string): boolean {
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
