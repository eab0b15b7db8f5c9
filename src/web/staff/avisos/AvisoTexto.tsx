import { Text } from '@mantine/core';
import type { Aviso } from '#contract/avisos.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import classes from './avisos.module.css';

/** What a message is about and what it says, with how long it is worth sending. */
export function AvisoTexto({ aviso }: { aviso: Aviso }) {
  const { asunto, texto, venceEn, enviadoEn } = aviso;
  return (
    <div>
      <Text fw={600} size="sm">
        {asunto}
      </Text>
      <div className={classes.texto}>{texto}</div>
      {venceEn && !enviadoEn && (
        <Text size="sm" mt={2}>
          Sirve hasta: <DateTime value={venceEn} as="diaHora" />
        </Text>
      )}
    </div>
  );
}
