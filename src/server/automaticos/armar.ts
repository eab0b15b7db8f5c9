import type { Deps } from '../core/context.ts';
import type { Armar } from '../emails/armado.ts';
import { datosDeCliente } from '../plantillas/datos.queries.ts';
import { createContenidos } from './contenidoDe.ts';
import type { Entorno } from './parte.ts';
import { partes } from './partes.ts';

export function entornoDe(
  { config, secret }: Pick<Deps, 'config' | 'secret'>,
  now: string,
): Entorno {
  return { now, publicUrl: config.publicUrl, zona: config.TZ_NEGOCIO, secret };
}

/**
 * Makes what automatic mails say when they are sent: fresh data in the school's words, or why one is no longer
 * worth sending.
 */
export function createArmar(deps: Deps): Armar {
  const contenidoDe = createContenidos(deps);

  return async (trx, now, email) => {
    const { automatico, clienteId } = email;
    const entorno = entornoDe(deps, now);
    const cliente = clienteId === null ? undefined : await datosDeCliente(trx, clienteId);
    // A confirmation is the only one that goes to who may be nobody's Cliente yet.
    if (!cliente && automatico !== 'CONFIRMAR_NEWSLETTER') {
      return { cancelar: 'La persona ya no está.' };
    }
    if (cliente && cliente.email !== email.email) {
      return { cancelar: 'El correo de la persona cambió.' };
    }
    const { reunir, secretos } = partes[automatico];
    const reunido = await reunir(trx, entorno, email);
    if (!reunido) return { cancelar: 'Lo que contaba ya no existe.' };
    if (reunido.cancelar !== undefined) return { cancelar: reunido.cancelar };
    return {
      contenidoId: await contenidoDe(trx, automatico),
      datos: { ...(cliente && { cliente }), ...reunido.datos },
      ...(secretos && { secretos: await secretos(trx, entorno, email) }),
    };
  };
}
