import { isAPIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Context } from 'hono';
import * as contract from '#contract/auth.ts';
import { permisosDe } from '#contract/permisos.ts';
import { audit } from '../core/audit.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import type { Limits } from '../core/http/limits.ts';
import { on, type Usuario } from '../core/http/route.ts';
import type { Auth } from './auth.ts';
import { assertStrongClave } from './clave.policy.ts';
import { createFirstAdmin, readFirstUse } from './primerUso.ts';

const wrongCredentials = () =>
  new AppError('CREDENCIALES_INVALIDAS', 'El correo o la contraseña no son correctos.');

export function authRoutes({ db }: Deps, auth: Auth, limits: Limits) {
  /** Lets the library check the password and open the session; hands its cookie on. */
  async function openSession(c: Context, ip: string, email: string, clave: string) {
    const headers = new Headers(c.req.raw.headers);
    headers.set('x-tmm-address', ip);
    const { headers: answer, response } = await auth.api
      .signInEmail({ body: { email, password: clave }, headers, returnHeaders: true })
      .catch((error: unknown) => {
        throw isAPIError(error) ? wrongCredentials() : error;
      });
    const user = await db
      .selectFrom('usuario')
      .selectAll()
      .where('id', '=', response.user.id)
      .executeTakeFirstOrThrow();
    if (!user.activo || user.rol === 'ALUMNO') {
      await db.deleteFrom('sesion').where('token', '=', response.token).execute();
      throw wrongCredentials();
    }
    for (const cookie of answer.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    const { id, name: nombre, rol } = user;
    return { id, nombre, email: user.email, rol, permisos: [...permisosDe(rol)] };
  }

  const me = ({ id, nombre, email, rol }: Usuario): contract.Yo => ({
    id,
    nombre,
    email,
    rol,
    permisos: [...permisosDe(rol)],
  });

  return [
    on(contract.getPrimerUso, ({ query }) => readFirstUse(db, query.token)),

    on(contract.createPrimerAdmin, async ({ body, c, ip, ctx }) => {
      await transaction(db, (trx) => createFirstAdmin(trx, ctx, body));
      return openSession(c, ip, body.email, body.clave);
    }),

    on(contract.signIn, async ({ body, c, ip }) => {
      await limits.spend('CUENTA', body.email);
      return openSession(c, ip, body.email, body.clave);
    }),

    // The library renews a session, and its cookie, once a day of use.
    on(contract.getSesion, async ({ c, usuario }) => {
      const { headers } = await auth.api.getSession({
        headers: c.req.raw.headers,
        returnHeaders: true,
      });
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
      return me(usuario);
    }),

    on(contract.signOut, async ({ c }) => {
      const { headers } = await auth.api.signOut({
        headers: c.req.raw.headers,
        returnHeaders: true,
      });
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
      return undefined;
    }),

    on(contract.changeClave, async ({ body, usuario, ctx }) => {
      assertStrongClave(body.nueva, usuario, 'nueva');
      const account = await db
        .selectFrom('cuenta')
        .select(['id', 'password'])
        .where('userId', '=', usuario.id)
        .where('providerId', '=', 'credential')
        .executeTakeFirst();
      const { id, password } = found(account, 'tu contraseña');
      if (!(await verifyPassword({ hash: password ?? '', password: body.actual }))) {
        throw invalid('actual', 'La contraseña actual no es correcta.');
      }
      const hash = await hashPassword(body.nueva);
      await transaction(db, async (trx) => {
        await trx
          .updateTable('cuenta')
          .set({ password: hash, updatedAt: ctx.now })
          .where('id', '=', id)
          .execute();
        await trx
          .deleteFrom('sesion')
          .where('userId', '=', usuario.id)
          .where('id', '!=', usuario.sesionId)
          .execute();
        await audit(trx, ctx, {
          accion: 'CAMBIAR_CLAVE',
          entidad: 'USUARIO',
          entidadId: usuario.id,
        });
      });
      return undefined;
    }),

    on(contract.listSesiones, async ({ usuario, ctx }) => {
      const rows = await db
        .selectFrom('sesion')
        .selectAll()
        .where('userId', '=', usuario.id)
        .where('expiresAt', '>', ctx.now)
        .orderBy('createdAt', 'desc')
        .execute();
      return {
        items: rows.map((row) => ({
          id: row.id,
          actual: row.id === usuario.sesionId,
          dispositivo: row.userAgent,
          ip: row.ipAddress,
          creadaEn: row.createdAt,
          venceEn: row.expiresAt,
        })),
      };
    }),

    on(contract.revokeSesion, async ({ params, usuario }) => {
      const row = await db
        .deleteFrom('sesion')
        .where('id', '=', params.id)
        .where('userId', '=', usuario.id)
        .returning('id')
        .executeTakeFirst();
      found(row, 'esa sesión');
      return undefined;
    }),
  ];
}
