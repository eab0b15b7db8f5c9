import { Progress, Text } from '@mantine/core';
import { confianzaEnPalabras } from './palabras.ts';

/** How sure it is that two are one: the words say it, the bar only helps. */
export function Confianza({ value }: { value: number }) {
  return (
    <div>
      <Text fw={600} className="tabular">
        {confianzaEnPalabras(value)} · {value} %
      </Text>
      <Progress
        value={value}
        size="sm"
        mt={4}
        color={value >= 85 ? 'green' : value >= 60 ? 'var(--mantine-color-anchor)' : 'gray'}
        aria-hidden
      />
    </div>
  );
}
