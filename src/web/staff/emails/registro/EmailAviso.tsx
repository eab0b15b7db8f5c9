import { Alert, type MantineColor, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconInfoCircle,
  IconMailOff,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Email, EstadoEmail } from '#contract/emails.ts';
import { AppLink } from '../../../ui/link.tsx';

type Aviso = { color: MantineColor; icon: TablerIcon; title: string; text?: string };

const avisos: Partial<Record<EstadoEmail, Aviso>> = {
  LOCAL: {
    color: 'yellow',
    icon: IconMailOff,
    title: 'No se envió a nadie',
    text: 'Se armó completo y se guardó aquí, porque no había un servidor de correo configurado.',
  },
  FALLIDO: { color: 'red', icon: IconAlertTriangle, title: 'Este correo no llegó' },
  INCIERTO: {
    color: 'yellow',
    icon: IconAlertTriangle,
    title: 'No sabemos si llegó',
    text: 'La conexión se cortó justo al entregarlo: puede haber llegado o no.',
  },
  SUPRIMIDO: { color: 'gray', icon: IconInfoCircle, title: 'No se envió' },
  CANCELADO: { color: 'gray', icon: IconInfoCircle, title: 'Se canceló antes de salir' },
};

/** What another server said is quoted as it is: who looks after the mail can tell from it. */
function inWords(respuesta: string): string {
  return /^\d{3}[ -]/.test(respuesta) ? `El servidor respondió: «${respuesta}»` : respuesta;
}

/** What became of a message that did not simply go out, and what follows from it. */
export function EmailAviso({ email }: { email: Email }) {
  const { estado, respuesta, reenvio, noReenviar } = email;
  const aviso = avisos[estado];
  if (!aviso) return null;
  const Icon = aviso.icon;
  const why = aviso.text ?? (respuesta && inWords(respuesta));
  return (
    <Alert
      color={aviso.color}
      variant="light"
      mb="lg"
      icon={<Icon aria-hidden />}
      title={aviso.title}
    >
      {why && <Text size="sm">{why}</Text>}
      {reenvio !== null ? (
        <Text size="sm" mt={4}>
          Ya hay otro igual, hecho después:{' '}
          <AppLink
            to="/app/emails/registro/$id"
            params={{ id: String(reenvio) }}
            inherit
            td="underline"
          >
            ver el otro correo
          </AppLink>
        </Text>
      ) : (
        noReenviar &&
        estado !== 'CANCELADO' && (
          <Text size="sm" mt={4}>
            No se puede enviar de nuevo. {noReenviar}
          </Text>
        )
      )}
    </Alert>
  );
}
