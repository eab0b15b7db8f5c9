import type { Automatico } from '#contract/automaticos.ts';
import { type ClaveAutomatico, claveAutomatico } from '#contract/emails.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { type CambioRow, selectCambio, selectCambios } from './automaticos.queries.ts';
import { escritoDe } from './contenidoDe.ts';
import { textos } from './textos.ts';
import { variablesDeAutomatico } from './variables.ts';

function present(clave: ClaveAutomatico, cambio: CambioRow | undefined): Automatico {
  const { nombre, cuando, advertencia } = textos[clave];
  return {
    clave,
    nombre,
    cuando,
    advertencia,
    activo: cambio?.activo ?? true,
    editado: cambio !== undefined && cambio.cuerpo !== null,
    ...escritoDe(clave, cambio),
    variables: variablesDeAutomatico(clave),
    version: cambio?.version ?? 1,
  };
}

/** All the mails that go out by themselves, in the order a person meets them. */
export async function readAutomaticos(db: Db): Promise<Automatico[]> {
  const cambios = await selectCambios(db);
  return claveAutomatico.options.map((clave) =>
    present(
      clave,
      cambios.find((one) => one.clave === clave),
    ),
  );
}

export async function readAutomatico(db: Db | Trx, clave: ClaveAutomatico): Promise<Automatico> {
  return present(clave, await selectCambio(db, clave));
}
