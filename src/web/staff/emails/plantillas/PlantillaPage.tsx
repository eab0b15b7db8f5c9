import { useSearch } from '@tanstack/react-router';
import { getPlantilla, listVariables, type Variable } from '#contract/plantillas.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { useIdParam } from '../../useIdParam.ts';
import { EditarPlantilla } from './EditarPlantilla.tsx';
import { NuevaPlantilla } from './NuevaPlantilla.tsx';
import { copyOf, draftOf } from './plantillaForm.ts';
import { VerPlantilla } from './VerPlantilla.tsx';

export default function PlantillaPage() {
  const id = useIdParam();
  const { copia } = useSearch({ strict: false });
  const variables = useEndpoint(listVariables, {}, { staleTime: 300_000 });
  return (
    <QueryGate query={variables} rows={8}>
      {({ items }) => {
        if (id !== undefined) return <Loaded id={id} variables={items} />;
        if (copia) return <Copia id={copia} variables={items} />;
        return <NuevaPlantilla initial={draftOf()} variables={items} />;
      }}
    </QueryGate>
  );
}

type Props = { variables: readonly Variable[] };

function Loaded({ id, variables }: Props & { id: number }) {
  const plantilla = useEndpoint(getPlantilla, { params: { id } });
  return (
    <QueryGate query={plantilla} rows={8}>
      {(data) =>
        data.puede.editar ? (
          <EditarPlantilla key={data.id} plantilla={data} variables={variables} />
        ) : (
          <VerPlantilla plantilla={data} />
        )
      }
    </QueryGate>
  );
}

function Copia({ id, variables }: Props & { id: string }) {
  const plantilla = useEndpoint(getPlantilla, { params: { id } });
  return (
    <QueryGate query={plantilla} rows={8}>
      {(data) => <NuevaPlantilla initial={copyOf(data)} variables={variables} />}
    </QueryGate>
  );
}
