import { Text } from '@mantine/core';
import type { Interaccion } from '#contract/interacciones.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import classes from './interacciones.module.css';
import { porHacer, tipoEnPalabras } from './palabras.ts';

/** What there is to do, and the contact from which it comes. */
export function SeguimientoQue({ interaccion }: { interaccion: Interaccion }) {
  const { seguimiento, resumen, fecha } = interaccion;
  const from = seguimiento?.nota ? resumen : tipoEnPalabras(interaccion);
  return (
    <div>
      <Text>{porHacer(interaccion)}</Text>
      <Text size="sm" c="dimmed" className={classes.from}>
        {from} · <DateTime value={fecha} as="fechaCorta" />
      </Text>
    </div>
  );
}
