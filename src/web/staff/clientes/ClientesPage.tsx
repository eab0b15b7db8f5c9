import { PageHeader } from '../../ui/PageHeader.tsx';

export default function ClientesPage() {
  return <PageHeader title="Clientes" />;
}
