import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { useTitle } from './title.ts';

export function NotFoundPage({ title = 'No encontramos esta página' }: { title?: string }) {
  useTitle(title);
  return (
    <EmptyState
      title={title}
      level={1}
      action={<ButtonLink to="/">Ver los próximos talleres</ButtonLink>}
    >
      Puede que el enlace esté incompleto o que ya no exista. Revisa la dirección o mira los
      talleres que vienen.
    </EmptyState>
  );
}
