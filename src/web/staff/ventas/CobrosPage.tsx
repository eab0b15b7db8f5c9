import { PageHeader } from '../../ui/PageHeader.tsx';

export default function CobrosPage() {
  return <PageHeader title="Ventas" />;
}
