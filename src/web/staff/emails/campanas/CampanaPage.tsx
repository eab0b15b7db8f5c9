import { PageHeader } from '../../../ui/PageHeader.tsx';

export default function CampanaPage() {
  return <PageHeader title="Campaña" />;
}
