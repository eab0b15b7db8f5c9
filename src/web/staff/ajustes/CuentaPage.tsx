import { PageHeader } from '../../ui/PageHeader.tsx';

export default function CuentaPage() {
  return <PageHeader title="Cuenta" />;
}
