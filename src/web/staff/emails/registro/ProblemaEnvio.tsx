import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { getBandeja } from '#contract/emails.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { AppLink } from '../../../ui/link.tsx';
import { usePuede } from '../../session.ts';

/** Says that no mail goes out and why, while the server for sending cannot be used. */
export function ProblemaEnvio() {
  const puede = usePuede();
  const { data } = useEndpoint(getBandeja, {}, { staleTime: 60_000 });
  if (!data?.problema) return null;
  const { problema, enCola } = data;
  return (
    <Alert
      color="red"
      variant="light"
      mb="md"
      icon={<IconAlertTriangle aria-hidden />}
      title="No está saliendo correo"
    >
      <Text size="sm">{problema}</Text>
      <Text size="sm" mt={4}>
        {enCola === 1 ? 'Espera 1 correo' : `Esperan ${enCola.toLocaleString('es-CL')} correos`} y
        se vuelve a intentar solo.{' '}
        {puede('ajustes:escribir') && (
          <AppLink to="/app/ajustes/correo" inherit td="underline">
            Revisar el servidor de correo
          </AppLink>
        )}
      </Text>
    </Alert>
  );
}
