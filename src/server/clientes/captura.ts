import type { Origen } from '#contract/clientes.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { registerEvento } from './cambiarEstado.ts';
import {
  addIntereses,
  hasBaja,
  insertConsentimiento,
  SIN_NOMBRE,
  upsertPersona,
} from './captura.queries.ts';
import { stepsOfCapture } from './estado.policy.ts';

export type Captura = {
  /** Lower case, as the contract's `email` leaves it. */
  email: string;
  nombres?: string | null | undefined;
  apellidos?: string | null | undefined;
  telefono?: string | null | undefined;
  origen: Origen;
  origenDetalle: Record<string, string | null | undefined>;
  /**
   * Present when the person ticked the box: what they read, where, and the proof of it. Of an address that left it is
   * not written, as a form proves nothing: only its owner comes back, by confirming.
   */
  acepta?:
    | { texto: string; version: number; canal: string; evidencia: Record<string, unknown> }
    | undefined;
  intereses?: number[] | undefined;
  /** What the capture is part of: it moves the lifecycle and counts as activity. */
  evento?: 'COMPRA_PENDIENTE' | 'COMPRA_CONFIRMADA' | 'LISTA_DE_ESPERA' | undefined;
};

/**
 * Finds or creates the Cliente of an email that a visitor gave. A new one is LEAD with that origen. A
 * known one keeps all it has, origen and estado included: only an empty phone of who has not bought yet, or
 * names that were the placeholder, are filled in. Safe when the same email arrives many times at once.
 */
export async function captureCliente(
  trx: Trx,
  ctx: Ctx,
  captura: Captura,
): Promise<{ id: number; nuevo: boolean }> {
  const { email, nombres, apellidos, telefono, origen, acepta, intereses, evento } = captura;
  const persona = await upsertPersona(
    trx,
    {
      email,
      nombres: nombres || SIN_NOMBRE,
      apellidos: (nombres && apellidos) || '',
      telefono: telefono ?? null,
      origen,
      origenDetalle: withoutEmpty(captura.origenDetalle),
      now: ctx.now,
    },
    {
      pasos: stepsOfCapture(evento),
      actividadEn: evento ? ctx.now : null,
      usuarioId: ctx.usuarioId,
    },
  );
  if (evento && !persona.nuevo) await registerEvento(trx, ctx, persona.id, evento);
  if (acepta && !(await hasBaja(trx, email))) {
    await insertConsentimiento(trx, { ...acepta, clienteId: persona.id, email, now: ctx.now });
  }
  if (intereses?.length) await addIntereses(trx, persona.id, intereses, ctx.now);
  return persona;
}

function withoutEmpty(detail: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
