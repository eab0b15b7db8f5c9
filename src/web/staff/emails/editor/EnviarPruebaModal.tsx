import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconInbox, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import { sendPrueba } from '#contract/plantillas.ts';
import { FormModal } from '../../../ui/FormModal.tsx';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../../ui/form/useContractForm.ts';
import { AppLink } from '../../../ui/link.tsx';
import { nombreCompleto } from '../../clientes/persona.ts';
import { usePuede, useYo } from '../../session.ts';
import type { PersonaElegida } from '../../ventas/ElegirPersona.tsx';

type Prueba = z.output<typeof sendPrueba.response>;
type Enviar = (para: string, clienteId: number | null) => Promise<Prueba>;

type Props = {
  opened: boolean;
  onClose: () => void;
  /** Whose data fills it; an invented person when undefined. */
  persona?: PersonaElegida | undefined;
  enviar: Enviar;
};

/** Sends a message as it stands to one of the team, and says where it went. */
export function EnviarPruebaModal({ opened, onClose, persona, enviar }: Props) {
  return (
    <FormModal title="Enviar una prueba" opened={opened} onClose={onClose}>
      <Contenido persona={persona} enviar={enviar} onClose={onClose} />
    </FormModal>
  );
}

type ContenidoProps = Pick<Props, 'persona' | 'enviar' | 'onClose'>;

function Contenido({ persona, enviar, onClose }: ContenidoProps) {
  const { email } = useYo();
  const [sent, setSent] = useState<Prueba & { para: string }>();
  const form = useContractForm({
    schema: sendPrueba.body.pick({ para: true }),
    initialValues: { para: email },
    send: async ({ para }) => ({ ...(await enviar(para, persona?.id ?? null)), para }),
    onDone: setSent,
    guard: false,
  });
  if (sent) return <Enviada prueba={sent} onClose={onClose} onMore={() => setSent(undefined)} />;
  return (
    <FormFrame form={form} submitLabel="Enviar prueba">
      <Text>
        Llega tal como está escrito ahora, con los datos de{' '}
        {persona ? nombreCompleto(persona) : 'una persona inventada'}. No hace falta guardar antes.
      </Text>
      <EmailInput
        label="Para"
        description="Tu correo, o el de alguien del equipo."
        required
        data-autofocus
        {...form.field('para')}
      />
    </FormFrame>
  );
}

type EnviadaProps = {
  prueba: Prueba & { para: string };
  onClose: () => void;
  onMore: () => void;
};

function Enviada({ prueba, onClose, onMore }: EnviadaProps) {
  const puede = usePuede();
  const { transporte, emailId, para } = prueba;
  const enRegistro = (
    <AppLink to="/app/emails/registro/$id" params={{ id: String(emailId) }} inherit>
      Ver la prueba en el registro
    </AppLink>
  );
  return (
    <Stack gap="md">
      {transporte === 'SMTP' ? (
        <Alert role="status" color="green" icon={<IconSend aria-hidden />} title="Va en camino">
          <Text>
            La prueba salió para {para}. Si no llega en unos minutos, mira también en los correos no
            deseados. {enRegistro}.
          </Text>
        </Alert>
      ) : (
        <Alert
          role="status"
          color="yellow"
          icon={<IconInbox aria-hidden />}
          title="No se envió a nadie"
        >
          <Text>
            Aún no hay un servidor de correo conectado: la prueba para {para} quedó guardada aquí.{' '}
            {enRegistro}.
          </Text>
          {puede('ajustes:escribir') && (
            <Text mt="xs">
              <AppLink to="/app/ajustes/correo" inherit>
                Conectar un servidor de correo
              </AppLink>
            </Text>
          )}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onMore}>
          Enviar otra
        </Button>
        <Button onClick={onClose}>Listo</Button>
      </Group>
    </Stack>
  );
}
