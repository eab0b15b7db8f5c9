import type { Aviso } from '#contract/avisos.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import { isPendiente, textoCompleto } from './avisos.policy.ts';
import type { AvisoRow } from './avisos.queries.ts';

export type Presenter = { now: string; rol: Rol; publicUrl: string };

/** An aviso as staff reads it, with its link in full and what this role may do with it. */
export function presentAviso(row: AvisoRow, { now, rol, publicUrl }: Presenter): Aviso {
  const { enlace, descartadoEn, texto, ...rest } = row;
  return {
    ...rest,
    texto: textoCompleto(texto, enlace && publicUrl + enlace),
    puede: {
      enviar:
        permisosDe(rol).includes('avisos:enviar') && isPendiente({ ...rest, descartadoEn }, now),
    },
  };
}
