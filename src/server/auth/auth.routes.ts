import { hashPassword, verifyPassword } from 'better-auth/crypto';
import * as contract from '#contract/auth.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import { audit } from '../core/audit.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found, invalid } from '../core/errors.ts';
import type { Limits } from '../core/http/limits.ts';
import { on, type Usuario } from '../core/http/route.ts';
import type { Auth } from './auth.ts';
import { assertStrongClave } from './clave.policy.ts';
import { closeSession, openByClave, renewSession, type Visitor } from './openSession.ts';
import { createFirstAdmin, readFirstUse } from './primerUso.ts';
import { readClave, writeClave } from './usuarios.queries.ts';

export function authRoutes({ db }: Deps, auth: Auth, limits: Limits) {
  async function openSession(visitor: Visitor, email: string, clave: string) {
    const user = await openByClave({ auth, db }, visitor, { email, clave, puerta: 'EQUIPO' });
    return me({ ...user, nombre: user.name, rol: user.rol as Rol });
  }

  const me = ({ id, nombre, email, rol }: Omit<Usuario, 'sesionId'>): contract.Yo => ({
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
      return openSession({ c, ip }, body.email, body.clave);
    }),

    on(contract.signIn, async ({ body, c, ip }) => {
      await limits.spend('CUENTA', body.email);
      return openSession({ c, ip }, body.email, body.clave);
    }),

    on(contract.getSesion, async ({ c, usuario }) => {
      await renewSession(auth, c);
      return me(usuario);
    }),

    on(contract.signOut, async ({ c }) => {
      await closeSession(auth, c);
      return undefined;
    }),

    on(contract.changeClave, async ({ body, usuario, ctx }) => {
      assertStrongClave(body.nueva, usuario, 'nueva');
      const actual = found(await readClave(db, usuario.id), 'tu contraseña');
      if (!(await verifyPassword({ hash: actual, password: body.actual }))) {
        throw invalid('actual', 'La contraseña actual no es correcta.');
      }
      const hash = await hashPassword(body.nueva);
      await transaction(db, async (trx) => {
        await writeClave(trx, { ...usuario, hash, now: ctx.now });
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
