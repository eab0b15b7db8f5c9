import { Grid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Campana } from '#contract/campanas.ts';
import { nombresTipoCampana } from '#contract/nombres.ts';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import type { PersonaElegida } from '../../../ventas/ElegirPersona.tsx';
import { fuenteContenido } from '../../editor/useVista.ts';
import { VistaPrevia } from '../../editor/VistaPrevia.tsx';
import { Fuera } from '../audiencia/Conteo.tsx';
import { Cuando } from '../Cuando.tsx';
import { EstadoCampanaBadge } from '../EstadoCampanaBadge.tsx';
import { SinServidor } from '../SinServidor.tsx';
import { Acciones } from './Acciones.tsx';
import { Avance } from './Avance.tsx';
import { InformePanels } from './InformePanels.tsx';
import { PorSalir } from './PorSalir.tsx';

type Props = {
  campana: Campana;
  /** When it was read, in milliseconds. */
  leidaEn: number;
};

/** A campaign that is on its way or over: how it goes, what came of it, what it said and to whom. */
export function CampanaView({ campana, leidaEn }: Props) {
  const { nombre, estado, tipo, creadoPor, iniciadaEn } = campana;
  const written = campana.cuerpo !== '';
  return (
    <>
      <PageHeader
        title={nombre}
        badge={<EstadoCampanaBadge estado={estado} />}
        back={{ to: '/app/emails/campanas', label: 'Volver a campañas' }}
        subtitle={
          <Text c="dimmed" size="sm" mt={4}>
            {nombresTipoCampana[tipo]}
            {creadoPor && ` · de ${creadoPor}`} · <Cuando campana={campana} />
          </Text>
        }
        actions={<Acciones campana={campana} />}
      />
      {estado !== 'COMPLETADA' && estado !== 'CANCELADA' && <SinServidor />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            {!iniciadaEn && <PorSalir campana={campana} />}
            {iniciadaEn && <Avance campana={campana} leidaEn={leidaEn} />}
            {iniciadaEn && <InformePanels campana={campana} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            {iniciadaEn && (
              <Panel title="Para quién">
                <Text>{campana.audienciaTexto}</Text>
                {campana.exclusiones.length > 0 && (
                  <Stack gap="sm" mt="md">
                    <Fuera exclusiones={campana.exclusiones} pasado />
                  </Stack>
                )}
              </Panel>
            )}
            {written && (
              <Panel title="El mensaje">
                <Mensaje campana={campana} />
              </Panel>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Mensaje({ campana }: { campana: Campana }) {
  const [persona, setPersona] = useState<PersonaElegida>();
  const { tipo, taller, curso, producto } = campana;
  return (
    <VistaPrevia
      fuente={fuenteContenido({
        tipo,
        tallerId: taller?.id,
        cursoId: curso?.id,
        productoId: producto?.id,
      })}
      escrito={campana}
      persona={persona}
      onPersona={setPersona}
      sinRevision
    />
  );
}
