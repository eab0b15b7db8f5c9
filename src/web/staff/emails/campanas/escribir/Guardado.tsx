import { Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import type { Escritura, Estado } from './useBorrador.ts';

const words: Record<Estado, string> = {
  GUARDADO: 'Guardado',
  PENDIENTE: 'Cambios sin guardar',
  GUARDANDO: 'Guardando…',
  FALLO: 'No se pudo guardar',
  CONFLICTO: 'Sin guardar',
};

/** Whether the draft is saved, and the button for whoever does not trust that it saves itself. */
export function Guardado({ escritura }: { escritura: Escritura }) {
  const { estado, guardar } = escritura;
  const clean = estado === 'GUARDADO' || estado === 'GUARDANDO';
  return (
    <Group gap="sm">
      <Group gap={6} c={estado === 'FALLO' || estado === 'CONFLICTO' ? 'red' : 'dimmed'}>
        {estado === 'GUARDADO' && <IconCheck size={16} aria-hidden />}
        {estado === 'PENDIENTE' && <IconPencil size={16} aria-hidden />}
        {estado === 'GUARDANDO' && <Loader size={14} aria-hidden />}
        {(estado === 'FALLO' || estado === 'CONFLICTO') && (
          <IconAlertTriangle size={16} aria-hidden />
        )}
        <Text span size="sm" role="status">
          {words[estado]}
        </Text>
      </Group>
      {!clean && (
        <Button variant="default" onClick={() => void guardar()}>
          Guardar borrador
        </Button>
      )}
    </Group>
  );
}
