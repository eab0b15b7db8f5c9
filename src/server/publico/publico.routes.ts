import * as contract from '#contract/publico.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found, invalid } from '../core/errors.ts';
import { decodePosition, encodeCursor } from '../core/http/cursor.ts';
import { on } from '../core/http/route.ts';
import { withHoldsCleared } from '../ventas/withHoldsCleared.ts';
import { articuloCurso, articuloTaller } from './articulos.ts';
import { comprar } from './comprar.ts';
import { readKits } from './kits.queries.ts';
import {
  selectCatalogo,
  selectCursoEnVenta,
  selectEnVenta,
  selectPublicado,
} from './publico.queries.ts';
import { presentTallerCompleto, presentTallerPublico, readNegocioPublico } from './readPublico.ts';
import { readReserva } from './readReserva.ts';

const ORDER = 'catalogo';
const YA_INSCRITO =
  'Ya tienes una inscripción en este taller con este correo. Si quieres cambiarla, escríbenos.';

export function publicoRoutes({ db }: Deps) {
  return [
    on(contract.getNegocioPublico, () => readNegocioPublico(db)),

    on(contract.listTalleresPublicos, async ({ query, ctx }) => {
      const limit = query.limite ?? 24;
      const position = query.cursor ? decodePosition(query.cursor, ORDER) : undefined;
      const after = position && { iniciaEn: position.at, id: position.id };
      const { q, interes } = query;
      const rows = await selectCatalogo(db, { q, interes, limit: limit + 1 }, after, ctx.now);
      const last = rows[limit - 1];
      return {
        items: rows.slice(0, limit).map((row) => presentTallerPublico(row, ctx.now)),
        siguiente:
          rows.length > limit && last ? encodeCursor(ORDER, [last.iniciaEn, last.id]) : null,
      };
    }),

    on(contract.getTallerPublico, async ({ params, ctx }) => {
      const row = found(await selectPublicado(db, params.slug), 'ese taller');
      return presentTallerCompleto(row, await readKits(db, row.interesId), ctx.now);
    }),

    on(contract.createInscripcionPublica, async ({ params, body, ctx, ip, c, idempotency }) => {
      if (body.sitioWeb) throw invalid('sitioWeb', 'Deja este campo vacío.');
      const taller = found(await selectEnVenta(db, params.slug), 'ese taller');
      const visita = { ip, userAgent: c.req.header('user-agent')?.slice(0, 300) };
      return withHoldsCleared(db, ctx, { tallerIds: [taller.id], yaInscrito: YA_INSCRITO }, () =>
        transaction(db, (trx) =>
          comprar(
            trx,
            ctx,
            articuloTaller(taller, body.cantidad, ctx.now),
            taller,
            body,
            visita,
            idempotency,
          ),
        ),
      );
    }),

    on(contract.createCompraCurso, async ({ params, body, ctx, ip, c, idempotency }) => {
      if (body.sitioWeb) throw invalid('sitioWeb', 'Deja este campo vacío.');
      const curso = found(await selectCursoEnVenta(db, params.slug), 'ese curso');
      const visita = { ip, userAgent: c.req.header('user-agent')?.slice(0, 300) };
      return withHoldsCleared(db, ctx, { tallerIds: [], yaInscrito: YA_INSCRITO }, () =>
        transaction(db, (trx) =>
          comprar(trx, ctx, articuloCurso(curso, ctx.now), curso, body, visita, idempotency),
        ),
      );
    }),

    on(contract.getReserva, ({ params, ctx }) => readReserva(db, params.codigo, ctx.now)),
  ];
}
