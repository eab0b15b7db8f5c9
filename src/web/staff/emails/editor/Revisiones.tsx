import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { Revision } from '#contract/plantillas.ts';
import classes from './vista.module.css';

const niveles = {
  ERROR: { icon: IconCircleX, word: 'Impide enviar', tone: 'bad' },
  AVISO: { icon: IconAlertTriangle, word: 'Conviene revisar', tone: 'warn' },
  OK: { icon: IconCircleCheck, word: 'Bien', tone: 'ok' },
} as const;

const orden = { ERROR: 0, AVISO: 1, OK: 2 };

/** What was found in a message, what stops it first. */
export function Revisiones({ items }: { items: readonly Revision[] }) {
  const sorted = items.toSorted((a, b) => orden[a.nivel] - orden[b.nivel]);
  return (
    <ul className={classes.revisiones} aria-label="Revisión del correo">
      {sorted.map(({ clave, nivel, titulo, detalle }) => {
        const { icon: Icon, word, tone } = niveles[nivel];
        return (
          <li key={`${clave} ${titulo} ${detalle}`} data-tone={tone}>
            <Icon size={18} aria-hidden />
            <div>
              <Text size="sm">
                <b>{word}:</b> {titulo}
              </Text>
              {detalle && (
                <Text size="sm" c="dimmed">
                  {detalle}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
