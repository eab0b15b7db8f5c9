import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconMail, IconMessagePlus, IconPhone } from '@tabler/icons-react';
import type { Cliente } from '#contract/clientes.ts';
import { useVias } from '../interacciones/useVias.ts';
import classes from './cliente.module.css';
import { mayHaveWhatsapp } from './persona.ts';

/** One tap to write to the person or to call; each offers to log it. */
export function ReachButtons({ cliente }: { cliente: Cliente }) {
  const { ofrecer, registrar, whatsapp } = useVias(cliente);
  const { telefono, email } = cliente;
  return (
    <div className={classes.reach}>
      {telefono && mayHaveWhatsapp(telefono) && (
        <Button
          variant="default"
          leftSection={<IconBrandWhatsapp size={18} aria-hidden />}
          onClick={whatsapp}
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
          onClick={ofrecer('LLAMADA')}
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
          onClick={ofrecer('CORREO')}
        >
          Correo
        </Button>
      )}
      {registrar && (
        <Button
          variant="default"
          leftSection={<IconMessagePlus size={18} aria-hidden />}
          onClick={registrar}
        >
          Registrar contacto
        </Button>
      )}
    </div>
  );
}
