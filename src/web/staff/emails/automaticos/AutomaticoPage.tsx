import { PageHeader } from '../../../ui/PageHeader.tsx';

export default function AutomaticoPage() {
  return <PageHeader title="Correo automático" />;
}
