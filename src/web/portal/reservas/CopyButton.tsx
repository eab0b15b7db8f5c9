import { ActionIcon, Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './reserva.module.css';

type Props = { value: string } & ({ label: string } | { about: string });

/** Copies a text and says so; nothing where the browser does not allow it. */
export function CopyButton({ value, ...names }: Props) {
  const { copied, copy } = useClipboard({ timeout: 2500 });
  if (!('clipboard' in navigator)) return null;
  const Icon = copied ? IconCheck : IconCopy;
  if ('label' in names) {
    return (
      <Button
        variant="light"
        className={classes.noPrint}
        leftSection={<Icon size={18} aria-hidden />}
        onClick={() => copy(value)}
      >
        <span aria-live="polite">{copied ? 'Copiado' : names.label}</span>
      </Button>
    );
  }
  return (
    <span className={classes.copy}>
      <ActionIcon
        variant="subtle"
        size={44}
        aria-label={`Copiar ${names.about.toLowerCase()}`}
        className={classes.noPrint}
        onClick={() => copy(value)}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
      <span role="status" className={classes.spoken}>
        {copied && `${names.about}: copiado`}
      </span>
    </span>
  );
}
