import { ActionIcon, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

/** What a figure means: on hover, on focus and on touch. */
export function Explain({ about, children }: { about: string; children: string }) {
  return (
    <Tooltip label={children} multiline maw={300}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Qué es: ${about}`}>
        <IconInfoCircle size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
