import * as contract from '#contract/misDatos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { settleBaja } from '../supresiones/settleBaja.ts';
import { readMisDatos, updateMisDatos } from './misDatos.ts';

export function misDatosRoutes({ db, config }: Deps) {
  const zone = config.TZ_NEGOCIO;
  return [
    on(contract.getMisDatos, ({ alumno }) => readMisDatos(db, alumno)),

    on(contract.updateMisDatos, async ({ body, alumno, ctx, c, ip }) => {
      const evidencia = { ip, userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null };
      const datos = await transaction(db, async (trx) => {
        await updateMisDatos(trx, ctx, alumno, body, { zone, evidencia });
        return readMisDatos(trx, alumno);
      });
      if (body.aceptaNovedades === false) await settleBaja(db, alumno.email);
      return datos;
    }),
  ];
}
