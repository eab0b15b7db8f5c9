import { PageHeader } from '../../ui/PageHeader.tsx';

export default function NovedadesPage() {
  return <PageHeader title="Novedades" />;
}
