import { Anchor } from '@mantine/core';
import { IconBrandWhatsapp, IconMail, IconPhone, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatPhone, whatsappLink } from '#contract/phone.ts';
import classes from './contact.module.css';

type LinkProps = { href: string; icon: ReactNode; children: ReactNode; onClick?: () => void };

function ContactLink({ href, icon, children, onClick }: LinkProps) {
  const web = href.startsWith('https:');
  return (
    <Anchor
      href={href}
      className={classes.link}
      onClick={(event) => {
        event.stopPropagation();
        onClick?.();
      }}
      {...(web ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {icon}
      {children}
    </Anchor>
  );
}

type PhoneProps = { phone: string; label?: string; onClick?: () => void };

export function PhoneLink({ phone, label, onClick }: PhoneProps) {
  return (
    <ContactLink href={`tel:${phone}`} icon={<IconPhone size={16} aria-hidden />} onClick={onClick}>
      <span className="tabular">{label ?? formatPhone(phone)}</span>
    </ContactLink>
  );
}

/** Opens WhatsApp with the text already written. */
export function WhatsappLink({ phone, text, label, onClick }: PhoneProps & { text?: string }) {
  return (
    <ContactLink
      href={whatsappLink(phone, text)}
      icon={<IconBrandWhatsapp size={16} aria-hidden />}
      onClick={onClick}
    >
      {label ?? 'WhatsApp'}
    </ContactLink>
  );
}

type ButtonProps = {
  icon: TablerIcon;
  label: string;
  'aria-label'?: string;
  onClick: () => void;
};

/** The same look, for what opens no link at once. */
export function ContactButton({ icon: Icon, label, ...rest }: ButtonProps) {
  return (
    <Anchor component="button" type="button" className={classes.link} {...rest}>
      <Icon size={16} aria-hidden />
      <span className="tabular">{label}</span>
    </Anchor>
  );
}

export function MailLink({ email, label, onClick }: Omit<PhoneProps, 'phone'> & { email: string }) {
  return (
    <ContactLink
      href={`mailto:${email}`}
      icon={<IconMail size={16} aria-hidden />}
      onClick={onClick}
    >
      <span className={classes.email}>{label ?? email}</span>
    </ContactLink>
  );
}
