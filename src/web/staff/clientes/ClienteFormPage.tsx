import { PageHeader } from '../../ui/PageHeader.tsx';

export default function ClienteFormPage() {
  return <PageHeader title="Nuevo cliente" />;
}
