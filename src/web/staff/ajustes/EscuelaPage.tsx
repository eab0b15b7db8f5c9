import { PageHeader } from '../../ui/PageHeader.tsx';

export default function EscuelaPage() {
  return <PageHeader title="Escuela" />;
}
