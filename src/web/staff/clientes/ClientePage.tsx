import { PageHeader } from '../../ui/PageHeader.tsx';

export default function ClientePage() {
  return <PageHeader title="Cliente" />;
}
