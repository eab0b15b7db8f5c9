import { Group, Input } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fromLocal, type LocalTime, toLocal } from '../time.ts';
import { DateInput } from './DateInput.tsx';

type Props = {
  label: string;
  description?: ReactNode;
  required?: boolean;
  /** An instant, ISO 8601 UTC. */
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
  /** The zone whose calendar and clock the person reads. */
  zone: string;
  error?: ReactNode;
  name?: string;
};

const empty: LocalTime = { date: '', time: '' };

/** A date and a time on the clock of a zone; gives the instant once both are there. */
export function DateTimeInput(props: Props) {
  const { label, description, required, value, onChange, zone, error, name } = props;
  const [local, setLocal] = useState<LocalTime>(value ? toLocal(value, zone) : empty);

  const instant = local.date && local.time ? fromLocal(local, zone) : undefined;
  const seen = useRef({ value, zone });

  useEffect(() => {
    const before = seen.current;
    seen.current = { value, zone };
    // Another zone keeps the time that people read, so it is another instant.
    if (before.zone !== zone) onChange?.(instant);
    else if (value && before.value !== value && value !== instant) setLocal(toLocal(value, zone));
  }, [value, zone, instant, onChange]);

  function change(next: LocalTime) {
    setLocal(next);
    onChange?.(next.date && next.time ? fromLocal(next, zone) : undefined);
  }

  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={description}
      error={error}
      {...(required ? { withAsterisk: true } : {})}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <DateInput
          aria-label={`${label}: fecha`}
          name={name}
          value={local.date || null}
          onChange={(date) => change({ ...local, date: date ?? '' })}
          error={Boolean(error)}
          style={{ flex: 1 }}
        />
        <TimePicker
          hoursInputLabel={`${label}: hora`}
          minutesInputLabel={`${label}: minutos`}
          format="24h"
          withDropdown
          minutesStep={15}
          value={local.time}
          onChange={(time) => change({ ...local, time: time.slice(0, 5) })}
          error={Boolean(error)}
          w={120}
        />
      </Group>
    </Input.Wrapper>
  );
}
