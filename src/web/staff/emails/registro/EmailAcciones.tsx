import { Button } from '@mantine/core';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { cancelEmail, type Email, resendEmail } from '#contract/emails.ts';
import { useMutate } from '../../../api/queries.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { useSinServidor } from '../campanas/SinServidor.tsx';
import { destinatario } from './palabras.ts';
import classes from './registro.module.css';

/** What may be done with a message: send it again, take it back, keep it as a file. */
export function EmailAcciones({ email }: { email: Email }) {
  const { id, puede } = email;
  const navigate = useNavigate();
  const local = useSinServidor();
  const resend = useMutate(resendEmail, {
    done: local
      ? 'Se guarda aquí otra vez: no se envía a nadie.'
      : 'Listo: el correo sale de nuevo.',
    onSuccess: (copia) =>
      void navigate({ to: '/app/emails/registro/$id', params: { id: String(copia.id) } }),
  });
  const cancel = useMutate(cancelEmail, { done: 'Correo cancelado: no se va a enviar.' });

  async function askResend() {
    const body = local
      ? `No hay un servidor de correo: se arma otra vez y se guarda aquí, pero a ${email.reenviarA} no le llega nada.`
      : `Sale otra vez, con el mismo contenido, a ${email.reenviarA}. Queda en el registro como un correo aparte.`;
    const title = '¿Enviar de nuevo este correo?';
    if (await confirmAction({ title, body, confirm: 'Enviar de nuevo' })) {
      resend.mutate({ params: { id } });
    }
  }

  async function askCancel() {
    const body = `${destinatario(email)} no va a recibir este correo. No se puede deshacer.`;
    const title = '¿Cancelar este correo?';
    if (await confirmAction({ title, body, confirm: 'Cancelar el correo', danger: true })) {
      cancel.mutate({ params: { id } });
    }
  }

  return (
    <div className={classes.actions}>
      {puede.reenviar && (
        <Button
          leftSection={<IconSend size={18} aria-hidden />}
          loading={resend.isPending}
          onClick={() => void askResend()}
        >
          Enviar de nuevo
        </Button>
      )}
      {puede.cancelar && (
        <Button
          variant="default"
          color="red"
          loading={cancel.isPending}
          onClick={() => void askCancel()}
        >
          Cancelar el correo
        </Button>
      )}
      {email.asunto !== null && (
        <Button
          component="a"
          variant="default"
          href={`/api/emails/${id}/eml`}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          Descargar .eml
        </Button>
      )}
    </div>
  );
}
