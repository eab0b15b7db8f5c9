import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';

type Props = { submitLabel: string; onSubmit: () => void; children: ReactNode };

/** The form of a dialog that stands within the form of the page, which is not to be sent with it. */
export function DialogForm({ submitLabel, onSubmit, children }: Props) {
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {children}
        <Group justify="flex-end">
          <Button type="submit">{submitLabel}</Button>
        </Group>
      </Stack>
    </form>
  );
}
