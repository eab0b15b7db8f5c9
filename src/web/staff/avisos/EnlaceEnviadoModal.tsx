import { Modal, Text } from '@mantine/core';
import type { Aviso } from '#contract/avisos.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { MensajeListo } from './MensajeListo.tsx';

type Props = { aviso: Aviso | undefined; onClose: () => void };

/** The message with the link that was just made; it is told only now. */
export function EnlaceEnviadoModal({ aviso, onClose }: Props) {
  return (
    <Modal
      title={aviso ? `Enlace para ${nombreCompleto(aviso.cliente)}` : 'Enlace'}
      opened={aviso !== undefined}
      onClose={onClose}
      closeOnClickOutside={false}
    >
      {aviso && (
        <>
          <Text mb="md">
            Mándale ahora este mensaje: el enlace no se puede ver otra vez. Quedó anotado como
            enviado.
          </Text>
          <MensajeListo
            texto={aviso.texto}
            asunto={aviso.asunto}
            telefono={aviso.cliente.telefono}
            email={aviso.cliente.email}
          />
        </>
      )}
    </Modal>
  );
}
