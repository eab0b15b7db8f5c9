import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ClientesFrame } from '../clientes/ClientesFrame.tsx';

export default function DuplicadosPage() {
  return (
    <ClientesFrame title="Duplicados">
      <ListSkeleton />
    </ClientesFrame>
  );
}
