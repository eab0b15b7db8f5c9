import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { createEnlacePortal } from '#contract/avisos.ts';
import type { Cliente } from '#contract/clientes.ts';
import { useMutate } from '../../api/queries.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { MensajeListo } from '../avisos/MensajeListo.tsx';

type Props = { cliente: Cliente; opened: boolean; onClose: () => void };

/** A link with which the person enters their portal, to be handed over by WhatsApp or otherwise. */
export function EnlacePortalModal({ cliente, opened, onClose }: Props) {
  return (
    <Modal title="Enlace para entrar a su portal" opened={opened} onClose={onClose}>
      {cliente.email ? <Enlace cliente={cliente} /> : <SinCorreo id={cliente.id} />}
    </Modal>
  );
}

function Enlace({ cliente }: { cliente: Cliente }) {
  const hacer = useMutate(createEnlacePortal);
  const { id, nombres, telefono, email } = cliente;
  if (hacer.data) {
    return (
      <MensajeListo
        texto={hacer.data.texto}
        asunto="Tu enlace para entrar al portal"
        telefono={telefono}
        email={email}
      />
    );
  }
  return (
    <Stack gap="md">
      <Text>
        Con este enlace {nombres} entra sin contraseña a sus cursos, talleres y pagos. Sirve una
        sola vez y dura 24 horas. Mándaselo solo a {nombres}: quien lo abra entra.
      </Text>
      <Group justify="flex-end">
        <Button loading={hacer.isPending} onClick={() => hacer.mutate({ params: { id } })}>
          Hacer enlace
        </Button>
      </Group>
    </Stack>
  );
}

function SinCorreo({ id }: { id: number }) {
  return (
    <Stack gap="md">
      <Text>
        A su portal se entra con el correo, y en su ficha no hay ninguno. Anótalo primero.
      </Text>
      <Group justify="flex-end">
        <ButtonLink to="/app/clientes/$id/editar" params={{ id: String(id) }}>
          Anotar su correo
        </ButtonLink>
      </Group>
    </Stack>
  );
}
