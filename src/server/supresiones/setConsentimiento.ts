import { insertConsentimiento } from '../clientes/captura.queries.ts';
import { readTextoConsentimiento } from '../clientes/consentimiento.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found, invalid } from '../core/errors.ts';
import { lastAccion, lockCliente } from './consentimiento.queries.ts';
import { darDeBaja } from './darDeBaja.ts';

/** What a person told someone of the team, by name, and how. */
type Dicho = { clienteId: number; acepta: boolean; evidencia: string; usuario: string };

/**
 * Staff writes down what a person told them, with the proof. A consent lifts no suppression; to want no more news is
 * to leave the list, as if they had done it themselves.
 * @returns the address, for `settleBaja`.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION for a person without address.
 */
export async function setConsentimiento(
  trx: Trx,
  ctx: Ctx,
  { clienteId, acepta, evidencia, usuario }: Dicho,
): Promise<string> {
  const { email } = found(await lockCliente(trx, clienteId), 'ese cliente');
  if (!email) throw invalid('acepta', 'Esta persona no tiene correo.');
  const proof = {
    clienteId,
    email,
    canal: 'EQUIPO',
    evidencia: { dicho: evidencia, usuario },
  };
  if (!acepta) await darDeBaja(trx, ctx, proof);
  else if ((await lastAccion(trx, clienteId)) !== 'OTORGADO') {
    const words = await readTextoConsentimiento(trx);
    await insertConsentimiento(trx, { ...words, ...proof, now: ctx.now });
  }
  await audit(trx, ctx, {
    accion: acepta ? 'REGISTRAR_CONSENTIMIENTO' : 'RETIRAR_CONSENTIMIENTO',
    entidad: 'CLIENTE',
    entidadId: clienteId,
    despues: { evidencia },
  });
  return email;
}
