import { PageHeader } from '../../ui/PageHeader.tsx';

export default function EntrarPage() {
  return <PageHeader title="Entrar" />;
}
