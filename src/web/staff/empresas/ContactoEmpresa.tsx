import { formatPhone } from '#contract/phone.ts';
import { MailLink, PhoneLink, WhatsappLink } from '../../ui/contact.tsx';
import classes from '../clientes/clientes.module.css';
import { mayHaveWhatsapp } from '../clientes/persona.ts';

type Props = {
  de: { email: string | null; telefono: string | null };
  /** Verbs in place of the address and the number, for cards. */
  short?: boolean;
};

/** The ways to reach a company, in a row of a list. */
export function ContactoEmpresa({ de: { email, telefono }, short = false }: Props) {
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
