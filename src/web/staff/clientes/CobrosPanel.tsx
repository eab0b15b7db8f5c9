import { Button, Group, Text } from '@mantine/core';
import { listCobros } from '#contract/cobros.ts';
import { useInfinite } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CobroRow } from './CobroRow.tsx';
import classes from './cobros.module.css';
import { usePagoModal } from './usePagoModal.tsx';

type Props = {
  title: string;
  /** Whose sales: those of a person, or of all the contacts of a company. */
  of: { cliente: number } | { empresa: number };
  empty: string;
};

/** The sales of someone, each with what is owed, its talleres and its payments. */
export function CobrosPanel({ title, of, empty }: Props) {
  const { pay, modal } = usePagoModal();
  const list = useInfinite(listCobros, { query: { ...of, limite: 20 } });
  return (
    <Panel title={title}>
      {list.isPending && <ListSkeleton rows={3} height={64} />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <Text c="dimmed">{empty}</Text>}
      {list.items.length > 0 && (
        <ul className={classes.list}>
          {list.items.map((cobro) => (
            <CobroRow
              key={cobro.id}
              cobro={cobro}
              showCliente={'empresa' in of}
              onPay={() => pay(cobro)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Group justify="center" mt="sm">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Cargar más
          </Button>
        </Group>
      )}
      {modal}
    </Panel>
  );
}
