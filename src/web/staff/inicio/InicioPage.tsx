import { PageHeader } from '../../ui/PageHeader.tsx';

export default function InicioPage() {
  return <PageHeader title="Inicio" />;
}
