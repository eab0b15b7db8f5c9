import { Button, Group, Text } from '@mantine/core';
import { IconTrophy } from '@tabler/icons-react';
import type { CallArgs } from '#contract/endpoint.ts';
import { nombresEstadoResena, opciones } from '#contract/nombres.ts';
import { listResenas } from '#contract/resenas.ts';
import { useInfinite } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { ListFilters } from '../../ui/list/ListFilters.tsx';
import type { Filter } from '../../ui/list/types.ts';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useExportar } from '../useExportar.ts';
import { ResenaCard } from './ResenaCard.tsx';
import classes from './resenas.module.css';

const filters: Filter[] = [
  { name: 'estado', title: 'Estado', multiple: true, options: opciones(nombresEstadoResena) },
  {
    name: 'estrellas',
    title: 'Estrellas',
    multiple: true,
    options: ['5', '4', '3', '2', '1'].map((value) => ({ value, label: `${value} ★` })),
  },
  { name: 'sinRespuesta', title: 'Respuesta', options: [{ value: 'SI', label: 'Sin respuesta' }] },
];

const of = {
  taller: 'Solo de un taller y sus ediciones',
  curso: 'Solo de un curso',
  cliente: 'Solo de una persona',
};
const names = [...filters.map(({ name }) => name), ...Object.keys(of)];

/** What students say: read, published or rejected, and answered, each in its place. */
export default function ResenasPage() {
  const { search, set } = useListSearch();
  const exportar = useExportar('exportResenas');
  const query = Object.fromEntries(['q', 'orden', ...names].map((name) => [name, search[name]]));
  const list = useInfinite(listResenas, { query } as unknown as CallArgs<typeof listResenas>);
  const filtered = ['q', ...names].some((name) => search[name]);
  const narrow = Object.entries(of).find(([name]) => search[name]);
  const { total = 0 } = list;
  const some = total === 1 ? '1 reseña' : `${total.toLocaleString('es-CL')} reseñas`;
  const count = list.totalIsMinimum ? `más de ${some}` : some;
  return (
    <>
      <PageHeader
        title="Reseñas"
        actions={
          <ButtonLink
            to="/app/resenas/ranking"
            variant="default"
            leftSection={<IconTrophy size={18} aria-hidden />}
          >
            Mejor calificados
          </ButtonLink>
        }
      />
      <ListFilters
        searchLabel="Buscar persona, taller o curso"
        filters={filters}
        extra={{ names: Object.keys(of), node: narrow && <Text fw={600}>{narrow[1]}</Text> }}
      />
      {list.isPending && <ListSkeleton />}
      {list.isError && list.items.length === 0 && (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isSuccess && list.items.length === 0 && !filtered && (
        <EmptyState title="Aún no hay reseñas">
          Cuando alguien reseñe un taller o un curso, aparecerá aquí para publicarla y responderla.
        </EmptyState>
      )}
      {list.isSuccess && list.items.length === 0 && filtered && (
        <EmptyState
          title="No hay reseñas que coincidan"
          action={
            <Button
              variant="default"
              onClick={() =>
                set(Object.fromEntries(['q', ...names].map((name) => [name, undefined])))
              }
            >
              Limpiar filtros
            </Button>
          }
        >
          Prueba con otras palabras o con menos filtros.
        </EmptyState>
      )}
      {list.items.length > 0 && (
        <>
          <Group justify="space-between" gap="xs" mb="xs">
            <Text c="dimmed" size="sm" role="status" className="tabular">
              {count}
            </Text>
            {exportar && <ExportButton load={exportar} query={query} rows={count} />}
          </Group>
          <ul className={classes.list} aria-label="Reseñas">
            {list.items.map((resena) => (
              <li key={resena.id}>
                <ResenaCard resena={resena} />
              </li>
            ))}
          </ul>
          {list.hasNextPage && (
            <Group justify="center" mt="md">
              <Button
                variant="default"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                Cargar más
              </Button>
            </Group>
          )}
        </>
      )}
    </>
  );
}
