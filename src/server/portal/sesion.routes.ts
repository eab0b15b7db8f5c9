import * as contract from '#contract/portal.ts';
import type { Auth } from '../auth/auth.ts';
import { linkAlumno } from '../auth/linkAlumno.ts';
import { closeSession, openByClave, openByProof, renewSession } from '../auth/openSession.ts';
import type { Ctx, Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import type { Limits } from '../core/http/limits.ts';
import { on } from '../core/http/route.ts';
import { enqueue } from '../core/jobs.ts';
import { settleBaja } from '../supresiones/settleBaja.ts';
import { closeCuenta } from './closeCuenta.ts';
import { PREPARAR_ENLACE } from './prepareEnlace.ts';
import { readAlumno } from './readAlumno.ts';
import { recordVisita } from './recordVisita.ts';
import { setClave } from './setClave.ts';

const pedido = {
  mensaje:
    'Si ese correo está registrado en la escuela, te enviaremos el enlace por WhatsApp o por correo. Puede tardar un rato.',
};

export function sesionRoutes({ db, config }: Deps, auth: Auth, limits: Limits) {
  /** Who entered or came back, which counts as activity. */
  async function visit(ctx: Ctx, usuarioId: string) {
    await recordVisita(db, ctx, usuarioId, config.TZ_NEGOCIO);
    return readAlumno(db, usuarioId);
  }

  return [
    on(contract.requestEnlace, async ({ body }) => {
      await transaction(db, (trx) => enqueue(trx, PREPARAR_ENLACE, { email: body.email }));
      return pedido;
    }),

    on(contract.enterByEnlace, async ({ body, c, ip, ctx }) => {
      const id = await transaction(db, (trx) => linkAlumno(trx, ctx, body.token));
      await openByProof(auth, { c, ip }, id);
      return visit(ctx, id);
    }),

    on(contract.enterByClave, async ({ body, c, ip, ctx }) => {
      await limits.spend('CUENTA', `portal ${body.email}`);
      const user = await openByClave({ auth, db }, { c, ip }, { ...body, puerta: 'PORTAL' });
      return visit(ctx, user.id);
    }),

    on(contract.getAlumno, async ({ c, ctx, alumno }) => {
      await renewSession(auth, c);
      return visit(ctx, alumno.id);
    }),

    on(contract.leavePortal, async ({ c }) => {
      await closeSession(auth, c);
      return undefined;
    }),

    on(contract.setClaveAlumno, async ({ body, alumno, ctx }) => {
      await setClave(db, ctx, alumno, body);
      return readAlumno(db, alumno.id);
    }),

    on(contract.closeCuenta, async ({ alumno, ctx, c, ip }) => {
      const userAgent = c.req.header('user-agent')?.slice(0, 300) ?? null;
      await transaction(db, (trx) => closeCuenta(trx, ctx, alumno, { ip, userAgent }));
      await settleBaja(db, alumno.email);
      await closeSession(auth, c);
      return undefined;
    }),
  ];
}
