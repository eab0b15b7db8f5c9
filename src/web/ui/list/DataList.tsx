import { Button, Group, Loader, Select, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { useInfinite } from '../../api/queries.ts';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorState } from '../ErrorState.tsx';
import { ListSkeleton } from '../ListSkeleton.tsx';
import { ExportButton } from './ExportButton.tsx';
import { ListCards } from './ListCards.tsx';
import { ListFilters } from './ListFilters.tsx';
import { ListTable } from './ListTable.tsx';
import classes from './list.module.css';
import type { Column, Filter, ItemLink, Selection } from './types.ts';
import { useListSearch } from './useListSearch.ts';

type ItemOf<E extends Endpoint> =
  Answer<E> extends { items: (infer T extends { id: number })[] } ? T : never;

type Props<E extends Endpoint> = {
  /** A keyset list of the contract. */
  endpoint: E;
  params?: CallArgs<E>['params'];
  /** Query values that are not the person's to change. */
  fixed?: Record<string, unknown>;
  noun: { one: string; many: string };
  columns: Column<ItemOf<E>>[];
  /** A name for screen readers, and the title of a card. */
  nameOf: (item: ItemOf<E>) => string;
  /** What a card shows under its title on phones. */
  card: (item: ItemOf<E>) => ReactNode;
  link?: (item: ItemOf<E>) => ItemLink;
  searchLabel?: string;
  filters?: Filter[];
  /** A filter of another kind: its query parameters and what sets them by useListSearch. */
  extraFilter?: { names: string[]; node: ReactNode };
  defaultOrder?: string;
  /** Shown when there is nothing at all, whatever the filters. */
  empty: ReactNode;
  /** Where the same list comes as a file; absent for those who may not have it. */
  exportar?: (() => Promise<Endpoint>) | undefined;
  /** What may be done with all that the filters show, while there is any of it. */
  forAll?: ReactNode;
  /** Bulk actions: what may be done with those selected, whether or not the filters still show them. */
  bulk?: (ids: number[], clear: () => void, selected: ItemOf<E>[]) => ReactNode;
};

const number = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });

/** A list: search, filters and order in the URL, table or cards, count, selection, more on demand. */
export function DataList<E extends Endpoint>(props: Props<E>) {
  const { endpoint, columns, filters = [], searchLabel, noun, nameOf, card, link, bulk } = props;
  const { search, set } = useListSearch();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<ReadonlyMap<number, ItemOf<E>>>(new Map());
  const clear = () => setChosen(new Map());
  const order = search.orden ?? props.defaultOrder;
  const asked = Object.fromEntries(
    ['q', ...filters.map(({ name }) => name), ...(props.extraFilter?.names ?? [])].map((name) => [
      name,
      search[name],
    ]),
  );
  const query = { ...asked, orden: order, ...props.fixed };
  const list = useInfinite(endpoint, { params: props.params, query } as unknown as CallArgs<E>);
  const items = list.items as ItemOf<E>[];
  const selection: Selection | undefined = bulk && {
    ids: new Set(chosen.keys()),
    clear,
    setAll: (all) =>
      setChosen(new Map([...chosen, ...byId(items.filter(({ id }) => all.includes(id)))])),
    toggle: (id) => setChosen((now) => toggled(now, id, items)),
  };
  const filtered = Object.values(asked).some(Boolean);
  const onOrder = (orden: string) => set({ orden });
  const count = countText(list.total, list.totalIsMinimum, noun);
  const shared = { label: noun.many, items, link, nameOf, selection };

  return (
    <section>
      <ListFilters searchLabel={searchLabel} filters={filters} extra={props.extraFilter} />
      {phone && <OrderSelect columns={columns} order={order} onOrder={onOrder} />}
      {list.isPending && <ListSkeleton />}
      {list.isError && items.length === 0 && (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isSuccess && items.length === 0 && !filtered && props.empty}
      {list.isSuccess && items.length === 0 && filtered && (
        <EmptyState
          title={`No hay ${noun.many} que coincidan`}
          action={
            <Button
              variant="default"
              onClick={() =>
                set(Object.fromEntries(Object.keys(asked).map((name) => [name, undefined])))
              }
            >
              Limpiar filtros
            </Button>
          }
        >
          Prueba con otras palabras o con menos filtros.
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <Group justify="space-between" align="center" gap="xs" mb="xs" mih={36}>
            <Count text={count} loading={list.isFetching} />
            <Group gap="xs">
              {props.forAll}
              {props.exportar && (
                <ExportButton
                  load={props.exportar}
                  params={props.params}
                  query={query}
                  rows={count}
                />
              )}
            </Group>
          </Group>
          {phone ? (
            <ListCards {...shared} title={nameOf} card={card} />
          ) : (
            <ListTable {...shared} columns={columns} order={order} onOrder={onOrder} />
          )}
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
      {bulk && chosen.size > 0 && (
        <section className={classes.bulk} aria-label="Acciones para lo seleccionado">
          <Text fw={600} role="status">
            {chosen.size === 1 ? `1 ${noun.one}` : `${number.format(chosen.size)} ${noun.many}`}
          </Text>
          {bulk([...chosen.keys()], clear, [...chosen.values()])}
          <Button variant="subtle" onClick={clear}>
            Quitar selección
          </Button>
        </section>
      )}
    </section>
  );
}

type Chosen<T> = ReadonlyMap<number, T>;

function byId<T extends { id: number }>(items: T[]): Map<number, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function toggled<T extends { id: number }>(chosen: Chosen<T>, id: number, items: T[]): Chosen<T> {
  const next = new Map(chosen);
  const item = items.find((one) => one.id === id);
  if (!next.delete(id) && item) next.set(id, item);
  return next;
}

function countText(
  total: number | undefined,
  minimum: boolean,
  noun: { one: string; many: string },
): string {
  if (total === undefined) return '';
  if (total === 1) return `1 ${noun.one}`;
  return `${minimum ? 'más de ' : ''}${number.format(total)} ${noun.many}`;
}

function Count({ text, loading }: { text: string; loading: boolean }) {
  return (
    <Group gap="xs" mih={24}>
      <Text c="dimmed" size="sm" role="status" className="tabular">
        {text}
      </Text>
      {loading && <Loader size="xs" aria-label="Actualizando" />}
    </Group>
  );
}

type OrderProps<T> = {
  columns: Column<T>[];
  order: string | undefined;
  onOrder: (order: string) => void;
};

/** Cards have no headings to press. */
function OrderSelect<T>({ columns, order, onOrder }: OrderProps<T>) {
  const options = columns.flatMap(({ title, sort }) => [
    ...(sort?.up ? [{ value: sort.up, label: sort.upName ?? `${title} ↑` }] : []),
    ...(sort?.down ? [{ value: sort.down, label: sort.downName ?? `${title} ↓` }] : []),
  ]);
  if (options.length < 2) return null;
  return (
    <Select
      aria-label="Ordenar por"
      mb="sm"
      data={options}
      value={order ?? null}
      placeholder="Ordenar por"
      allowDeselect={false}
      onChange={(value) => value && onOrder(value)}
    />
  );
}
