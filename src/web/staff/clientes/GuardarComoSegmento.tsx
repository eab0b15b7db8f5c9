import { IconUsersGroup } from '@tabler/icons-react';
import { ButtonLink } from '../../ui/link.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { filtrosDeLista } from '../emails/campanas/filtrosDeLista.ts';

const guardables = [...filtrosDeLista, 'responsable', 'segmento'] as const;

/** Keeps what the list shows as a segment, once it is narrowed by more than a segment. */
export function GuardarComoSegmento() {
  const { search } = useListSearch();
  const narrowed = guardables.filter((name) => search[name]);
  if (!narrowed.some((name) => name !== 'segmento')) return null;
  return (
    <ButtonLink
      to="/app/segmentos/nuevo"
      search={Object.fromEntries(narrowed.map((name) => [name, search[name]]))}
      variant="default"
      leftSection={<IconUsersGroup size={18} aria-hidden />}
    >
      Guardar como segmento
    </ButtonLink>
  );
}
