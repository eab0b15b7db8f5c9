import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ClientesFrame } from '../clientes/ClientesFrame.tsx';

export default function ImportacionesPage() {
  return (
    <ClientesFrame title="Importar">
      <ListSkeleton />
    </ClientesFrame>
  );
}
