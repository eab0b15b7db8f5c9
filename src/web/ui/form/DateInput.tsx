import '@mantine/dates/styles.css';
import 'dayjs/locale/es';
import { type DateInputProps, DatesProvider, DateInput as MantineDateInput } from '@mantine/dates';

const settings = { locale: 'es', firstDayOfWeek: 1 } as const;

type Props = Omit<DateInputProps, 'value' | 'onChange'> & {
  /** `YYYY-MM-DD`; null when empty. */
  value?: string | null | undefined;
  onChange?: (value: string | null) => void;
};

/** `5-3-2026`, `05/03/26`, `5.3.2026` to `2026-03-05`; null for anything else. */
export function readDate(text: string): string | null {
  const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\s*$/.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', short = ''] = parts;
  const year = short.length === 2 ? `20${short}` : short;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** A plain date, typed (`31-12-2026`) or picked from a calendar. */
export function DateInput({ value, ...props }: Props) {
  return (
    <DatesProvider settings={settings}>
      <MantineDateInput
        valueFormat="DD-MM-YYYY"
        placeholder="dd-mm-aaaa"
        dateParser={readDate}
        autoComplete="off"
        {...props}
        value={value ?? null}
      />
    </DatesProvider>
  );
}
