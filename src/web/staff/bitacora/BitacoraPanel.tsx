import { Button, Chip, Group, Text } from '@mantine/core';
import { type ClaseEvento, listBitacoraCliente, listBitacoraEmpresa } from '#contract/bitacora.ts';
import { useInfinite } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePuede } from '../session.ts';
import classes from './bitacora.module.css';
import { EventoRow } from './EventoRow.tsx';
import { clases } from './iconos.ts';

type Props = {
  /** Of whom: a person, or all the contacts of a company. */
  of: { cliente: number } | { empresa: number };
};

/** Everything that happened, newest first, in one list; what it shows is kept in the URL. */
export function BitacoraPanel({ of }: Props) {
  const puede = usePuede();
  const { search, set } = useListSearch();
  const allowed = clases.filter(({ permiso }) => puede(permiso));
  const chosen = (search.ver?.split(',') ?? []).filter((clase): clase is ClaseEvento =>
    allowed.some((one) => one.clase === clase),
  );
  const toggle = (clase: ClaseEvento) => {
    const next = chosen.includes(clase) ? chosen.filter((c) => c !== clase) : [...chosen, clase];
    set({ ver: next.join(',') || undefined });
  };
  const company = 'empresa' in of;
  const list = useInfinite(company ? listBitacoraEmpresa : listBitacoraCliente, {
    params: { id: company ? of.empresa : of.cliente },
    query: { limite: 12, ...(chosen.length > 0 ? { clase: chosen } : {}) },
  });

  return (
    <Panel title="Historia">
      <Group className={classes.chips} role="group" aria-label="Mostrar solo">
        {allowed.map(({ clase, label }) => (
          <Chip key={clase} checked={chosen.includes(clase)} onChange={() => toggle(clase)}>
            {label}
          </Chip>
        ))}
      </Group>
      {list.isPending && <ListSkeleton rows={5} height={48} />}
      {list.isError && list.items.length === 0 && (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isSuccess && list.items.length === 0 && (
        <Text c="dimmed">
          {chosen.length > 0
            ? 'Nada de esto todavía.'
            : 'Todavía no pasa nada. Aquí queda todo: contactos, ventas, pagos y correos.'}
        </Text>
      )}
      {list.items.length > 0 && (
        <ol className={classes.list} aria-label="Historia" aria-busy={list.isFetching}>
          {list.items.map((evento) => (
            <EventoRow key={evento.id} evento={evento} />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Ver más
          </Button>
        </Group>
      )}
    </Panel>
  );
}
