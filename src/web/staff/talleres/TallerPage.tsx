import { Anchor, Grid, Group, Stack, Text } from '@mantine/core';
import { nombresModalidad } from '#contract/nombres.ts';
import { getTaller, type Taller } from '#contract/talleres.ts';
import { listInscripcionesDeTaller } from '#contract/ventas.ts';
import { useEndpoint } from '../../api/queries.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { EstadoTallerBadge } from '../estados.tsx';
import { NotFound } from '../Root.tsx';
import { ResenasPanel } from '../resenas/ResenasPanel.tsx';
import { usePuede } from '../session.ts';
import { useIdParam } from '../useIdParam.ts';
import { EsperaPanel } from './espera/EsperaPanel.tsx';
import { Inscritos } from './Inscritos.tsx';
import { PorReembolsar } from './PorReembolsar.tsx';
import { SeatsBar } from './SeatsBar.tsx';
import { TallerAcciones } from './TallerAcciones.tsx';
import { TallerDinero } from './TallerDinero.tsx';
import { TallerFecha } from './TallerFecha.tsx';
import { TallerFicha } from './TallerFicha.tsx';

export default function TallerPage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <LoadedTaller id={id} />;
}

function LoadedTaller({ id }: { id: number }) {
  const taller = useEndpoint(getTaller, { params: { id } });
  return <QueryGate query={taller}>{(data) => <TallerView taller={data} />}</QueryGate>;
}

function TallerView({ taller }: { taller: Taller }) {
  const puede = usePuede();
  const inscripciones = useEndpoint(
    listInscripcionesDeTaller,
    { params: { id: taller.id }, query: {} },
    { enabled: taller.estado !== 'BORRADOR' },
  );
  const live = inscripciones.data?.items ?? [];
  const place = [taller.lugar ?? nombresModalidad[taller.modalidad], taller.instructor];
  return (
    <>
      <PageHeader
        title={taller.titulo}
        badge={<EstadoTallerBadge estado={taller.estado} />}
        back={{ to: '/app/talleres', label: 'Volver a talleres' }}
        subtitle={
          <Group gap="4px 16px" mt={4}>
            <Text fw={600}>
              <TallerFecha taller={taller} withEnd />
            </Text>
            <Text c="dimmed">{place.filter(Boolean).join(' · ')}</Text>
          </Group>
        }
        actions={<TallerAcciones taller={taller} inscripciones={live.length} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            {taller.estado === 'ANULADO' && puede('ventas:leer') && (
              <PorReembolsar id={taller.id} />
            )}
            {taller.estado !== 'ANULADO' && (
              <Panel title={`Cupos: ${taller.cuposOcupados} de ${taller.cupos} tomados`}>
                <SeatsBar taller={taller} />
                <Waiting personas={taller.espera.personas} />
                {puede('ventas:leer') && <TallerDinero ingresos={taller.ingresos} />}
              </Panel>
            )}
            {taller.estado !== 'BORRADOR' && <Inscritos taller={taller} />}
            <EsperaPanel taller={taller} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <TallerFicha taller={taller} />
            {puede('resenas:leer') && taller.estado !== 'BORRADOR' && (
              <ResenasPanel de="taller" id={taller.id} slug={taller.slug} />
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

/** The demand that the Taller could not serve, and the way to its list further down. */
function Waiting({ personas }: { personas: number }) {
  if (personas === 0) return null;
  return (
    <Text mt="sm" className="tap-links">
      <Anchor href="#espera">
        {personas === 1 ? '1 persona' : `${personas} personas`} en lista de espera
      </Anchor>
    </Text>
  );
}
