import { PageHeader } from '../../ui/PageHeader.tsx';

export default function EmpresaFormPage() {
  return <PageHeader title="Nueva empresa" />;
}
