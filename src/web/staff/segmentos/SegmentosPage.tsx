import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ClientesFrame } from '../clientes/ClientesFrame.tsx';

export default function SegmentosPage() {
  return (
    <ClientesFrame title="Segmentos">
      <ListSkeleton />
    </ClientesFrame>
  );
}
