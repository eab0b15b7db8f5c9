import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createPlantilla, type Variable } from '#contract/plantillas.ts';
import { useMutate } from '../../../api/queries.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PlantillaForm } from './PlantillaForm.tsx';
import type { PlantillaDraft } from './plantillaForm.ts';

type Props = { initial: PlantillaDraft; variables: readonly Variable[] };

export function NuevaPlantilla({ initial, variables }: Props) {
  const navigate = useNavigate();
  const crear = useMutate(createPlantilla, { notifyError: false, done: 'Plantilla creada.' });
  const [first] = useState(initial);
  return (
    <PlantillaForm
      initial={first}
      variables={variables}
      header={() => (
        <PageHeader
          title="Nueva plantilla"
          back={{ to: '/app/emails/plantillas', label: 'Volver a plantillas' }}
        />
      )}
      send={(body) => crear.mutateAsync({ body })}
      onDone={() => void navigate({ to: '/app/emails/plantillas' })}
      submitLabel="Crear plantilla"
    />
  );
}
