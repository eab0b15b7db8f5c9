import { Chip, Group, Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Option<V> = { value: V; label: ReactNode };

type Props<V> = {
  label: string;
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
  /** One of them always stands; otherwise a second press takes the choice back. */
  required?: boolean;
  error?: ReactNode;
};

/** A short choice, all of it in sight. */
export function ChoiceChips<V extends string>(props: Props<V>) {
  const { label, options, value, onChange, required = false, error } = props;
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} error={error}>
      <Group gap={6} mt={4} role={required ? 'radiogroup' : 'group'} aria-labelledby={id}>
        {options.map((option) => (
          <Chip
            key={option.value}
            type={required ? 'radio' : 'checkbox'}
            {...(required ? { name: id } : {})}
            checked={option.value === value}
            onChange={(checked) => {
              if (checked) onChange(option.value);
              else if (!required) onChange(null);
            }}
          >
            {option.label}
          </Chip>
        ))}
      </Group>
    </Input.Wrapper>
  );
}
