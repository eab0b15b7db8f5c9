import { PageHeader } from '../../ui/PageHeader.tsx';

export default function InteresesPage() {
  return <PageHeader title="Intereses" />;
}
