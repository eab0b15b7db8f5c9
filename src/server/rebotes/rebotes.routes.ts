import { crearWebhook, quitarWebhook, revisarBuzon as revisar } from '#contract/correo.ts';
import { receiveRebotes } from '#contract/suscripcion.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { revisarBuzon } from './buzon.ts';
import { checkWebhook, createWebhook, receiveEventos, removeWebhook } from './webhook.ts';

export function rebotesRoutes(deps: Deps) {
  const { db, secret, config } = deps;
  return [
    on(receiveRebotes, async ({ body, ctx, c }) => {
      await checkWebhook(db, c.req.header('authorization'));
      const nuevos = await receiveEventos(db, ctx, secret, body.eventos);
      return { recibidos: body.eventos.length, nuevos };
    }),

    on(crearWebhook, async ({ ctx }) => {
      const clave = await transaction(db, (trx) => createWebhook(trx, ctx));
      return { url: `${config.publicUrl}${receiveRebotes.path}`, clave };
    }),

    on(quitarWebhook, async ({ ctx }) => {
      await transaction(db, (trx) => removeWebhook(trx, ctx));
      return undefined;
    }),

    on(revisar, async () => {
      const revision = await revisarBuzon(deps);
      if (revision) return revision;
      throw new AppError(
        'ESTADO_NO_PERMITE',
        'Todavía no hay un buzón de rebotes. Guarda sus datos y prueba de nuevo.',
      );
    }),
  ];
}
