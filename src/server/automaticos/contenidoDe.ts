import { createHash } from 'node:crypto';
import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Contenido } from '#contract/plantillas.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { compileContenido } from '../emails/contenido/compilar.ts';
import { saveContenido } from '../emails/contenido/contenido.queries.ts';
import { readMarcaCorreo } from '../emails/contenido/marca.queries.ts';
import { esComercial } from '../emails/emails.policy.ts';
import { datosDeNegocio } from '../plantillas/datos.queries.ts';
import type { CambioRow } from './automaticos.queries.ts';
import { textos } from './textos.ts';

/** The words of a mail: the school's own, or those it came with. */
export function escritoDe(clave: ClaveAutomatico, cambio: CambioRow | undefined): Contenido {
  if (cambio && cambio.asunto !== null && cambio.cuerpo !== null) {
    const { asunto, preheader, cuerpo } = cambio;
    return { asunto, preheader, cuerpo };
  }
  const { asunto, preheader, cuerpo } = textos[clave];
  return { asunto, preheader, cuerpo };
}

/**
 * Makes contents of automatic mails and remembers the last one of each kind: it is compiled anew only when its
 * words, the look or the data of the school changed. Contents are kept in a transaction of their own, so that one
 * that is undone takes none away that others use.
 */
export function createContenidos({ db, config: { publicUrl } }: Pick<Deps, 'db' | 'config'>) {
  const known = new Map<ClaveAutomatico, { huella: string; id: number }>();

  /** @returns the id of the content. */
  return async (clave: ClaveAutomatico, escrito: Contenido): Promise<number> => {
    const marca = await readMarcaCorreo(db, publicUrl);
    const datos = { negocio: await datosDeNegocio(db, publicUrl) };
    const huella = createHash('sha256')
      .update(JSON.stringify([escrito, marca, datos]))
      .digest('base64url');
    const last = known.get(clave);
    if (last?.huella === huella) return last.id;
    const compiled = await compileContenido(escrito, marca, { comercial: esComercial(clave) });
    const id = await transaction(db, (trx) => saveContenido(trx, { ...compiled, datos }));
    known.set(clave, { huella, id });
    return id;
  };
}
