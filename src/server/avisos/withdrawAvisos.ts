import type { TipoAviso } from '#contract/avisos.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';

/** Takes back messages not sent yet, whose matter is settled. */
export async function withdrawAvisos(
  trx: Trx,
  ctx: Ctx,
  tipo: TipoAviso,
  referencias: string[],
): Promise<void> {
  if (referencias.length === 0) return;
  await trx
    .updateTable('aviso')
    .set({ descartadoEn: ctx.now })
    .where('tipo', '=', tipo)
    .where('referencia', 'in', referencias)
    .where('enviadoEn', 'is', null)
    .where('descartadoEn', 'is', null)
    .execute();
}
