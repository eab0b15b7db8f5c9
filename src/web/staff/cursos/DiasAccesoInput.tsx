import { Group, NumberInput, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  /** Days; null is for ever. */
  value: number | null;
  onChange: (dias: number | null) => void;
};

const USUAL_DAYS = 365;

/** For ever, or a number of days. */
export function DiasAccesoInput({ label, description, error, value, onChange }: Props) {
  const limited = value !== null;
  // What was typed comes back after a look at the other choice.
  const [days, setDays] = useState(value ?? USUAL_DAYS);
  return (
    <Radio.Group
      label={label}
      description={description}
      value={limited ? 'dias' : 'siempre'}
      onChange={(choice) => onChange(choice === 'dias' ? days : null)}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="siempre" label="Para siempre" />
        <Radio value="dias" label="Unos días" />
        {limited && (
          <Group ml={32}>
            <NumberInput
              aria-label="Días de acceso"
              name="diasAcceso"
              w={160}
              min={1}
              max={3650}
              suffix=" días"
              allowDecimal={false}
              allowNegative={false}
              clampBehavior="none"
              error={error}
              value={Number.isNaN(value) ? '' : value}
              onChange={(typed) => {
                const dias = typed === '' ? Number.NaN : Number(typed);
                if (dias > 0) setDays(dias);
                onChange(dias);
              }}
            />
          </Group>
        )}
      </Stack>
    </Radio.Group>
  );
}
