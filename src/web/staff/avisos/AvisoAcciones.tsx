import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import {
  IconBrandWhatsapp,
  IconCheck,
  IconCopy,
  IconKey,
  IconMail,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { type Aviso, discardAviso, sendAviso } from '#contract/avisos.ts';
import { whatsappLink } from '#contract/phone.ts';
import { notifyDone, useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { mayHaveWhatsapp, nombreCompleto } from '../clientes/persona.ts';
import classes from './avisos.module.css';
import { mailtoLink } from './MensajeListo.tsx';

type Props = {
  aviso: Aviso;
  /** With the link of access that was made on sending it. */
  onEnlace: (sent: Aviso) => void;
};

/** The ways to send a prepared message; once one was used, a second tap says that it went out. */
export function AvisoAcciones({ aviso, onEnlace }: Props) {
  if (!aviso.puede.enviar) return null;
  return (
    <div className={classes.acts}>
      {aviso.tipo === 'ENLACE_PORTAL' ? (
        <HacerEnlace aviso={aviso} onEnlace={onEnlace} />
      ) : (
        <Enviar aviso={aviso} />
      )}
      <Descartar aviso={aviso} />
    </div>
  );
}

/** The link is made in the act of sending: its text is only known then. */
function HacerEnlace({ aviso, onEnlace }: Props) {
  const enviar = useMutate(sendAviso, { onSuccess: (sent) => onEnlace(sent) });
  return (
    <Button
      size="xs"
      variant="light"
      leftSection={<IconKey size={16} aria-hidden />}
      loading={enviar.isPending}
      onClick={() => enviar.mutate({ params: { id: aviso.id } })}
      aria-label={`Hacer enlace y enviar a ${nombreCompleto(aviso.cliente)}`}
    >
      Hacer enlace y enviar
    </Button>
  );
}

function Enviar({ aviso }: { aviso: Aviso }) {
  const { id, asunto, texto, cliente } = aviso;
  const [used, setUsed] = useState(false);
  const { copy } = useClipboard();
  const enviar = useMutate(sendAviso, { done: `Mensaje a ${cliente.nombres} enviado.` });
  const name = nombreCompleto(cliente);
  const markUsed = () => setUsed(true);
  const whatsapp = cliente.telefono && mayHaveWhatsapp(cliente.telefono) && cliente.telefono;
  return (
    <>
      {used && (
        <Button
          size="xs"
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={enviar.isPending}
          onClick={() => enviar.mutate({ params: { id } })}
          aria-label={`Ya lo envié a ${name}`}
        >
          Ya lo envié
        </Button>
      )}
      {whatsapp && (
        <Button
          size="xs"
          component="a"
          variant={used ? 'default' : 'light'}
          href={whatsappLink(whatsapp, texto)}
          target="_blank"
          rel="noopener noreferrer"
          leftSection={<IconBrandWhatsapp size={16} aria-hidden />}
          onClick={markUsed}
          aria-label={`WhatsApp a ${name}`}
        >
          WhatsApp
        </Button>
      )}
      {!whatsapp && cliente.email && (
        <Button
          size="xs"
          component="a"
          variant={used ? 'default' : 'light'}
          href={mailtoLink(cliente.email, asunto, texto)}
          leftSection={<IconMail size={16} aria-hidden />}
          onClick={markUsed}
          aria-label={`Correo a ${name}`}
        >
          Correo
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={() => {
          copy(texto);
          notifyDone('Mensaje copiado. Cuando lo mandes, marca «Ya lo envié».');
          markUsed();
        }}
        aria-label={`Copiar el mensaje para ${name}`}
      >
        Copiar
      </Button>
    </>
  );
}

function Descartar({ aviso: { id, asunto, cliente } }: { aviso: Aviso }) {
  const descartar = useMutate(discardAviso, { done: 'Mensaje descartado.' });
  const name = nombreCompleto(cliente);
  async function ask() {
    const yes = await confirmAction({
      title: 'Descartar mensaje',
      body: `El mensaje «${asunto}» para ${name} saldrá de la lista sin enviarse.`,
      confirm: 'Descartar',
      danger: true,
    });
    if (yes) descartar.mutate({ params: { id } });
  }
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={descartar.isPending}
      onClick={() => void ask()}
      aria-label={`Descartar el mensaje para ${name}`}
    >
      Descartar
    </Button>
  );
}
