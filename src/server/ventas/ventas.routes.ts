import { grantAcceso } from '#contract/cursos.ts';
import type { Rol } from '#contract/permisos.ts';
import * as contract from '#contract/ventas.ts';
import { anular } from '../cobros/anular.ts';
import { presentCobroItem, selectCobroItems } from '../cobros/cobros.queries.ts';
import { type LineaRef, selectCobroDeLinea } from '../cobros/lineas.queries.ts';
import { readCobro } from '../cobros/readCobro.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { selectInscripcionCurso } from '../cursos/inscripcionesCurso.queries.ts';
import { readInscripcion, readInscripciones } from '../inscripciones/readInscripciones.ts';
import { setAsistentes } from '../inscripciones/setAsistentes.ts';
import { readTaller } from '../talleres/readTaller.ts';
import { anularTaller } from './anularTaller.ts';
import { createVenta } from './createVenta.ts';
import { darAcceso } from './darAcceso.ts';
import { trasladar } from './trasladar.ts';
import { withHoldsCleared } from './withHoldsCleared.ts';

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
  const anularLinea = (linea: LineaRef, motivo: string, ctx: Ctx, rol: Rol) =>
    transaction(db, async (trx) => {
      const cobroId = found(await selectCobroDeLinea(trx, linea), 'esa línea de venta');
      await anular(trx, ctx, { cobroId, linea }, { causa: 'STAFF', motivo });
      return readCobro(trx, cobroId, rol);
    });

  return [
    on(contract.createVenta, ({ body, ctx, usuario, idempotency }) =>
      withHoldsCleared(
        db,
        ctx,
        {
          tallerIds: body.lineas.flatMap((l) => (l.tipo === 'TALLER' ? l.tallerId : [])),
          yaInscrito: YA_INSCRITO,
        },
        () =>
          transaction(db, (trx) =>
            idempotent(trx, idempotency, ctx.now, () => createVenta(trx, ctx, body, usuario.rol)),
          ),
      ),
    ),

    on(grantAcceso, ({ params, body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          const id = await darAcceso(trx, ctx, params.id, body);
          return found(await selectInscripcionCurso(trx, id, usuario.rol, ctx.now), 'ese acceso');
        }),
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
      anularLinea({ tipo: 'TALLER', id: params.id }, body.motivo, ctx, usuario.rol),
    ),

    on(contract.anularInscripcionCurso, ({ params, body, ctx, usuario }) =>
      anularLinea({ tipo: 'CURSO', id: params.id }, body.motivo, ctx, usuario.rol),
    ),

    on(contract.anularVentaProducto, ({ params, body, ctx, usuario }) =>
      anularLinea({ tipo: 'PRODUCTO', id: params.id }, body.motivo, ctx, usuario.rol),
    ),

    on(contract.trasladarInscripcion, ({ params, body, ctx, usuario }) =>
      withHoldsCleared(db, ctx, { tallerIds: [body.tallerId], yaInscrito: YA_INSCRITO }, () =>
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
