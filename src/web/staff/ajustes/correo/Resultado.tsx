import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';

/** How a try went, said where it was asked for. */
export function Resultado({ bien, detalle }: { bien: boolean; detalle: string }) {
  return (
    <Alert
      role="status"
      variant="light"
      mt="md"
      color={bien ? 'green' : 'red'}
      icon={bien ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={bien ? 'Funciona' : 'No funcionó'}
      styles={{ message: { overflowWrap: 'anywhere' } }}
    >
      {detalle}
    </Alert>
  );
}
