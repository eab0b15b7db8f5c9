import type { DateInputProps } from '@mantine/dates';
import { fromLocal, toLocal } from '../time.ts';
import { useZone } from '../zone.tsx';
import { DateInput } from './DateInput.tsx';

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** An instant, ISO 8601 UTC; undefined means now. */
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
};

/** The day on which something happened: today, said as now, or the noon of a day before. */
export function PastDateInput({ value, onChange, ...props }: Props) {
  const zone = useZone();
  const today = toLocal(new Date().toISOString(), zone).date;
  return (
    <DateInput
      {...props}
      maxDate={today}
      value={value ? toLocal(value, zone).date : today}
      onChange={(date) =>
        onChange?.(!date || date >= today ? undefined : fromLocal({ date, time: '12:00' }, zone))
      }
    />
  );
}
