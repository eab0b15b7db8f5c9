import { Stack, Text } from '@mantine/core';
import { condicion } from '#contract/condicion.ts';
import type { Segmento } from '#contract/segmentos.ts';
import { Resultado } from './Resultado.tsx';
import { SegmentoHeader } from './SegmentoHeader.tsx';

/** A segment for those who may not change it. */
export function VerSegmento({ segmento }: { segmento: Segmento }) {
  return (
    <>
      <SegmentoHeader segmento={segmento} />
      <Stack maw={640}>
        {segmento.descripcion && <Text>{segmento.descripcion}</Text>}
        <Resultado condicion={condicion.parse(segmento.condicion)} />
      </Stack>
    </>
  );
}
