import { Progress, Text } from '@mantine/core';

type Props = {
  taken: number;
  total: number;
  /** Neither taken nor free: held for those to whom they were offered. */
  offered?: number;
};

/** How full something is: the words say it, the bar only helps. */
export function UsageBar({ taken, total, offered = 0 }: Props) {
  const free = Math.max(total - taken - offered, 0);
  const words =
    free === 0
      ? `Completo · ${total} cupos`
      : `${free === 1 ? 'Queda' : 'Quedan'} ${free} de ${total} cupos`;
  const held = offered === 0 ? '' : ` · ${offered} ${offered === 1 ? 'ofrecido' : 'ofrecidos'}`;
  return (
    <div>
      <Progress
        value={total > 0 ? ((taken + offered) / total) * 100 : 0}
        size="sm"
        color={free === 0 ? 'gray' : 'var(--mantine-color-anchor)'}
        aria-hidden
      />
      <Text size="sm" c="dimmed" mt={4} className="tabular">
        {words}
        {held}
      </Text>
    </div>
  );
}
