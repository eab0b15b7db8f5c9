import { useState } from 'react';
import { type Campana, getCampana } from '#contract/campanas.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { ListSkeleton } from '../../../ui/ListSkeleton.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { useIdParam } from '../../useIdParam.ts';
import { Escribir } from './escribir/Escribir.tsx';
import { NuevaCampana } from './escribir/NuevaCampana.tsx';
import { YaNoEsBorrador } from './escribir/YaNoEsBorrador.tsx';

export default function CampanaFormPage() {
  const id = useIdParam();
  return id === undefined ? <NuevaCampana /> : <Editar key={id} id={id} />;
}

function Editar({ id }: { id: number }) {
  const campana = useEndpoint(getCampana, { params: { id } }, { staleTime: 0 });
  // Read once, and not from memory: from then on what is written here is newer than any answer.
  const [first, setFirst] = useState<Campana>();
  if (!first && campana.data && campana.isFetchedAfterMount) setFirst(campana.data);
  if (!first) return <QueryGate query={campana}>{() => <ListSkeleton />}</QueryGate>;
  return first.puede.editar ? <Escribir campana={first} /> : <YaNoEsBorrador campana={first} />;
}
