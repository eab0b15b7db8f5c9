import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

export default function SegmentoPage() {
  return (
    <>
      <PageHeader title="Segmento" back={{ to: '/app/segmentos', label: 'Volver a segmentos' }} />
      <ListSkeleton />
    </>
  );
}
