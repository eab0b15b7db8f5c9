import { Text } from '@mantine/core';
import type { Segmento } from '#contract/segmentos.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SegmentoMenu, SegmentoUsos } from './SegmentoAcciones.tsx';

/** The heading of a segment, with what it is good for. */
export function SegmentoHeader({ segmento }: { segmento: Segmento }) {
  const { nombre, campanas } = segmento;
  return (
    <PageHeader
      title={nombre}
      back={{ to: '/app/segmentos', label: 'Volver a segmentos' }}
      subtitle={
        campanas.length > 0 && (
          <Text size="sm" c="dimmed">
            Lo usarán al salir: {campanas.map((campana) => campana.nombre).join(', ')}
          </Text>
        )
      }
      actions={
        <>
          <SegmentoUsos segmento={segmento} />
          <SegmentoMenu segmento={segmento} editing />
        </>
      }
    />
  );
}
