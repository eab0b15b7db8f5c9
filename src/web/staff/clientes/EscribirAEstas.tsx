import { IconSend } from '@tabler/icons-react';
import { ButtonLink } from '../../ui/link.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { filtrosDeLista } from '../emails/campanas/filtrosDeLista.ts';

/** Begins a campaign for the people whom the list shows, once it is narrowed. */
export function EscribirAEstas() {
  const { search } = useListSearch();
  const narrowed = filtrosDeLista.filter((name) => search[name]);
  const { segmento, responsable } = search;
  // A campaign is for what such a filter says, or for a segment: for both at once, they are saved as one.
  if (responsable || (segmento && narrowed.length > 0)) return null;
  if (segmento) return <Escribir search={{ segmento }} />;
  if (narrowed.length === 0) return null;
  return <Escribir search={Object.fromEntries(narrowed.map((name) => [name, search[name]]))} />;
}

function Escribir({ search }: { search: Record<string, string | undefined> }) {
  return (
    <ButtonLink
      to="/app/emails/campanas/nueva"
      search={search}
      variant="default"
      leftSection={<IconSend size={18} aria-hidden />}
    >
      Escribir a estas personas
    </ButtonLink>
  );
}
