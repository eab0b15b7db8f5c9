import { SimpleGrid, Text } from '@mantine/core';
import type { Taller } from '#contract/talleres.ts';
import { Money } from '../../ui/Money.tsx';

const figures = [
  { key: 'vendido', label: 'Vendido' },
  { key: 'pagado', label: 'Pagado' },
  { key: 'porCobrar', label: 'Por cobrar' },
] as const;

/** The money of its live enrolments. */
export function TallerDinero({ ingresos }: Pick<Taller, 'ingresos'>) {
  return (
    <SimpleGrid component="dl" cols={3} spacing="sm" mt="lg" mb={0}>
      {figures.map(({ key, label }) => (
        <div key={key}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} fz={{ base: 'md', sm: 'xl' }} fw={650}>
            <Money value={ingresos[key]} />
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
