import { DateInput } from '../form/DateInput.tsx';
import { formatPlainDate } from '../time.ts';
import { FilterPopover } from './FilterPopover.tsx';
import { useListSearch } from './useListSearch.ts';

type Props = {
  title: string;
  /** The names in the URL of the first and the last day; both are included. */
  from: string;
  to: string;
};

/** The rows between two days. */
export function DatesFilter({ title, from, to }: Props) {
  const { search, set } = useListSearch();
  const first = search[from];
  const last = search[to];
  // What opens inside a popover stays in it: a click there must not close it.
  const within = { clearable: true, popoverProps: { withinPortal: false } };
  return (
    <FilterPopover title={title} chosen={between(first, last)}>
      <DateInput
        {...within}
        label="Desde"
        value={first}
        onChange={(value) => set({ [from]: value ?? undefined })}
      />
      <DateInput
        {...within}
        label="Hasta"
        value={last}
        {...(first ? { minDate: first } : {})}
        onChange={(value) => set({ [to]: value ?? undefined })}
      />
    </FilterPopover>
  );
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function between(from: string | undefined, to: string | undefined): string | undefined {
  const short = (date: string) =>
    ISO_DATE.test(date) ? formatPlainDate(date, 'fechaCorta') : 'fecha no válida';
  if (from && to) return `${short(from)} a ${short(to)}`;
  if (from) return `desde ${short(from)}`;
  return to && `hasta ${short(to)}`;
}
