import type { ClaveAutomatico, TipoEmail } from '#contract/emails.ts';
import type { Deps } from '../core/context.ts';
import { AppError, found } from '../core/errors.ts';
import { sobreDe } from './cabeceras.ts';
import { previewComposer } from './contenido/composer.ts';
import { readContenido } from './contenido/contenido.queries.ts';
import type { Sobre, Vista } from './contenido/trabajo.ts';
import { hideEnlaces, withoutPreferencias } from './enlacesPersonales.policy.ts';
import { selectPorComponer } from './registro.queries.ts';
import { readTransporte } from './transporte.ts';
import { enlacesDe, valoresDe } from './valores.ts';

export type Rehecho = { compuesto: Vista; sobre: Sobre; enlacesOcultos: boolean };

/**
 * Composes a message again from what it was made of. Its links lead where they were written to, not through the
 * count of clicks, and it is not signed. Without `personales` it holds no links that act for its recipient on what
 * they bought, and without `preferencias` none by which they would agree to news.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE while its words are not made.
 */
export async function recompose(
  deps: Deps,
  id: number,
  { personales, preferencias }: { personales: boolean; preferencias: boolean },
): Promise<Rehecho> {
  const { db, secret, config } = deps;
  const row = found(await selectPorComponer(db, id), 'ese correo');
  const contenido = row.contenidoId === null ? undefined : await readContenido(db, row.contenidoId);
  if (!contenido) {
    throw new AppError('ESTADO_NO_PERMITE', 'Este mensaje no se llegó a armar.');
  }
  const enlaces = enlacesDe(secret, config.publicUrl, id);
  const bulk = row.comercial || row.tipo !== 'TRANSACCIONAL';
  const todos = valoresDe(contenido.datos, row, enlaces);
  const valores = preferencias ? todos : withoutPreferencias(todos);
  const { datos, ocultos } = personales ? { datos: valores, ocultos: false } : hideEnlaces(valores);
  const email = {
    ...row,
    tipo: row.tipo as TipoEmail,
    automatico: row.automatico as ClaveAutomatico | null,
  };
  const { sobre } = sobreDe({
    transporte: await readTransporte(deps),
    secret,
    publicUrl: config.publicUrl,
    fecha: row.enviadoEn ?? row.creadoEn,
    email,
    datos,
  });
  const trabajo = { contenido, datos, sobre, seguimiento: null };
  const [compuesto] = await previewComposer().compose([trabajo]);
  if (!compuesto || 'error' in compuesto) {
    throw new AppError('ESTADO_NO_PERMITE', compuesto?.error ?? 'No se pudo armar este mensaje.');
  }
  return { compuesto, sobre, enlacesOcultos: ocultos || (bulk && !preferencias) };
}
