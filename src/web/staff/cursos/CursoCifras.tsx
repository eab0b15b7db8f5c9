import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Curso } from '#contract/cursos.ts';
import { Explain } from '../../ui/Explain.tsx';
import { Money } from '../../ui/Money.tsx';
import { usePuede } from '../session.ts';

/** How the course goes: its people and its money. */
export function CursoCifras({ curso: { alumnos, ingresos } }: { curso: Curso }) {
  const puede = usePuede();
  const money = puede('ventas:leer');
  return (
    <Paper
      component="section"
      aria-label="Cifras del curso"
      withBorder
      p={{ base: 'md', sm: 'lg' }}
    >
      <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="md" m={0}>
        <Figure label="Con acceso" help="Personas que hoy pueden ver las lecciones.">
          {alumnos}
        </Figure>
        {money && (
          <>
            <Figure label="Vendido" help="El total de las ventas de este curso que siguen en pie.">
              <Money value={ingresos.vendido} />
            </Figure>
            <Figure
              label="Pagado"
              help="La parte ya pagada de esas ventas; si una venta tiene más cosas, se reparte según el precio de cada una."
            >
              <Money value={ingresos.pagado} />
            </Figure>
            <Figure label="Por cobrar" help="Lo vendido que falta por pagar.">
              <Money value={ingresos.porCobrar} />
            </Figure>
          </>
        )}
      </SimpleGrid>
    </Paper>
  );
}

function Figure({ label, help, children }: { label: string; help: string; children: ReactNode }) {
  return (
    <div>
      <Group component="dt" gap={4} wrap="nowrap">
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Explain about={label}>{help}</Explain>
      </Group>
      <Text component="dd" m={0} fz={{ base: 'lg', sm: 'xl' }} fw={650} className="tabular">
        {children}
      </Text>
    </div>
  );
}
