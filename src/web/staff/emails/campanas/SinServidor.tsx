import { Alert, Text } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { getBandeja } from '#contract/emails.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { AppLink } from '../../../ui/link.tsx';
import { usePuede } from '../../session.ts';

/** Whether mail only stays here, because no server for sending is set up. */
export function useSinServidor(): boolean {
  const { data } = useEndpoint(getBandeja, {}, { staleTime: 60_000 });
  return data?.transporte === 'LOCAL';
}

/** Says that nothing leaves this place, while that is so. */
export function SinServidor() {
  const local = useSinServidor();
  const puede = usePuede();
  if (!local) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      mb="md"
      icon={<IconMailOff aria-hidden />}
      title="Todavía no hay un servidor de correo"
    >
      <Text size="sm">
        Los mensajes se arman y se guardan aquí, pero no se envían a nadie.{' '}
        {puede('ajustes:escribir') ? (
          <AppLink to="/app/ajustes/correo" td="underline">
            Configurar el envío
          </AppLink>
        ) : (
          'Pide a quien administra que configure el envío en Ajustes.'
        )}
      </Text>
    </Alert>
  );
}
