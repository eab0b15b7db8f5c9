import { PageHeader } from '../../../ui/PageHeader.tsx';

export default function CampanaFormPage() {
  return <PageHeader title="Campaña" />;
}
