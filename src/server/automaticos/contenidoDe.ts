import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Contenido } from '#contract/plantillas.ts';
import type { Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { compileContenido } from '../emails/contenido/compilar.ts';
import { saveContenido } from '../emails/contenido/contenido.queries.ts';
import { readMarcaCorreo } from '../emails/contenido/marca.queries.ts';
import { esComercial } from '../emails/emails.policy.ts';
import { datosDeNegocio } from '../plantillas/datos.queries.ts';
import { type CambioRow, selectHuella } from './automaticos.queries.ts';
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
 * words or the settings of the school changed. Contents are kept in a transaction of their own, so that one that
 * is undone takes none away that others use.
 */
export function createContenidos({ db, config: { publicUrl } }: Pick<Deps, 'db' | 'config'>) {
  const known = new Map<ClaveAutomatico, { huella: string; id: number }>();

  /** @returns the id of the content of a mail as its words are now. */
  return async (trx: Trx, clave: ClaveAutomatico): Promise<number> => {
    const { negocio, cambio } = await selectHuella(trx, clave);
    const huella = `${negocio} ${cambio?.version ?? 0}`;
    const last = known.get(clave);
    if (last?.huella === huella) return last.id;
    const marca = await readMarcaCorreo(db, publicUrl);
    const datos = { negocio: await datosDeNegocio(db, publicUrl) };
    const escrito = escritoDe(clave, cambio);
    const compiled = await compileContenido(escrito, marca, { comercial: esComercial(clave) });
    const id = await transaction(db, (own) => saveContenido(own, { ...compiled, datos }));
    known.set(clave, { huella, id });
    return id;
  };
}
