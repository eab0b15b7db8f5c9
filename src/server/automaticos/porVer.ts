import type { z } from 'zod';
import type { previewAutomatico } from '#contract/automaticos.ts';
import type { ClaveAutomatico } from '#contract/emails.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Deps } from '../core/context.ts';
import { found } from '../core/errors.ts';
import { esComercial } from '../emails/emails.policy.ts';
import { datosDeCliente } from '../plantillas/datos.queries.ts';
import type { PorVer } from '../plantillas/vistaPrevia.ts';
import { entornoDe } from './armar.ts';
import { datosDePago } from './datosDeVenta.ts';
import { ejemploDe, withEnlacesDe } from './ejemplos.ts';
import type { Datos } from './parte.ts';
import { partes } from './partes.ts';
import { variablesDeAutomatico } from './variables.ts';

/** What the latest mail of that kind to a Cliente would say; nothing when there was no cause for one. */
async function realesDe(
  { db, ...deps }: Pick<Deps, 'db' | 'config' | 'secret'>,
  clave: ClaveAutomatico,
  destino: { clienteId: number; email: string },
  now: string,
): Promise<Datos> {
  const { ultima, reunir } = partes[clave];
  const referencia = await ultima(db, destino.clienteId);
  const reunido =
    referencia && (await reunir(db, entornoDe(deps, now), { ...destino, referencia }));
  return reunido?.datos ?? {};
}

/**
 * Words for an automatic mail with what they are to be shown with: the names of a person, and what they bought or
 * wait for where this role may see sales; else, and without a person, invented data. No link in it acts for anyone.
 * @throws {AppError} NO_ENCONTRADO when there is no such Cliente.
 */
export async function automaticoPorVer(
  deps: Deps,
  clave: ClaveAutomatico,
  { asunto, preheader, cuerpo, clienteId }: z.output<typeof previewAutomatico.body>,
  { now, rol }: { now: string; rol: Rol },
): Promise<PorVer> {
  const invented = ejemploDe(clave);
  const ejemplo =
    'transferencia' in invented ? { ...invented, ...(await datosDePago(deps.db)) } : invented;
  const cliente = clienteId
    ? found(await datosDeCliente(deps.db, clienteId), 'ese cliente')
    : undefined;
  const reales =
    clienteId && cliente && permisosDe(rol).includes('ventas:leer')
      ? await realesDe(deps, clave, { clienteId, email: cliente.email ?? '' }, now)
      : {};
  return {
    escrito: { asunto, preheader, cuerpo },
    variables: variablesDeAutomatico(clave),
    tipo: 'TRANSACCIONAL',
    comercial: esComercial(clave),
    datos: { ...ejemplo, ...withEnlacesDe(ejemplo, reales), ...(cliente && { cliente }) },
    destinatario:
      clienteId && cliente ? { id: clienteId, nombre: cliente.nombreCompleto ?? '' } : null,
  };
}
