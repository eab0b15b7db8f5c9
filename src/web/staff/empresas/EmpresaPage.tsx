import { PageHeader } from '../../ui/PageHeader.tsx';

export default function EmpresaPage() {
  return <PageHeader title="Empresa" />;
}
