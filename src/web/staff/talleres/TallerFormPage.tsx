import { PageHeader } from '../../ui/PageHeader.tsx';

export default function TallerFormPage() {
  return <PageHeader title="Nuevo taller" />;
}
