import { useState } from 'react';
import { type EstadoCampana, getCampana } from '#contract/campanas.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { NotFound } from '../../Root.tsx';
import { useIdParam } from '../../useIdParam.ts';
import { CampanaView } from './detalle/CampanaView.tsx';

export default function CampanaPage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <Loaded key={id} id={id} />;
}

/** How often it is looked at again, in milliseconds; never once nothing moves any more. */
const cada: Partial<Record<EstadoCampana, number>> = {
  PROGRAMADA: 10_000,
  PREPARANDO: 2000,
  ENVIANDO: 2000,
  PAUSADA: 2000,
};

function Loaded({ id }: { id: number }) {
  const [every, setEvery] = useState<number>();
  const campana = useEndpoint(
    getCampana,
    { params: { id } },
    { staleTime: 0, ...(every ? { refetchInterval: every } : {}) },
  );
  const next = campana.data && cada[campana.data.estado];
  if (campana.data && next !== every) setEvery(next);
  return (
    <QueryGate query={campana}>
      {(data) => <CampanaView campana={data} leidaEn={campana.dataUpdatedAt} />}
    </QueryGate>
  );
}
