import { Stack, Text } from '@mantine/core';
import type { Segmento } from '#contract/segmentos.ts';
import { Panel } from '../../ui/Panel.tsx';
import { SegmentoHeader } from './SegmentoHeader.tsx';

/** A segment for those who may not change it, nor count its people: what it says. */
export function VerSegmento({ segmento }: { segmento: Segmento }) {
  return (
    <>
      <SegmentoHeader segmento={segmento} />
      <Stack maw={640}>
        {segmento.descripcion && <Text>{segmento.descripcion}</Text>}
        <Panel title="Quiénes son">
          <Text size="sm">{segmento.frase}</Text>
        </Panel>
      </Stack>
    </>
  );
}
