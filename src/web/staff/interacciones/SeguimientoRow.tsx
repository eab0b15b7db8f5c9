import { Group, Text } from '@mantine/core';
import type { Interaccion } from '#contract/interacciones.ts';
import { AppLink } from '../../ui/link.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { useYo } from '../session.ts';
import { CuandoBadge } from './CuandoBadge.tsx';
import classes from './interacciones.module.css';
import { porHacer } from './palabras.ts';
import { SeguimientoAcciones } from './SeguimientoAcciones.tsx';
import type { useHecho } from './useHecho.tsx';

type Props = {
  interaccion: Interaccion;
  hecho: ReturnType<typeof useHecho>;
  /** With whom, where that is not plain. */
  named?: boolean;
};

/** Something to be done with a person, in a short list. */
export function SeguimientoRow({ interaccion, hecho, named = false }: Props) {
  const yo = useYo();
  const { cliente, seguimiento } = interaccion;
  if (!seguimiento) return null;
  const { responsable } = seguimiento;
  return (
    <li className={classes.row}>
      <div className={`${classes.what} tap-links`}>
        {named && (
          <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }} fw={600}>
            {nombreCompleto(cliente)}
          </AppLink>
        )}
        <Text>{porHacer(interaccion)}</Text>
        <Group gap={8} mt={2}>
          <CuandoBadge seguimiento={seguimiento} />
          {responsable?.id !== yo.id && (
            <Text size="sm" c="dimmed">
              {responsable ? responsable.nombre : 'Sin asignar'}
            </Text>
          )}
        </Group>
      </div>
      <SeguimientoAcciones interaccion={interaccion} hecho={hecho} />
    </li>
  );
}
