import { getCampana } from '#contract/campanas.ts';
import { useEndpoint } from '../../../api/queries.ts';
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
  // What is written here is newer than any answer: it is read once, and saved from then on.
  const campana = useEndpoint(
    getCampana,
    { params: { id } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <QueryGate query={campana}>
      {(data) =>
        data.puede.editar ? <Escribir campana={data} /> : <YaNoEsBorrador campana={data} />
      }
    </QueryGate>
  );
}
