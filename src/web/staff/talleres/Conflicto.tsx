import { Alert, Button, Group, Text } from '@mantine/core';
import { getTaller } from '#contract/talleres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { ButtonLink } from '../../ui/link.tsx';

type Props = { id: number; onKeep: (version: number) => void };

/** Someone else saved meanwhile: nothing typed is lost, and the person decides whose data stay. */
export function Conflicto({ id, onKeep }: Props) {
  const latest = useEndpoint(getTaller, { params: { id } }, { staleTime: 0 });
  const taller = latest.data;
  return (
    <Alert color="yellow" variant="light" title="Lo que escribiste sigue aquí">
      <Text size="sm">
        Otra persona guardó este taller
        {taller && (
          <>
            {' '}
            (<DateTime value={taller.actualizadoEn} />)
          </>
        )}
        . Mira sus cambios en otra pestaña y elige: si sigues con los tuyos, tus datos reemplazan
        los suyos al guardar.
      </Text>
      <Group mt="sm" gap="sm">
        <ButtonLink
          to="/app/talleres/$id"
          params={{ id: String(id) }}
          target="_blank"
          variant="default"
        >
          Ver sus cambios
        </ButtonLink>
        <Button
          variant="default"
          disabled={!taller || latest.isFetching}
          onClick={() => taller && onKeep(taller.version)}
        >
          Seguir con los míos
        </Button>
      </Group>
    </Alert>
  );
}
