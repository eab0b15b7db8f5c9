import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { nombresTipoCampana } from '#contract/nombres.ts';
import {
  getPlantilla,
  type Plantilla,
  plantillaCampos,
  updatePlantilla,
  type Variable,
} from '#contract/plantillas.ts';
import { useMutate } from '../../../api/queries.ts';
import { callSignedIn } from '../../../api/session.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useVersions } from '../../useVersions.ts';
import { VersionConflict } from '../../VersionConflict.tsx';
import { PlantillaAcciones } from './PlantillaAcciones.tsx';
import { PlantillaForm } from './PlantillaForm.tsx';
import { campos, draftOf, type PlantillaDraft } from './plantillaForm.ts';

type Props = { plantilla: Plantilla; variables: readonly Variable[] };

export function EditarPlantilla({ plantilla, variables }: Props) {
  const navigate = useNavigate();
  const params = { id: plantilla.id };
  const [initial] = useState(() => draftOf(plantilla));
  const cambiar = useMutate(updatePlantilla, { notifyError: false, done: 'Plantilla guardada.' });
  const versions = useVersions(plantilla, {
    schema: plantillaCampos,
    toValues: draftOf,
    load: () => callSignedIn(getPlantilla, { params }),
  });
  return (
    <PlantillaForm
      initial={initial}
      variables={variables}
      header={(form) => (
        <PageHeader
          title={plantilla.nombre}
          badge={plantilla.archivadaEn && <EstadoBadge tone="off">Archivada</EstadoBadge>}
          back={{ to: '/app/emails/plantillas', label: 'Volver a plantillas' }}
          actions={<PlantillaAcciones plantilla={plantilla} form={form} />}
        />
      )}
      explained={versions.refused}
      notice={(form) => (
        <VersionConflict
          versions={versions}
          form={form}
          noun="esta plantilla"
          labels={campos}
          show={showField}
        />
      )}
      send={(body) =>
        versions.send((version) => cambiar.mutateAsync({ params, body: { ...body, version } }))
      }
      onDone={() => void navigate({ to: '/app/emails/plantillas' })}
      submitLabel="Guardar"
    />
  );
}

/** What a template says in a field, in words. */
function showField(of: Plantilla, name: string): ReactNode {
  if (name === 'tipo') return nombresTipoCampana[of.tipo];
  if (name === 'cuerpo') return 'otro mensaje';
  return draftOf(of)[name as keyof PlantillaDraft];
}
