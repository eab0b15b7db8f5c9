import { getSegmento } from '#contract/segmentos.ts';
import { useEndpoint } from '../../api/queries.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useIdParam } from '../useIdParam.ts';
import { EditarSegmento } from './EditarSegmento.tsx';
import { NuevoSegmento } from './NuevoSegmento.tsx';
import { VerSegmento } from './VerSegmento.tsx';

export default function SegmentoPage() {
  const id = useIdParam();
  return id === undefined ? <NuevoSegmento /> : <LoadedSegmento id={id} />;
}

function LoadedSegmento({ id }: { id: number }) {
  const segmento = useEndpoint(getSegmento, { params: { id } });
  return (
    <>
      {!segmento.data && (
        <PageHeader title="Segmento" back={{ to: '/app/segmentos', label: 'Volver a segmentos' }} />
      )}
      <QueryGate query={segmento} rows={6}>
        {(data) =>
          data.puede.editar ? (
            <EditarSegmento key={data.id} segmento={data} />
          ) : (
            <VerSegmento segmento={data} />
          )
        }
      </QueryGate>
    </>
  );
}
