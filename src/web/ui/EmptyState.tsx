import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { title: string; level?: 1 | 2; children?: ReactNode; action?: ReactNode };

/** Says what the place is for, and offers the first step. */
export function EmptyState({ title, level = 2, children, action }: Props) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" ta="center">
      <Title order={level}>{title}</Title>
      {children && (
        <Text c="dimmed" maw={440}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
