import { Checkbox, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type Props = {
  label: string;
  /** Unfolded from the start: it holds something already. */
  started?: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
};

/** Fields that are folded until someone asks for them. */
export function Option({ label, started = false, onChange, children }: Props) {
  const [on, setOn] = useState(started);
  return (
    <Stack gap="sm">
      <Checkbox
        label={label}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          onChange(event.currentTarget.checked);
        }}
      />
      {on && (
        <Stack gap="sm" pl={{ base: 0, sm: 30 }}>
          {children}
        </Stack>
      )}
    </Stack>
  );
}
