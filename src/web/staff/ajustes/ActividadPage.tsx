import { PageHeader } from '../../ui/PageHeader.tsx';

export default function ActividadPage() {
  return <PageHeader title="Actividad" />;
}
