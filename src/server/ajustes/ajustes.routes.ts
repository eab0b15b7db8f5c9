import type { Selectable } from 'kysely';
import * as contract from '#contract/ajustes.ts';
import { imagenUrl } from '#contract/archivos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import type { NegocioTable } from '../core/db/types.gen.ts';
import { on } from '../core/http/route.ts';
import { readNegocio } from './ajustes.queries.ts';
import { updateAjustes } from './updateAjustes.ts';

export function ajustesRoutes({ db, config }: Deps) {
  return [
    on(contract.getMarca, async () => {
      const { nombre, logoId, colorAcento } = await readNegocio(db);
      return {
        nombre,
        logoUrl: logoId && imagenUrl(logoId),
        colorAcento,
        zonaNegocio: config.TZ_NEGOCIO,
        publicUrl: config.publicUrl,
      };
    }),

    on(contract.getAjustes, async () => present(await readNegocio(db))),

    on(contract.updateAjustes, async ({ body, ctx }) =>
      present(await transaction(db, (trx) => updateAjustes(trx, ctx, body))),
    ),
  ];
}

function present(row: Selectable<NegocioTable>): contract.Negocio {
  const { id: _id, actualizadoEn: _actualizadoEn, ...negocio } = row;
  return { ...negocio, logoUrl: row.logoId && imagenUrl(row.logoId) };
}
