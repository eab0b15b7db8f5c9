import type { GetInputPropsReturnType } from '@mantine/form';
import type { Curso, cursoCampos } from '#contract/cursos.ts';
import type { Draft } from '../../ui/form/useContractForm.ts';

export type CursoDraft = Draft<typeof cursoCampos>;

/** What the parts of the form need from it. */
export type CursoFormPart = {
  field: (name: keyof CursoDraft, options?: { type: 'checkbox' }) => GetInputPropsReturnType;
  values: CursoDraft;
  set: <K extends keyof CursoDraft>(name: K, value: CursoDraft[K]) => void;
};

/** What the form starts with: a new Curso, or the one that is edited. */
export function draftOf(curso?: Curso): CursoDraft {
  return {
    titulo: curso?.titulo ?? '',
    resumen: curso?.resumen ?? '',
    descripcion: curso?.descripcion ?? '',
    instructor: curso?.instructor ?? '',
    interesId: curso?.interes?.id ?? null,
    imagenId: curso?.imagenId ?? null,
    precio: curso?.precio,
    afectoIva: curso?.afectoIva ?? false,
    diasAcceso: curso?.diasAcceso ?? null,
  };
}
