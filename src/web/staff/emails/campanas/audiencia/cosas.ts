import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getCurso, listCursos } from '#contract/cursos.ts';
import { getProducto, listProductos } from '#contract/productos.ts';
import { getTaller, listTalleres } from '#contract/talleres.ts';
import { callSignedIn } from '../../../../api/session.ts';
import { formatInstant } from '../../../../ui/time.ts';

export type Clase = 'talleres' | 'cursos' | 'productos';

export type Cosa = { id: number; nombre: string };
export type Fuente = {
  buscar: (q: string) => Promise<Cosa[]>;
  leer: (id: number) => Promise<Cosa>;
};

/** A workshop is told from its other dates by its date. */
const deTaller = (taller: { id: number; titulo: string; iniciaEn: string; zona: string }) => ({
  id: taller.id,
  nombre: `${taller.titulo} · ${formatInstant(taller.iniciaEn, taller.zona, 'fechaCorta')}`,
});
const deCurso = ({ id, titulo }: { id: number; titulo: string }) => ({ id, nombre: titulo });

const SHOWN = 20;

/** Where each kind of thing is found by a text, and named by its id. */
export const fuentes: Record<Clase, Fuente> = {
  talleres: {
    buscar: async (q) => {
      const query = { q, cuando: 'TODOS', orden: '-iniciaEn', limite: SHOWN } as const;
      return (await callSignedIn(listTalleres, { query })).items.map(deTaller);
    },
    leer: async (id) => deTaller(await callSignedIn(getTaller, { params: { id } })),
  },
  cursos: {
    buscar: async (q) =>
      (await callSignedIn(listCursos, { query: { q, limite: SHOWN } })).items.map(deCurso),
    leer: async (id) => deCurso(await callSignedIn(getCurso, { params: { id } })),
  },
  productos: {
    buscar: async (q) =>
      (await callSignedIn(listProductos, { query: { q, limite: SHOWN } })).items.map(
        ({ id, nombre }) => ({ id, nombre }),
      ),
    leer: async (id) => {
      const { nombre } = await callSignedIn(getProducto, { params: { id } });
      return { id, nombre };
    },
  },
};

/** The talleres, cursos or productos that a text finds, and the names of those chosen: what a select needs. */
export function useCosas(clase: Clase, chosen: number[]) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const { buscar, leer } = fuentes[clase];
  const named = useQueries({
    queries: chosen.map((id) => ({
      queryKey: ['cosa', clase, id],
      queryFn: () => leer(id),
      staleTime: 300_000,
      retry: false,
    })),
  });
  // Once one is chosen the text is its own name, which is no search.
  const searching = !named.some(({ data }) => data?.nombre === q);
  const found = useQuery({
    queryKey: ['cosas', clase, searching ? q : ''],
    queryFn: () => buscar(searching ? q : ''),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const options = new Map<number, string>();
  chosen.forEach((id, index) => {
    const one = named[index];
    options.set(id, one?.data?.nombre ?? (one?.isError ? 'Ya no está' : 'Cargando…'));
  });
  for (const { id, nombre } of found.data ?? []) options.set(id, nombre);
  return {
    data: [...options].map(([id, label]) => ({ value: String(id), label })),
    searchValue: text,
    onSearchChange: setText,
    nothingFoundMessage: found.isFetching ? 'Buscando…' : 'Nada coincide',
  };
}
