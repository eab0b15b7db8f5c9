import { PageHeader } from '../../ui/PageHeader.tsx';

export default function InscribirPage() {
  return <PageHeader title="Nueva inscripción" />;
}
