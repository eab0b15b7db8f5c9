import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { condicion as esquema } from '#contract/condicion.ts';
import { createSegmento, getSegmento, type Segmento } from '#contract/segmentos.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useYo } from '../session.ts';
import { condicionDeLista } from './condicionDeLista.ts';
import { fromCondicion } from './constructor/arbol.ts';
import { SegmentoForm } from './SegmentoForm.tsx';
import { type SegmentoDraft, segmentoValues } from './segmentoForm.ts';

const ID = /^[1-9]\d{0,14}$/;

/** A new segment: empty, a copy of another (`copia`), or what the list of clientes shows. */
export function NuevoSegmento() {
  const { search } = useListSearch();
  const from = [search.copia, search.segmento].find((id) => id && ID.test(id));
  return (
    <>
      <PageHeader
        title="Nuevo segmento"
        back={{ to: '/app/segmentos', label: 'Volver a segmentos' }}
      />
      {from ? <Desde id={Number(from)} /> : <Nuevo />}
    </>
  );
}

function Desde({ id }: { id: number }) {
  const query = useEndpoint(getSegmento, { params: { id } });
  return (
    <QueryGate query={query} rows={6}>
      {(segmento) => <Nuevo segmento={segmento} />}
    </QueryGate>
  );
}

function Nuevo({ segmento }: { segmento?: Segmento }) {
  const navigate = useNavigate();
  const { search } = useListSearch();
  const yo = useYo();
  const [initial] = useState(() => begin(search, segmento, yo.id));
  const crear = useMutate(createSegmento, { notifyError: false, done: 'Segmento guardado.' });
  return (
    <SegmentoForm
      initial={initial}
      submitLabel="Guardar segmento"
      send={(body) => crear.mutateAsync({ body })}
      onDone={({ id }) =>
        void navigate({ to: '/app/segmentos/$id', params: { id: String(id) }, replace: true })
      }
    />
  );
}

function begin(
  search: Record<string, string | undefined>,
  segmento: Segmento | undefined,
  yo: string,
): SegmentoDraft {
  if (search.copia && segmento) {
    return { ...segmentoValues(segmento), nombre: `Copia de ${segmento.nombre}`.slice(0, 80) };
  }
  const saved = segmento && esquema.parse(segmento.condicion);
  const base = !saved ? [] : 'y' in saved ? saved.y : [saved];
  const arbol = fromCondicion({ y: [...base, ...condicionDeLista(search, yo)] });
  return { nombre: '', descripcion: '', arbol };
}
