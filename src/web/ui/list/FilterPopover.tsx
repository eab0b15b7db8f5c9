import { Button, Popover, Stack } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** What is chosen, in words; absent when nothing is. */
  chosen?: string | undefined;
  children: ReactNode;
};

/** A filter with its own controls behind a button, like those that open a menu of options. */
export function FilterPopover({ title, chosen, children }: Props) {
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={chosen ? 'light' : 'default'}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {chosen ? `${title}: ${chosen}` : title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <Stack gap="sm">{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
