import type { Context } from 'hono';
import * as contract from '#contract/portal.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import {
  ensureCalendario,
  replaceCalendario,
  selectClienteDeCalendario,
  selectNombreNegocio,
} from './calendario.queries.ts';
import { calendarioUrl, newCalendarioToken, renderCalendario } from './calendario.ts';
import { type MiTallerRow, selectMisTalleres } from './misTalleres.queries.ts';
import { findMiTaller, listMisEsperas, listMisTalleres, presentMiTaller } from './misTalleres.ts';

/** What a calendar program is given at most: years of workshops. */
const MAX_EVENTS = 500;

export function misTalleresRoutes({ db, config: { publicUrl } }: Deps) {
  async function calendar(c: Context, rows: MiTallerRow[], archivo: string) {
    const negocio = await selectNombreNegocio(db);
    return c.body(renderCalendario(rows, { negocio, publicUrl }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${archivo}.ics"`,
      'cache-control': 'private, no-cache',
    });
  }

  return [
    on(contract.listMisTalleres, async ({ alumno: { clienteId }, ctx: { now } }) => ({
      items: await listMisTalleres(db, { clienteId, now, publicUrl }),
      esperas: await listMisEsperas(db, { clienteId, now }),
    })),

    on(contract.getMiTaller, async ({ params, alumno: { clienteId }, ctx: { now } }) => {
      const row = await findMiTaller(db, { clienteId }, params.id);
      return presentMiTaller(row, { clienteId, now, publicUrl });
    }),

    on(contract.getMiTallerIcs, async ({ params, alumno, c }) => {
      const row = await findMiTaller(db, alumno, params.id);
      return calendar(c, [row], row.slug);
    }),

    on(contract.getCalendario, async ({ alumno: { clienteId }, ctx: { now } }) => {
      const token = await ensureCalendario(db, { clienteId, token: newCalendarioToken(), now });
      return { url: calendarioUrl(publicUrl, token) };
    }),

    on(contract.renewCalendario, async ({ alumno: { clienteId }, ctx: { now } }) => {
      const token = newCalendarioToken();
      await transaction(db, (trx) => replaceCalendario(trx, { clienteId, token, now }));
      return { url: calendarioUrl(publicUrl, token) };
    }),

    on(contract.getCalendarioPublico, async ({ params, c }) => {
      const token = params.token.replace(/\.ics$/, '');
      const clienteId = found(await selectClienteDeCalendario(db, token), 'ese calendario');
      return calendar(c, await selectMisTalleres(db, { clienteId, limit: MAX_EVENTS }), 'talleres');
    }),
  ];
}
