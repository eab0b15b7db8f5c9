import '@mantine/dates/styles.css';
import 'dayjs/locale/es';
import { type DateInputProps, DatesProvider, DateInput as MantineDateInput } from '@mantine/dates';
import { readDate } from './readDate.ts';

const ariaLabels = {
  nextMonth: 'Mes siguiente',
  previousMonth: 'Mes anterior',
  nextYear: 'Año siguiente',
  previousYear: 'Año anterior',
  nextDecade: 'Década siguiente',
  previousDecade: 'Década anterior',
};

const settings = { locale: 'es', firstDayOfWeek: 1 } as const;

type Props = Omit<DateInputProps, 'value' | 'onChange'> & {
  /** `YYYY-MM-DD`; null when empty. */
  value?: string | null | undefined;
  onChange?: (value: string | null) => void;
};

/** A plain date, typed (`31-12-2026`) or picked from a calendar. */
export function DateInput({ value, ...props }: Props) {
  return (
    <DatesProvider settings={settings}>
      <MantineDateInput
        valueFormat="DD-MM-YYYY"
        placeholder="dd-mm-aaaa"
        dateParser={readDate}
        autoComplete="off"
        ariaLabels={ariaLabels}
        clearButtonProps={{ 'aria-label': 'Borrar la fecha' }}
        {...props}
        value={value ?? null}
      />
    </DatesProvider>
  );
}
