import { Button, Group, Text } from '@mantine/core';
import { listClientes } from '#contract/clientes.ts';
import type { Empresa } from '#contract/empresas.ts';
import { useInfinite } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { AppLink, ButtonLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Contacto } from '../clientes/Contacto.tsx';
import rows from '../clientes/cobros.module.css';
import { nombreCompleto } from '../clientes/persona.ts';
import { EstadoClienteBadge } from '../estados.tsx';
import { usePuede } from '../session.ts';

/** The people of a company. */
export function ContactosPanel({ empresa }: { empresa: Empresa }) {
  const puede = usePuede();
  const list = useInfinite(listClientes, {
    query: { empresa: empresa.id, orden: 'apellidos', limite: 20 },
  });
  return (
    <Panel
      title="Contactos"
      actions={
        puede('clientes:escribir') && (
          <ButtonLink
            variant="default"
            to="/app/clientes/nuevo"
            search={{ tipo: 'B2B', empresa: String(empresa.id) }}
          >
            Agregar contacto
          </ButtonLink>
        )
      }
    >
      {list.isPending && <ListSkeleton rows={2} height={56} />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Text c="dimmed">
          Todavía no tiene contactos. Agrega a la persona con la que se acuerdan los talleres.
        </Text>
      )}
      {list.items.length > 0 && (
        <ul className={rows.list}>
          {list.items.map((cliente) => (
            <li key={cliente.id} className={rows.item}>
              <div className={rows.top}>
                <Group gap="xs" className={rows.what}>
                  <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }} fw={600}>
                    {nombreCompleto(cliente)}
                  </AppLink>
                  <EstadoClienteBadge estado={cliente.estado} />
                </Group>
                <Contacto de={cliente} short />
              </div>
            </li>
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
    </Panel>
  );
}
