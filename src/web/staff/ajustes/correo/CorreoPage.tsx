import { PageHeader } from '../../../ui/PageHeader.tsx';

export default function CorreoPage() {
  return <PageHeader title="Correo" />;
}
