import { Button, Group, Stack } from '@mantine/core';
import { IconBrandWhatsapp, IconMail } from '@tabler/icons-react';
import { whatsappLink } from '#contract/phone.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { mayHaveWhatsapp } from '../clientes/persona.ts';

type Props = {
  texto: string;
  asunto: string;
  telefono: string | null;
  email: string | null;
};

export const mailtoLink = (email: string, asunto: string, texto: string) =>
  `mailto:${email}?subject=${encodeURIComponent(asunto)}&body=${encodeURIComponent(texto)}`;

/** A message with its link, to be copied or sent by what the person has. */
export function MensajeListo({ texto, asunto, telefono, email }: Props) {
  return (
    <Stack gap="md">
      <CopyText label="Mensaje" text={texto} multiline />
      <Group gap="xs">
        {telefono && mayHaveWhatsapp(telefono) && (
          <Button
            component="a"
            href={whatsappLink(telefono, texto)}
            target="_blank"
            rel="noopener noreferrer"
            leftSection={<IconBrandWhatsapp size={18} aria-hidden />}
          >
            Enviar por WhatsApp
          </Button>
        )}
        {email && (
          <Button
            component="a"
            variant="default"
            href={mailtoLink(email, asunto, texto)}
            leftSection={<IconMail size={18} aria-hidden />}
          >
            Enviar por correo
          </Button>
        )}
      </Group>
    </Stack>
  );
}
