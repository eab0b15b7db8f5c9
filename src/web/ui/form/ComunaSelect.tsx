import {
  type ComboboxParsedItem,
  type OptionsFilter,
  Select,
  type SelectProps,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

async function loadComunas() {
  const { comunas } = await import('#contract/comunas.ts');
  return comunas.map(({ codigo, nombre, region }) => ({
    value: codigo,
    label: nombre,
    region,
  }));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds options without minding accents or capitals; those that begin so come first. */
export const plainFilter: OptionsFilter = ({ options, search, limit }) => {
  const wanted = plain(search.trim());
  const fits = (label: string) => plain(label).includes(wanted);
  const begins = (label: string) => (plain(label).startsWith(wanted) ? 0 : 1);
  return options
    .flatMap((option): ComboboxParsedItem[] => {
      if ('label' in option) return fits(option.label) ? [option] : [];
      const items = option.items.filter(({ label }) => fits(label));
      return items.length > 0 ? [{ ...option, items }] : [];
    })
    .sort((a, b) =>
      'label' in a && 'label' in b && wanted ? begins(a.label) - begins(b.label) : 0,
    )
    .slice(0, limit);
};

type Props = Omit<SelectProps, 'data' | 'value'> & { value?: string | null | undefined };

/** One of the 346 comunas, found without accents. */
export function ComunaSelect({ value, ...props }: Props) {
  const { data = [] } = useQuery({
    queryKey: ['comunas'],
    queryFn: loadComunas,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Select
      searchable
      clearable
      limit={60}
      placeholder="Escribe para buscar"
      autoComplete="off"
      {...props}
      data={data}
      value={value ?? null}
      filter={plainFilter}
    />
  );
}
