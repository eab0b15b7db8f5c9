import { PageHeader } from '../../ui/PageHeader.tsx';

export default function PrimerUsoPage() {
  return <PageHeader title="Primer uso" />;
}
