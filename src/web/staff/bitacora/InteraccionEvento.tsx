import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconCheck, IconDotsVertical, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { deleteInteraccion, type Interaccion } from '#contract/interacciones.ts';
import { nombresResultado } from '#contract/nombres.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { EstadoBadge, type Tone } from '../../ui/EstadoBadge.tsx';
import { CuandoBadge } from '../interacciones/CuandoBadge.tsx';
import { useContacto } from '../interacciones/contacto.ts';
import { tipoEnPalabras } from '../interacciones/palabras.ts';
import { useHecho } from '../interacciones/useHecho.tsx';
import classes from './bitacora.module.css';

const tonos: Record<NonNullable<Interaccion['resultado']>, Tone> = {
  INTERESADO: 'ok',
  NO_INTERESADO: 'off',
  SIN_RESPUESTA: 'neutral',
  RESUELTO: 'ok',
};

type Props = {
  interaccion: Interaccion;
  /** When it was and by whom, after what kind it was where the words do not say. */
  about: (tipo: string | undefined) => ReactNode;
};

/** A contact in the timeline: what was said, what came of it and what follows; corrected in place. */
export function InteraccionEvento({ interaccion, about }: Props) {
  const { resumen, detalle, resultado } = interaccion;
  const tipo = tipoEnPalabras(interaccion);
  return (
    <div className={classes.contact}>
      <div className={classes.grow}>
        <Group gap={8}>
          <Text fw={600}>{resumen}</Text>
          {resultado && (
            <EstadoBadge tone={tonos[resultado]}>{nombresResultado[resultado]}</EstadoBadge>
          )}
        </Group>
        {detalle && (
          <Text size="sm" className={classes.detail}>
            {detalle}
          </Text>
        )}
        {about(resumen.startsWith(tipo) ? undefined : tipo)}
        <Sigue interaccion={interaccion} />
      </div>
      <Acciones interaccion={interaccion} />
    </div>
  );
}

function Sigue({ interaccion }: { interaccion: Interaccion }) {
  const { seguimiento, puede } = interaccion;
  const { hacer, volver, pending } = useHecho();
  if (!seguimiento) return null;
  const { nota, responsable, hechoEn } = seguimiento;
  return (
    <div className={classes.next}>
      <CuandoBadge seguimiento={seguimiento} />
      <Text size="sm">
        {nota ?? 'Volver a contactar'}
        {responsable && ` · ${responsable.nombre}`}
      </Text>
      {puede.editar && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={hechoEn ? undefined : <IconCheck size={16} aria-hidden />}
          loading={pending === interaccion.id}
          onClick={() => (hechoEn ? volver(interaccion) : hacer(interaccion))}
        >
          {hechoEn ? 'Volver a dejar pendiente' : 'Hecho'}
        </Button>
      )}
    </div>
  );
}

function Acciones({ interaccion }: { interaccion: Interaccion }) {
  const { id, resumen, puede } = interaccion;
  const abrir = useContacto();
  const eliminar = useMutate(deleteInteraccion, { done: 'Contacto eliminado.' });
  if (!puede.editar && !puede.eliminar) return null;

  async function ask() {
    const yes = await confirmAction({
      title: 'Eliminar contacto',
      body: `«${resumen}» desaparece de la historia, también su seguimiento. No se puede deshacer.`,
      confirm: 'Eliminar',
      danger: true,
    });
    if (yes) eliminar.mutate({ params: { id } });
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Más acciones para «${resumen}»`}
          loading={eliminar.isPending}
        >
          <IconDotsVertical size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {puede.editar && (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => abrir({ acto: 'CORREGIR', interaccion })}
          >
            Corregir
          </Menu.Item>
        )}
        {puede.eliminar && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void ask()}
          >
            Eliminar
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
