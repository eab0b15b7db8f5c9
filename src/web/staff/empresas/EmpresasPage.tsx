import { PageHeader } from '../../ui/PageHeader.tsx';

export default function EmpresasPage() {
  return <PageHeader title="Empresas" />;
}
