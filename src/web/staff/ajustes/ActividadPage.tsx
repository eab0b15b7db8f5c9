import { Button, Group, Select, Table, Text } from '@mantine/core';
import { listAuditoria, type Registro } from '#contract/auditoria.ts';
import { listUsuarios } from '#contract/auth.ts';
import { useEndpoint, useInfinite } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { AppLink } from '../../ui/link.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useZone } from '../../ui/zone.tsx';
import { usePuede } from '../session.ts';
import { fieldName, kindOf, kinds, sentenceOf, showValue } from './actividad.ts';
import classes from './ajustes.module.css';

const options = Object.entries(kinds).map(([value, { name }]) => ({
  value,
  label: name.replace(/^(el|la|los|un|una) /, '').replace(/^./, (first) => first.toUpperCase()),
}));

export default function ActividadPage() {
  const puede = usePuede();
  const { search, set } = useListSearch();
  const { entidad } = search;
  const usuarios = useEndpoint(listUsuarios, {}, { enabled: puede('usuarios:administrar') });
  const team = new Map(usuarios.data?.items.map(({ id, nombre }) => [id, nombre]));
  const registros = useInfinite(listAuditoria, { query: { entidad } });
  return (
    <div className={classes.narrow}>
      <PageHeader
        title="Registro de actividad"
        back={{ to: '/app/ajustes', label: 'Volver a ajustes' }}
      />
      <Select
        label="Sobre qué"
        placeholder="Todo"
        data={options}
        clearable
        value={entidad ?? null}
        onChange={(value) => set({ entidad: value ?? undefined })}
        maw={280}
        mb="md"
      />
      {registros.isPending && <ListSkeleton />}
      {registros.isError && registros.items.length === 0 && (
        <ErrorState error={registros.error} retry={() => void registros.refetch()} />
      )}
      {registros.isSuccess && registros.items.length === 0 && (
        <EmptyState title="Aún no hay actividad">
          Aquí queda cada cambio que hace el equipo: quién, qué y cuándo.
        </EmptyState>
      )}
      <ul className={classes.rows}>
        {registros.items.map((registro) => (
          <li key={registro.id} className={classes.row}>
            <Entry registro={registro} team={team} />
          </li>
        ))}
      </ul>
      {registros.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={registros.isFetchingNextPage}
            onClick={() => void registros.fetchNextPage()}
          >
            Cargar más
          </Button>
        </Group>
      )}
    </div>
  );
}

type EntryProps = { registro: Registro; team: ReadonlyMap<string, string> };

function Entry({ registro, team }: EntryProps) {
  const { accion, entidad, entidadId } = registro;
  const { to } = kindOf(entidad);
  const person = entidad === 'USUARIO' ? team.get(entidadId) : undefined;
  const { who, verb, what } = sentenceOf(registro, person && `${person}, del equipo`);
  return (
    <div className={classes.grow}>
      <Text>
        <strong>{who}</strong> {verb}{' '}
        {to && accion !== 'BORRAR' ? (
          <AppLink to={to} params={{ id: entidadId } as never}>
            {what}
          </AppLink>
        ) : (
          what
        )}
      </Text>
      <Text size="sm" c="dimmed">
        <DateTime value={registro.creadoEn} />
      </Text>
      <Changes registro={registro} team={team} />
    </div>
  );
}

/** What was before and what is after, field by field; people of the team by their names. */
function Changes({ registro: { antes, despues }, team }: EntryProps) {
  const zone = useZone();
  const show = (key: string, value: unknown) =>
    showValue(key, typeof value === 'string' ? (team.get(value) ?? value) : value, zone);
  const keys = [...new Set([...Object.keys(antes ?? {}), ...Object.keys(despues ?? {})])];
  if (keys.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>Ver detalle</summary>
      <Table.ScrollContainer minWidth={300}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Dato</Table.Th>
              {antes && <Table.Th scope="col">Antes</Table.Th>}
              {despues && <Table.Th scope="col">{antes ? 'Después' : 'Valor'}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={500}>
                  {fieldName(key)}
                </Table.Th>
                {antes && <Table.Td>{show(key, antes[key])}</Table.Td>}
                {despues && <Table.Td>{show(key, despues[key])}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}
