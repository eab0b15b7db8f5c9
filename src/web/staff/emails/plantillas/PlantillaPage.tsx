import { PageHeader } from '../../../ui/PageHeader.tsx';

export default function PlantillaPage() {
  return <PageHeader title="Plantilla" />;
}
