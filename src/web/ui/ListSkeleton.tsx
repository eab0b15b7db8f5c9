import { Skeleton, Stack } from '@mantine/core';

/** Shown on the first load only; later loads keep what was on the screen. */
export function ListSkeleton({ rows = 6, height = 44 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="xs" role="status" aria-label="Cargando">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move.
        <Skeleton key={index} height={height} radius="md" />
      ))}
    </Stack>
  );
}
