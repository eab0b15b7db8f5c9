import { IconSend } from '@tabler/icons-react';
import { ButtonLink } from '../../ui/link.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { filtrosDeLista } from '../emails/campanas/filtrosDeLista.ts';

/** Begins a campaign for the people whom the list shows, once it is narrowed. */
export function EscribirAEstas() {
  const { search } = useListSearch();
  const narrowed = filtrosDeLista.filter((name) => search[name]);
  if (narrowed.length === 0) return null;
  return (
    <ButtonLink
      to="/app/emails/campanas/nueva"
      search={Object.fromEntries(narrowed.map((name) => [name, search[name]]))}
      variant="default"
      leftSection={<IconSend size={18} aria-hidden />}
    >
      Escribir a estas personas
    </ButtonLink>
  );
}
