import { Progress, Text } from '@mantine/core';
import type { Progreso } from '#contract/campanas.ts';
import { avanceEnPalabras } from './palabras.ts';

const parts = [
  ['enviados', 'var(--tone-ok)'],
  ['locales', 'var(--tone-info)'],
  ['inciertos', 'var(--tone-warn)'],
  ['fallidos', 'var(--mantine-color-error)'],
  ['suprimidos', 'var(--mantine-color-dimmed)'],
  ['cancelados', 'var(--mantine-color-dimmed)'],
] as const;

type Props = { progreso: Progreso; size?: 'sm' | 'lg' };

/** How far a campaign went: the words say it, the bar only helps. */
export function AvanceBar({ progreso, size = 'sm' }: Props) {
  const share = (n: number) => (progreso.total > 0 ? (n / progreso.total) * 100 : 0);
  return (
    <div>
      <Progress.Root size={size} aria-hidden>
        {parts.map(([name, color]) => (
          <Progress.Section key={name} value={share(progreso[name])} color={color} />
        ))}
      </Progress.Root>
      <Text size="sm" c="dimmed" mt={4} className="tabular">
        {avanceEnPalabras(progreso)}
      </Text>
    </div>
  );
}
