import { PageHeader } from '../../ui/PageHeader.tsx';

export default function EquipoPage() {
  return <PageHeader title="Equipo" />;
}
