import { Group, Table, Text } from '@mantine/core';
import { rankResenas } from '#contract/resenas.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AppLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { Stars } from '../../ui/Stars.tsx';
import classes from './resenas.module.css';

const two = new Intl.NumberFormat('es-CL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What is rated best, and why one good review alone does not lead. */
export default function RankingPage() {
  const ranking = useEndpoint(rankResenas, { query: { limite: 100 } });
  return (
    <>
      <PageHeader
        title="Mejor calificados"
        back={{ to: '/app/resenas', label: 'Volver a reseñas' }}
        subtitle={
          <Text c="dimmed" maw={640} mt={4}>
            Con pocas reseñas, el puntaje se acerca al promedio de la escuela: así una sola de cinco
            estrellas no le gana a cuarenta muy buenas. Solo cuentan las publicadas; las ediciones
            de un taller van juntas.
          </Text>
        }
      />
      <QueryGate query={ranking}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Aún no hay reseñas publicadas">
              Cuando publiques reseñas, aquí verás qué talleres y cursos gustan más.
            </EmptyState>
          ) : (
            <Table verticalSpacing="sm" aria-label="Mejor calificados">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Taller o curso</Table.Th>
                  <Table.Th scope="col" className={classes.numeric} visibleFrom="sm">
                    Promedio
                  </Table.Th>
                  <Table.Th scope="col" className={classes.numeric} visibleFrom="sm">
                    Reseñas
                  </Table.Th>
                  <Table.Th scope="col" className={classes.numeric}>
                    Puntaje
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ de, cantidad, promedio, puntaje }, index) => (
                  <Table.Tr key={`${de.tipo} ${de.id}`}>
                    <Table.Td>
                      {index + 1}.{' '}
                      <AppLink
                        to={de.tipo === 'TALLER' ? '/app/talleres/$id' : '/app/cursos/$id'}
                        params={{ id: String(de.id) }}
                        fw={600}
                        c="inherit"
                      >
                        {de.titulo}
                      </AppLink>
                      <Text size="sm" c="dimmed">
                        {de.iniciaEn && de.zona ? (
                          <>
                            Última edición{' '}
                            <DateTime value={de.iniciaEn} zone={de.zona} as="fechaCorta" />
                          </>
                        ) : (
                          'Curso'
                        )}
                      </Text>
                      <Text size="sm" hiddenFrom="sm">
                        {two.format(promedio)} en{' '}
                        {cantidad === 1 ? '1 reseña' : `${cantidad} reseñas`}
                      </Text>
                    </Table.Td>
                    <Table.Td className={classes.numeric} visibleFrom="sm">
                      <Group gap={6} justify="flex-end">
                        {two.format(promedio)}
                        <Stars value={promedio} size={16} />
                      </Group>
                    </Table.Td>
                    <Table.Td className={classes.numeric} visibleFrom="sm">
                      {cantidad}
                    </Table.Td>
                    <Table.Td className={classes.numeric}>
                      <Text fw={650} component="span">
                        {two.format(puntaje)}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryGate>
    </>
  );
}
