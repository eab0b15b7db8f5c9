import { PageHeader } from '../../ui/PageHeader.tsx';

export default function CobroPage() {
  return <PageHeader title="Venta" />;
}
