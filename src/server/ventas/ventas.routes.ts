import * as contract from '#contract/ventas.ts';
import { anular } from '../cobros/anular.ts';
import { presentCobroItem, selectCobroItems } from '../cobros/cobros.queries.ts';
import { readCobro } from '../cobros/readCobro.ts';
import type { Deps } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { readInscripcion, readInscripciones } from '../inscripciones/readInscripciones.ts';
import { setAsistentes } from '../inscripciones/setAsistentes.ts';
import { readTaller } from '../talleres/readTaller.ts';
import { anularTaller } from './anularTaller.ts';
import { inscribir } from './inscribir.ts';
import { trasladar } from './trasladar.ts';
import { withOneSeatEach } from './yaInscrito.ts';

const YA_INSCRITO = 'Esta persona ya tiene una inscripción vigente en ese taller.';

/** Cobros with money to give back that have a line in the Taller. */
async function porReembolsarDe(db: Db | Trx, tallerId: number) {
  const rows = await selectCobroItems(db)
    .where('cobro.pagado', '>', 0)
    .where((eb) =>
      eb.or([eb('cobro.estado', '=', 'ANULADO'), eb('cobro.pagado', '>', eb.ref('cobro.total'))]),
    )
    .where('cobro.id', 'in', (eb) =>
      eb
        .selectFrom('inscripcion')
        .select('inscripcion.cobroId')
        .where('inscripcion.tallerId', '=', tallerId)
        .where('inscripcion.anuladaEn', 'is not', null),
    )
    .orderBy('cobro.id')
    .execute();
  return rows.map(presentCobroItem);
}

export function ventasRoutes({ db }: Deps) {
  return [
    on(contract.createVenta, ({ body, ctx, usuario, idempotency }) =>
      withOneSeatEach(
        db,
        ctx,
        body.lineas.map((linea) => linea.tallerId),
        YA_INSCRITO,
        () =>
          transaction(db, (trx) =>
            idempotent(trx, idempotency, ctx.now, () => inscribir(trx, ctx, body, usuario.rol)),
          ),
      ),
    ),

    on(contract.listInscripcionesDeTaller, async ({ params, query, usuario }) => ({
      items: await readInscripciones(db, params.id, usuario.rol, query.anuladas === 'SI'),
    })),

    on(contract.setAsistentes, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await setAsistentes(trx, ctx, params.id, body.asistentes);
        return found(await readInscripcion(trx, params.id, usuario.rol), 'esa inscripción');
      }),
    ),

    on(contract.anularInscripcion, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        const row = await trx
          .selectFrom('inscripcion')
          .select('cobroId')
          .where('id', '=', params.id)
          .executeTakeFirst();
        const { cobroId } = found(row, 'esa inscripción');
        const target = { cobroId, inscripcionId: params.id };
        await anular(trx, ctx, target, { causa: 'STAFF', motivo: body.motivo });
        return readCobro(trx, cobroId, usuario.rol);
      }),
    ),

    on(contract.trasladarInscripcion, ({ params, body, ctx, usuario }) =>
      withOneSeatEach(db, ctx, [body.tallerId], YA_INSCRITO, () =>
        transaction(db, async (trx) => {
          const cobroId = await trasladar(trx, ctx, params.id, body.tallerId);
          return readCobro(trx, cobroId, usuario.rol);
        }),
      ),
    ),

    on(contract.anularTaller, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        const anuladas = await anularTaller(trx, ctx, params.id, body);
        const porReembolsar = await porReembolsarDe(trx, params.id);
        return {
          taller: await readTaller(trx, ctx, params.id, usuario.rol),
          anuladas,
          porReembolsar,
        };
      }),
    ),

    on(contract.listPorReembolsar, async ({ params }) => {
      const items = await porReembolsarDe(db, params.id);
      const total = items.reduce((sum, c) => sum + c.porReembolsar + c.saldoAFavor, 0);
      return { items, total };
    }),
  ];
}
