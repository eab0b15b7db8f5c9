import { useState } from 'react';
import { getSegmento, type Segmento, updateSegmento } from '#contract/segmentos.ts';
import { useMutate } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import { useVersions } from '../useVersions.ts';
import { VersionConflict } from '../VersionConflict.tsx';
import { SegmentoForm } from './SegmentoForm.tsx';
import { SegmentoHeader } from './SegmentoHeader.tsx';
import { segmentoForm, segmentoValues } from './segmentoForm.ts';

/** A saved segment, changed in place: what is read again meanwhile never touches what is being written. */
export function EditarSegmento({ segmento }: { segmento: Segmento }) {
  const [saved, setSaved] = useState(segmento);
  return (
    <>
      <SegmentoHeader segmento={saved} />
      <Editor key={saved.version} segmento={saved} onDone={setSaved} />
    </>
  );
}

type Props = { segmento: Segmento; onDone: (segmento: Segmento) => void };

function Editor({ segmento, onDone }: Props) {
  const params = { id: segmento.id };
  const [initial] = useState(() => segmentoValues(segmento));
  const cambiar = useMutate(updateSegmento, { notifyError: false, done: 'Segmento guardado.' });
  const versions = useVersions(segmento, {
    schema: segmentoForm,
    toValues: segmentoValues,
    load: () => callSignedIn(getSegmento, { params }),
  });
  return (
    <SegmentoForm
      initial={initial}
      submitLabel="Guardar segmento"
      send={(body) =>
        versions.send((version) => cambiar.mutateAsync({ params, body: { ...body, version } }))
      }
      onDone={onDone}
      explained={versions.refused}
      notice={(form) => (
        <VersionConflict
          versions={versions}
          form={form}
          noun="este segmento"
          labels={labels}
          show={showField}
        />
      )}
    />
  );
}

const labels: Record<string, string> = {
  nombre: 'Nombre',
  descripcion: 'Descripción',
  arbol: 'Condiciones',
};

function showField(segmento: Segmento, name: string): string | null {
  if (name === 'arbol') return segmento.frase;
  return name === 'nombre' ? segmento.nombre : segmento.descripcion;
}
