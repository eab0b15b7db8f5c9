import type { z } from 'zod';
import type { setPreferencias as endpoint, Preferencias } from '#contract/suscripcion.ts';
import { addIntereses } from '../clientes/captura.queries.ts';
import { captureCliente } from '../clientes/captura.ts';
import { readTextoConsentimiento } from '../clientes/consentimiento.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { quiereNovedades } from '../supresiones/consentimiento.queries.ts';
import { darDeAlta } from '../supresiones/darDeAlta.ts';
import { darDeBaja } from '../supresiones/darDeBaja.ts';
import type { Visitante } from './agree.ts';
import {
  disableOtherIntereses,
  enableIntereses,
  selectDestino,
  selectElegidos,
  selectPersona,
  selectSupresionDe,
} from './preferencias.queries.ts';

/**
 * What the owner of the address of a message wants to hear about.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readPreferencias(
  db: Db | Trx,
  emailLogId: number | undefined,
): Promise<Preferencias> {
  const { email } = await readDestino(db, emailLogId);
  const persona = await selectPersona(db, email);
  const supresion = await selectSupresionDe(db, email);
  const { texto } = await readTextoConsentimiento(db);
  const allowed = !persona?.bloqueada && (supresion === undefined || supresion === 'BAJA');
  const quiere = persona ? await quiereNovedades(db, { clienteId: persona.id, email }) : false;
  return {
    email,
    nombres: persona?.nombres ?? null,
    suscrito: allowed && quiere,
    puedeSuscribirse: allowed,
    texto,
    intereses: await selectElegidos(db, persona?.id ?? null),
  };
}

/**
 * They choose: all or nothing by `suscrito`, and about what. It is their own address, as they hold a link that only
 * went there, so this also ends a BAJA. After the commit of a no, the caller waits by `settleBaja`.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE when only the school may let mail go there again.
 */
export async function writePreferencias(
  trx: Trx,
  ctx: Ctx,
  emailLogId: number | undefined,
  { suscrito, intereses }: z.output<typeof endpoint.body>,
  visitante: Visitante,
): Promise<{ email: string }> {
  const { id, email, campanaId } = await readDestino(trx, emailLogId);
  const antes = await readPreferencias(trx, emailLogId);
  if (suscrito && !antes.puedeSuscribirse) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'No podemos volver a escribir a este correo. Escríbenos si quieres recibir novedades.',
    );
  }
  const mensaje = { id, campanaId };
  const proof = { email, canal: 'PREFERENCIAS', evidencia: { ...visitante, mensaje: id } };
  if (suscrito) {
    const origen = { origen: 'NEWSLETTER', origenDetalle: {} } as const;
    const { id: clienteId } = await captureCliente(trx, ctx, { email, ...origen });
    await darDeAlta(trx, ctx, { ...proof, clienteId });
  } else if (antes.puedeSuscribirse) {
    await darDeBaja(trx, ctx, { ...proof, mensaje });
  }
  const persona = await selectPersona(trx, email);
  if (persona) await chooseIntereses(trx, ctx, persona.id, intereses);
  return { email };
}

async function chooseIntereses(
  trx: Trx,
  ctx: Ctx,
  clienteId: number,
  wanted: number[],
): Promise<void> {
  await disableOtherIntereses(trx, clienteId, wanted);
  if (wanted.length === 0) return;
  await enableIntereses(trx, clienteId, wanted);
  await addIntereses(trx, clienteId, wanted, ctx.now);
}

/** @throws {AppError} NO_ENCONTRADO for a link that is not ours, or of a message that is gone. */
export async function readDestino(db: Db | Trx, emailLogId: number | undefined) {
  return found(
    emailLogId === undefined ? undefined : await selectDestino(db, emailLogId),
    'este enlace',
  );
}
