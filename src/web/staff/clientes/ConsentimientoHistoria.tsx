import { Text } from '@mantine/core';
import type { ConsentimientoItem } from '#contract/supresiones.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { useZone } from '../../ui/zone.tsx';
import { canalEnPalabras, pruebaEnPalabras } from './consentimiento.ts';
import classes from './permiso.module.css';

/** Each time they agreed or withdrew: when, where, by which words and with what proof. */
export function ConsentimientoHistoria({ items }: { items: ConsentimientoItem[] }) {
  const zone = useZone();
  return (
    <ol className={classes.history} aria-label="Historia del consentimiento">
      {items.map(({ id, accion, creadoEn, canal, texto, textoVersion, email, evidencia }) => (
        <li key={id}>
          <Text fw={600}>{accion === 'OTORGADO' ? 'Aceptó' : 'Retiró su permiso'}</Text>
          <Text size="sm" c="dimmed">
            <DateTime value={creadoEn} as="fechaHora" /> · {canalEnPalabras(canal)} · {email}
          </Text>
          {accion === 'OTORGADO' && (
            <Text size="sm">
              «{texto}» (texto n.º {textoVersion})
            </Text>
          )}
          {pruebaEnPalabras(evidencia, zone).map((line) => (
            <Text key={line} size="sm" c="dimmed" className={classes.proof}>
              {line}
            </Text>
          ))}
        </li>
      ))}
    </ol>
  );
}
