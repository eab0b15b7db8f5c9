import { Alert, Button, Group, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { listFusiones } from '#contract/duplicados.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { sigueUnida } from './palabras.ts';
import { useDeshacer } from './useDeshacer.ts';

/** On the page of a Cliente: whom they were merged with, with the way back. */
export function UnionesDe({ cliente }: { cliente: number }) {
  const { data } = useEndpoint(listFusiones, { query: { cliente } });
  const deshacer = useDeshacer();
  const uniones = data?.items.filter((f) => sigueUnida(f) && f.principal.id === cliente) ?? [];
  return uniones.map((fusion) => (
    <Group key={fusion.id} gap="xs" mb="md">
      <Text c="dimmed">
        Se unió con {fusion.nombre} (ficha {fusion.absorbidoId}) el{' '}
        <DateTime value={fusion.creadoEn} as="fecha" />
      </Text>
      {fusion.puede.deshacer && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={deshacer.isPending}
          onClick={() => void deshacer.ask(fusion)}
          aria-label={`Deshacer la unión con ${fusion.nombre}`}
        >
          Deshacer
        </Button>
      )}
    </Group>
  ));
}

/** Where a record went that is no longer there. */
export function FichaUnida({ cliente }: { cliente: number }) {
  const { data } = useEndpoint(listFusiones, { query: { cliente } });
  const fusion = data?.items.find((f) => sigueUnida(f) && f.absorbidoId === cliente);
  if (!fusion) return null;
  return (
    <Alert
      color="blue"
      icon={<IconGitMerge aria-hidden />}
      title="Esta ficha se unió con otra"
      mb="md"
    >
      <Text className="tap-links">
        {fusion.nombre} es ahora parte de{' '}
        <AppLink to="/app/clientes/$id" params={{ id: String(fusion.principal.id) }}>
          {nombreCompleto(fusion.principal)}
        </AppLink>
        .
      </Text>
    </Alert>
  );
}
