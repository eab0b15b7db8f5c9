import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Fusion } from '#contract/duplicados.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { useDeshacer } from './useDeshacer.ts';

/** What was just merged, with the way back. */
export function Unida({ fusion }: { fusion: Fusion }) {
  const navigate = useNavigate();
  const deshacer = useDeshacer(() => void navigate({ to: '/app/duplicados' }));
  const { principal, nombre } = fusion;
  return (
    <Alert
      role="status"
      color="green"
      icon={<IconCheck aria-hidden />}
      title="Listo: quedó una sola ficha"
    >
      <Text mb="md">
        {nombre} (ficha {fusion.absorbidoId}) se unió con {nombreCompleto(principal)} (ficha{' '}
        {principal.id}). Puedes deshacerlo hasta el{' '}
        <DateTime value={fusion.deshacerHasta} as="fecha" />.
      </Text>
      <Group gap="xs">
        <ButtonLink to="/app/clientes/$id" params={{ id: String(principal.id) }}>
          Ver la ficha
        </ButtonLink>
        <ButtonLink to="/app/duplicados" variant="default">
          Seguir con los duplicados
        </ButtonLink>
        <Button
          variant="default"
          loading={deshacer.isPending}
          onClick={() => void deshacer.ask(fusion)}
        >
          Deshacer
        </Button>
      </Group>
    </Alert>
  );
}
