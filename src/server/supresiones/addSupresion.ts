import type { Supresion } from '#contract/supresiones.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { insertSupresiones } from '../emails/supresion.queries.ts';
import { suppressQueued } from '../emails/suprimir.ts';
import { selectSupresion } from './supresiones.queries.ts';

/**
 * Staff puts an address on the list by hand: no mail of any kind goes there any more, what is queued included. After
 * the commit the caller waits by `settleBaja`.
 * @returns what stands on the list: another reason that stops all mail stays as it is.
 */
export async function addSupresion(
  trx: Trx,
  ctx: Ctx,
  { email, detalle }: { email: string; detalle?: string | null | undefined },
): Promise<Supresion> {
  const antes = await selectSupresion(trx, email);
  const creadoPor = ctx.usuarioId;
  await insertSupresiones(trx, [email], { motivo: 'MANUAL', detalle, creadoPor, now: ctx.now });
  const supresion = found(await selectSupresion(trx, email), 'esa dirección');
  await suppressQueued(trx, email, {
    soloComercial: false,
    respuesta: 'No se escribe a esta dirección.',
  });
  await audit(trx, ctx, {
    accion: 'SUPRIMIR',
    entidad: 'SUPRESION',
    entidadId: email,
    antes: antes && { motivo: antes.motivo, detalle: antes.detalle },
    despues: { motivo: supresion.motivo, detalle: supresion.detalle },
  });
  return supresion;
}
