import type { Aviso } from '#contract/avisos.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import { isPendiente, textoCompleto } from './avisos.policy.ts';
import type { AvisoRow } from './avisos.queries.ts';

export type Presenter = { now: string; rol: Rol; publicUrl: string };

/**
 * An aviso as staff reads it, and what this role may do with it. Its link comes in full for those who send it
 * alone: whoever holds it acts as the person.
 */
export function presentAviso(row: AvisoRow, { now, rol, publicUrl }: Presenter): Aviso {
  const { enlace, descartadoEn, texto, ...rest } = row;
  const sends = permisosDe(rol).includes('avisos:enviar');
  return {
    ...rest,
    texto: textoCompleto(texto, sends && enlace ? publicUrl + enlace : null),
    puede: { enviar: sends && isPendiente({ ...rest, descartadoEn }, now) },
  };
}
