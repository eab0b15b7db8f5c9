import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBrandWhatsapp, IconMessagePlus } from '@tabler/icons-react';
import { formatPhone } from '#contract/phone.ts';
import { ContactButton, MailLink, PhoneLink } from '../../ui/contact.tsx';
import type { Contactable } from '../interacciones/contacto.ts';
import { useVias } from '../interacciones/useVias.ts';
import classes from './clientes.module.css';
import { mayHaveWhatsapp, nombreCompleto } from './persona.ts';

type Props = {
  de: Contactable;
  /** Verbs in place of the address and the number, for cards. */
  short?: boolean;
};

/** The ways to reach someone, in a row of a list, and to log that one did. */
export function Contacto({ de, short = false }: Props) {
  const { registrar } = useVias(de);
  if (short) {
    return (
      <span className={classes.reachRow}>
        <Vias de={de} short />
        {registrar && (
          <ContactButton
            icon={IconMessagePlus}
            label="Registrar"
            aria-label={`Registrar contacto con ${nombreCompleto(de)}`}
            onClick={registrar}
          />
        )}
      </span>
    );
  }
  return (
    <span className={classes.reach}>
      <span className={classes.reachStack}>
        <Vias de={de} short={false} />
      </span>
      {registrar && (
        <Tooltip label="Registrar contacto">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Registrar contacto con ${nombreCompleto(de)}`}
            onClick={registrar}
          >
            <IconMessagePlus size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}

function Vias({ de, short }: Required<Props>) {
  const { ofrecer, whatsapp } = useVias(de);
  const { telefono, email } = de;
  return (
    <>
      {telefono && short && (
        <PhoneLink phone={telefono} label="Llamar" onClick={ofrecer('LLAMADA')} />
      )}
      {telefono &&
        (mayHaveWhatsapp(telefono) ? (
          <ContactButton
            icon={IconBrandWhatsapp}
            label={short ? 'WhatsApp' : formatPhone(telefono)}
            onClick={whatsapp}
          />
        ) : (
          !short && <PhoneLink phone={telefono} onClick={ofrecer('LLAMADA')} />
        ))}
      {email && (
        <MailLink
          email={email}
          onClick={ofrecer('CORREO')}
          {...(short ? { label: 'Correo' } : {})}
        />
      )}
    </>
  );
}
