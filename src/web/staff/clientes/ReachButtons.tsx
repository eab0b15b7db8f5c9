import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconMail, IconPhone } from '@tabler/icons-react';
import type { Cliente } from '#contract/clientes.ts';
import { whatsappLink } from '#contract/phone.ts';
import { useMarca } from '../session.ts';
import classes from './cliente.module.css';
import { mayHaveWhatsapp } from './persona.ts';

/** One tap to write to the person or to call. */
export function ReachButtons({ cliente }: { cliente: Cliente }) {
  const marca = useMarca();
  const { nombres, telefono, email } = cliente;
  const greeting = `Hola ${nombres}, te escribimos de ${marca?.nombre ?? 'la escuela'}. `;
  return (
    <div className={classes.reach}>
      {telefono && mayHaveWhatsapp(telefono) && (
        <Button
          component="a"
          variant="default"
          href={whatsappLink(telefono, greeting)}
          target="_blank"
          rel="noopener noreferrer"
          leftSection={<IconBrandWhatsapp size={18} aria-hidden />}
        >
          WhatsApp
        </Button>
      )}
      {telefono && (
        <Button
          component="a"
          variant="default"
          href={`tel:${telefono}`}
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          Llamar
        </Button>
      )}
      {email && (
        <Button
          component="a"
          variant="default"
          href={`mailto:${email}`}
          leftSection={<IconMail size={18} aria-hidden />}
        >
          Correo
        </Button>
      )}
    </div>
  );
}
