import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { addDays, dayStart } from '../core/time.ts';
import { queueEmail } from '../emails/queueEmail.ts';
import { relojDe } from './hora.ts';
import { type PorRecordar, selectPorRecordar } from './recordatorios.queries.ts';

/** From this hour on, and no longer from that one, by the clock of the business. */
const HOUR = 10;
const NIGHT = 21;

const kinds = [
  { automatico: 'RECORDATORIO_3_DIAS', dias: 3, soloDeAntes: true },
  { automatico: 'RECORDATORIO_1_DIA', dias: 1, soloDeAntes: false },
] as const;

/** Until when a reminder is worth sending: the one of three days, until the day of the other one. */
function venceEnDe({ iniciaEn, zona }: PorRecordar, fecha: string, dias: number): string {
  return dias === 1 ? iniciaEn : dayStart(addDays(fecha, -1), zona);
}

/**
 * Queues, from ten in the morning on by the clock of the business, the reminders of the Talleres of tomorrow and of
 * three days ahead, each by the calendar of its own zone; nobody twice for the same seat and date. Who enrolled
 * today is not reminded of a Taller three days away. At night nobody is written to.
 * @returns how many were queued.
 */
export async function recordar({ db, config, now }: Deps): Promise<number> {
  const ctx = jobCtx(now(), 'recordar-talleres');
  const zona = config.TZ_NEGOCIO;
  const { fecha: today, hora } = relojDe(ctx.now, zona);
  if (hora < HOUR || hora >= NIGHT) return 0;
  let queued = 0;
  for (const { automatico, dias, soloDeAntes } of kinds) {
    const fecha = addDays(today, dias);
    const inscritosAntesDe = soloDeAntes ? dayStart(today, zona) : null;
    const which = { automatico, fecha, inscritosAntesDe, now: ctx.now };
    for (const one of await selectPorRecordar(db, which)) {
      const { inscripcionId, tallerId, clienteId } = one;
      const done = await transaction(db, (trx) =>
        queueEmail(trx, ctx, {
          automatico,
          clienteId,
          referencia: { inscripcion: inscripcionId, taller: tallerId, fecha },
          causa: `${inscripcionId}:${tallerId}:${fecha}`,
          venceEn: venceEnDe(one, fecha, dias),
        }),
      );
      if (done) queued += 1;
    }
  }
  return queued;
}
