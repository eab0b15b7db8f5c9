import type { ClienteItem } from '#contract/clientes.ts';
import { formatPhone } from '#contract/phone.ts';
import { MailLink, PhoneLink, WhatsappLink } from '../../ui/contact.tsx';
import classes from './clientes.module.css';
import { mayHaveWhatsapp } from './persona.ts';

type Props = {
  cliente: Pick<ClienteItem, 'email' | 'telefono'>;
  /** Verbs in place of the address and the number, for cards. */
  short?: boolean;
};

/** The ways to reach a person, in a row of a list. */
export function ClienteContacto({ cliente: { email, telefono }, short = false }: Props) {
  return (
    <span className={short ? classes.reachRow : classes.reachStack}>
      {telefono && short && <PhoneLink phone={telefono} label="Llamar" />}
      {telefono &&
        (mayHaveWhatsapp(telefono) ? (
          <WhatsappLink phone={telefono} label={short ? 'WhatsApp' : formatPhone(telefono)} />
        ) : (
          !short && <PhoneLink phone={telefono} />
        ))}
      {email && <MailLink email={email} {...(short ? { label: 'Correo' } : {})} />}
    </span>
  );
}
