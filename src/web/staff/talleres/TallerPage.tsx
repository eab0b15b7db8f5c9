import { PageHeader } from '../../ui/PageHeader.tsx';

export default function TallerPage() {
  return <PageHeader title="Taller" />;
}
