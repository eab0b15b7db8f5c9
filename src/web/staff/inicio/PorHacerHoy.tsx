import { Group, Text } from '@mantine/core';
import type { Inicio } from '#contract/reportes.ts';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SeguimientoRow } from '../interacciones/SeguimientoRow.tsx';
import { useHecho } from '../interacciones/useHecho.tsx';
import classes from './inicio.module.css';

/** What was agreed with people and falls due: of whoever looks, and of nobody. */
export function PorHacerHoy({ seguimientos }: { seguimientos: Inicio['seguimientos'] }) {
  const hecho = useHecho();
  const { items, cantidad, manana } = seguimientos;
  return (
    <Panel
      title="Por hacer hoy"
      actions={
        <Group gap="md">
          {manana > 0 && (
            <AppLink to="/app/seguimientos" search={{ cuando: 'MANANA' }}>
              {manana} para mañana
            </AppLink>
          )}
          <AppLink to="/app/seguimientos">
            {cantidad > items.length ? `Ver los ${cantidad}` : 'Ver todos'}
          </AppLink>
        </Group>
      }
    >
      {items.length === 0 ? (
        <Text c="dimmed">
          Nada pendiente para hoy. Aquí aparece a quién acordaste volver a contactar.
        </Text>
      ) : (
        <ul className={classes.rows}>
          {items.map((interaccion) => (
            <SeguimientoRow key={interaccion.id} interaccion={interaccion} hecho={hecho} named />
          ))}
        </ul>
      )}
    </Panel>
  );
}
