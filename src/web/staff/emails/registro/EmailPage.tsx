import { PageHeader } from '../../../ui/PageHeader.tsx';

export default function EmailPage() {
  return <PageHeader title="Correo" />;
}
