import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Curso, getCurso, type Leccion, orderLecciones } from '#contract/cursos.ts';
import { keyOf, useMutate } from '../../api/queries.ts';
import { moveItem, soltada } from './anuncios.ts';

/**
 * The lessons of a course in the order last chosen here, which is saved as soon as it changes. One save
 * at a time: what is moved meanwhile goes with the next, so that the last order wins.
 */
export function useOrden(curso: Curso) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Leccion[]>();
  const [said, setSaid] = useState('');
  const wanted = useRef<Leccion[]>(undefined);
  const busy = useRef(false);
  const save = useMutate(orderLecciones);
  const params = { id: curso.id };
  const lecciones = chosen ?? curso.contenido;

  function send(next: Leccion[]) {
    busy.current = true;
    save.mutate(
      { params, body: { lecciones: next.map(({ id }) => id) } },
      {
        onSuccess: (saved) => {
          busy.current = false;
          if (wanted.current && wanted.current !== next) return send(wanted.current);
          client.setQueryData(keyOf(getCurso, { params }), saved);
          setChosen(undefined);
        },
        onError: () => {
          busy.current = false;
          setSaid('No se guardó el orden: las lecciones siguen como estaban.');
          setChosen(undefined);
        },
      },
    );
  }

  function move(from: number, to: number) {
    const moved = lecciones[from];
    if (!moved || from === to || to < 0 || to >= lecciones.length) return;
    const next = moveItem(lecciones, from, to);
    wanted.current = next;
    setChosen(next);
    setSaid(soltada(moved.titulo, from, to, lecciones.length));
    if (!busy.current) send(next);
  }

  return { lecciones, move, said };
}

export type Orden = ReturnType<typeof useOrden>;
