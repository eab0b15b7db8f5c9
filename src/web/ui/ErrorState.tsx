import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../api/client.ts';

/** What to tell the person about any failure. */
export function describeError(error: unknown): { title: string; reference?: string | undefined } {
  if (error instanceof ApiError) return { title: error.message, reference: error.reference };
  return { title: 'Algo no funcionó en esta página. Vuelve a cargarla.' };
}

/** A failure in place of what was asked for, with the server's reference number and a retry. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, reference } = describeError(error);
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      variant="light"
    >
      {reference && <Text size="sm">Número de referencia: {reference}</Text>}
      {retry && (
        <Button variant="default" mt="sm" onClick={retry}>
          Intentar de nuevo
        </Button>
      )}
    </Alert>
  );
}
