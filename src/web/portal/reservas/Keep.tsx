import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { AppLink } from '../../ui/link.tsx';
import { CopyButton } from './CopyButton.tsx';
import classes from './reserva.module.css';

/** How to come back: nobody is sent this page by email. */
export function Keep({ codigo }: { codigo: string }) {
  const url = `${window.location.origin}/reservas/${codigo}`;
  return (
    <section className={classes.keep} aria-label="Guardar esta página">
      <p className={classes.text}>
        Guarda esta página: aquí ves cómo va tu compra cuando quieras. También la encuentras, con
        todo lo tuyo, en{' '}
        <AppLink to="/mi" underline="always">
          tu portal
        </AppLink>
        .
      </p>
      <div className={classes.actions}>
        <CopyButton value={url} label="Copiar el enlace" />
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          Imprimir
        </Button>
      </div>
      <p className={classes.printOnly}>{url}</p>
    </section>
  );
}
