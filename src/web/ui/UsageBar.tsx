import { Progress, Text } from '@mantine/core';

type Props = { taken: number; total: number };

/** How full something is: the words say it, the bar only helps. */
export function UsageBar({ taken, total }: Props) {
  const free = Math.max(total - taken, 0);
  const words =
    free === 0
      ? `Completo · ${total} cupos`
      : `${free === 1 ? 'Queda' : 'Quedan'} ${free} de ${total} cupos`;
  return (
    <div>
      <Progress
        value={total > 0 ? (taken / total) * 100 : 0}
        size="sm"
        color={free === 0 ? 'gray' : 'var(--mantine-color-anchor)'}
        aria-hidden
      />
      <Text size="sm" c="dimmed" mt={4} className="tabular">
        {words}
      </Text>
    </div>
  );
}
