import { Button } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { whatsappLink } from '#contract/phone.ts';

type Props = {
  codigo: string;
  whatsapp: string | null;
  /** What was bought, in words. */
  about: string;
  receipt?: boolean;
};

/** Writes to the business with the reference already in the text; nothing when it has no WhatsApp. */
export function AskByWhatsapp({ codigo, whatsapp, about, receipt = false }: Props) {
  if (!whatsapp) return null;
  const what = `${codigo}: ${about}`;
  const text = receipt
    ? `Hola, les envío el comprobante de mi transferencia por la reserva ${what}.`
    : `Hola, les escribo por mi reserva ${what}.`;
  return (
    <Button
      component="a"
      href={whatsappLink(whatsapp, text)}
      target="_blank"
      rel="noopener noreferrer"
      size="md"
      variant={receipt ? 'filled' : 'default'}
      leftSection={<IconBrandWhatsapp size={20} aria-hidden />}
    >
      {receipt ? 'Enviar el comprobante' : 'Escribir por WhatsApp'}
    </Button>
  );
}
