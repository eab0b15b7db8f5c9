import { deleteCalendario } from '../auth/alumno.queries.ts';
import { revokeEnlacesPortal } from '../auth/enlacePortal.ts';
import { lockFicha } from '../clientes/escritura.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import type { Alumno } from '../core/http/route.ts';
import { quiereNovedades } from '../supresiones/consentimiento.queries.ts';
import { darDeBaja } from '../supresiones/darDeBaja.ts';
import { deleteLogin, discardMensajes } from './sesion.queries.ts';

/**
 * Ends a student's access: login, password, sessions, links and calendar address are gone, and their
 * consent is withdrawn. The Cliente and what they bought stay, as the school must keep them.
 */
export async function closeCuenta(
  trx: Trx,
  ctx: Ctx,
  { id, clienteId, email }: Alumno,
  evidencia: Record<string, unknown>,
): Promise<void> {
  await lockFicha(trx, clienteId);
  if (await quiereNovedades(trx, { clienteId, email })) {
    const proof = { ...evidencia, causa: 'CIERRE_DE_CUENTA' };
    await darDeBaja(trx, ctx, { clienteId, email, canal: 'PORTAL', evidencia: proof });
  }
  await discardMensajes(trx, clienteId, ctx.now);
  await deleteCalendario(trx, clienteId);
  await revokeEnlacesPortal(trx, { clienteId, email });
  await deleteLogin(trx, id);
  await audit(trx, ctx, { accion: 'CERRAR_CUENTA', entidad: 'CLIENTE', entidadId: clienteId });
}
