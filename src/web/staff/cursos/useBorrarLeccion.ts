import { deleteLeccion, type Leccion } from '#contract/cursos.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { perdidaAlBorrar } from './palabras.ts';

/** Deletes a lesson after a yes; true when it is gone. */
export function useBorrarLeccion() {
  const remove = useMutate(deleteLeccion, { done: 'Lección borrada.' });
  return async (leccion: Leccion): Promise<boolean> => {
    const yes = await confirmAction({
      title: 'Borrar lección',
      body: perdidaAlBorrar(leccion),
      confirm: 'Borrar lección',
      danger: true,
    });
    if (!yes) return false;
    return remove.mutateAsync({ params: { id: leccion.id } }).then(
      () => true,
      () => false,
    );
  };
}
