import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { cifra, personas } from '../palabras.ts';
import type { Problem } from './useLaunch.ts';

type Props = { problem: Problem; onReload: () => void };

/** Why it was not sent, and what to do about it. */
export function NoEnviada({ problem: { error, antes, ahora }, onReload }: Props) {
  const changed = ahora !== undefined && ahora !== antes;
  return (
    <Alert
      role="alert"
      color={changed ? 'yellow' : 'red'}
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={changed ? 'La lista de personas cambió' : error.message}
    >
      {changed && (
        <Text size="sm">
          Decidiste con {personas(antes)} y ahora son <b>{cifra(ahora)}</b>. Todavía no se envió
          nada: revisa el número y vuelve a enviar.
        </Text>
      )}
      {!changed && error.code === 'CONFLICTO_VERSION' && (
        <Button variant="default" mt="xs" onClick={onReload}>
          Traer lo que cambió
        </Button>
      )}
      {error.fields.length > 0 && (
        <List size="sm">
          {error.fields.map(({ campo, mensaje }) => (
            <List.Item key={campo + mensaje}>{mensaje}</List.Item>
          ))}
        </List>
      )}
      {error.reference && <Text size="sm">Número de referencia: {error.reference}</Text>}
    </Alert>
  );
}
