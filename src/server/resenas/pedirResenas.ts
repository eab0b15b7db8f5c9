import { randomBytes } from 'node:crypto';
import { prepareAviso } from '../avisos/prepareAviso.ts';
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

/**
 * Prepares, from eleven in the morning on, a message that asks for a review to each person who may write one
 * of a Taller that ended on the day before, or in the last days if it was not asked then. Nobody is asked twice.
 * @returns how many were prepared.
 */
export async function pedirResenas({ db, config, now }: Deps): Promise<number> {
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
  let prepared = 0;
  for (const derecho of sinPedir) {
    if (impedimento(derecho, ctx.now)) continue;
    if (await transaction(db, (trx) => pedir(trx, ctx, derecho))) prepared += 1;
  }
  return prepared;
}

/** Only whoever makes the request leaves the message, so that two runs at once leave one. */
async function pedir(trx: Trx, ctx: Ctx, derecho: DerechoDeTaller): Promise<boolean> {
  const { clienteId, id: tallerId, titulo, nombres } = derecho;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const solicitud = await insertSolicitud(trx, { token, clienteId, tallerId, now: ctx.now });
  if (!solicitud) return false;
  await prepareAviso(trx, ctx, {
    tipo: 'PEDIR_RESENA',
    clienteId,
    referencia: `resena:${solicitud}`,
    asunto: `¿Cómo estuvo «${titulo}»?`,
    texto: `Hola, ${nombres}. Gracias por venir a «${titulo}». ¿Nos cuentas cómo te fue? Toma un minuto y ayuda a otras personas a elegir. Deja tu reseña aquí:`,
    enlace: `/resenas/${token}`,
  });
  return true;
}
