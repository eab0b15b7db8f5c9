import { PageHeader } from '../../ui/PageHeader.tsx';

export default function PagosPage() {
  return <PageHeader title="Pagos" />;
}
