import { PageHeader } from '../../ui/PageHeader.tsx';

export default function AjustesPage() {
  return <PageHeader title="Ajustes" />;
}
