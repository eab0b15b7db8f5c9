import { randomBytes } from 'node:crypto';
import { avisar } from '../avisos/avisar.ts';
import { type Ctx, type Deps, jobCtx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { addDays, dayStart, localDate } from '../core/time.ts';
import { impedimento } from './derecho.policy.ts';
import { type DerechoDeTaller, selectSinPedir } from './derecho.queries.ts';
import { insertSolicitud } from './solicitud.queries.ts';

/** Not before this hour of the business's clock. */
const HOUR = 11;
/** A worker that was down catches up with the workshops of so many days. */
const DAYS = 3;
const TOKEN_BYTES = 16;
/** A mail that could not leave for so long asks too late. */
const MAIL_MS = 7 * 86_400_000;

/**
 * Asks for a review, from eleven in the morning on, each person who may write one
 * of a Taller that ended on the day before, or in the last days if it was not asked then. Nobody is asked twice.
 * @returns how many were asked.
 */
export async function pedirResenas(deps: Deps): Promise<number> {
  const { db, config, now } = deps;
  const zone = config.TZ_NEGOCIO;
  const ctx = jobCtx(now(), 'pedir-resenas');
  const today = localDate(ctx.now, zone);
  const hour = new Intl.DateTimeFormat('es-CL', {
    timeZone: zone,
    hour: '2-digit',
    hourCycle: 'h23',
  });
  if (Number(hour.format(now())) < HOUR) return 0;
  const from = dayStart(addDays(today, -DAYS), zone);
  const sinPedir = await selectSinPedir(db, from, dayStart(today, zone));
  let asked = 0;
  for (const derecho of sinPedir) {
    if (impedimento(derecho, ctx.now)) continue;
    if (await transaction(db, (trx) => pedir(trx, ctx, deps, derecho))) asked += 1;
  }
  return asked;
}

/** Only whoever makes the request tells it, so that two runs at once ask once. */
async function pedir(trx: Trx, ctx: Ctx, deps: Deps, derecho: DerechoDeTaller): Promise<boolean> {
  const { clienteId, id: tallerId, titulo, nombres } = derecho;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const solicitud = await insertSolicitud(trx, { token, clienteId, tallerId, now: ctx.now });
  if (!solicitud) return false;
  await avisar(trx, ctx, deps, {
    correo: {
      automatico: 'PEDIR_RESENA',
      referencia: { solicitud },
      causa: String(solicitud),
      venceEn: new Date(Date.parse(ctx.now) + MAIL_MS).toISOString(),
    },
    aviso: {
      tipo: 'PEDIR_RESENA',
      clienteId,
      referencia: `resena:${solicitud}`,
      asunto: `¿Cómo estuvo «${titulo}»?`,
      texto: `Hola, ${nombres}. Gracias por venir a «${titulo}». ¿Nos cuentas cómo te fue? Toma un minuto y ayuda a otras personas a elegir. Deja tu reseña aquí:`,
      enlace: `/resenas/${token}`,
    },
  });
  return true;
}
