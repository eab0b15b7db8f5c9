import { Text } from '@mantine/core';
import type { Campana } from '#contract/campanas.ts';
import { DateTime } from '../../../../ui/DateTime.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { Conteo } from '../audiencia/Conteo.tsx';
import { useConteo } from '../audiencia/useConteo.ts';

/** One that waits for its hour: when, and whom it would reach today. */
export function Programada({ campana }: { campana: Campana }) {
  const count = useConteo(campana.audiencia, 0);
  return (
    <Panel title="Programada">
      {campana.programadaEn && (
        <Text fz="lg" fw={600}>
          Sale el <DateTime value={campana.programadaEn} as="diaHora" />
        </Text>
      )}
      <Text c="dimmed" mb="md">
        A quién llega se decide en ese momento. Si saliera ahora:
      </Text>
      <Conteo audiencia={campana.audiencia} count={count} falta="" />
    </Panel>
  );
}
