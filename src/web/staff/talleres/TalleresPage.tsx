import { PageHeader } from '../../ui/PageHeader.tsx';

export default function TalleresPage() {
  return <PageHeader title="Talleres" />;
}
