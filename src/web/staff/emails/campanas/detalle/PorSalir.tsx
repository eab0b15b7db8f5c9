import { Text } from '@mantine/core';
import type { Campana } from '#contract/campanas.ts';
import { DateTime } from '../../../../ui/DateTime.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { Conteo } from '../audiencia/Conteo.tsx';
import { useConteo } from '../audiencia/useConteo.ts';

/** One that has not left: when it will, and whom it would reach today. */
export function PorSalir({ campana }: { campana: Campana }) {
  const count = useConteo(campana.audiencia, 0);
  const { estado, programadaEn } = campana;
  const scheduled = estado === 'PROGRAMADA' && programadaEn;
  return (
    <Panel title={scheduled ? 'Programada' : 'Para quién'}>
      {scheduled && (
        <Text fz="lg" fw={600} mb="xs">
          Sale el <DateTime value={programadaEn} as="diaHora" />
        </Text>
      )}
      <Text>{campana.audienciaTexto}</Text>
      {scheduled && (
        <Text c="dimmed" mb="md">
          A quién llega se decide en ese momento. Si saliera ahora:
        </Text>
      )}
      <Conteo audiencia={campana.audiencia} count={count} falta="" />
    </Panel>
  );
}
