import { Button, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type Campana, getInforme } from '#contract/campanas.ts';
import { useEndpoint } from '../../../../api/queries.ts';
import { AppLink } from '../../../../ui/link.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { QueryGate } from '../../../../ui/QueryGate.tsx';
import { estaAbierta } from '../palabras.ts';
import { Enlaces } from './Enlaces.tsx';
import { PorHora } from './PorHora.tsx';
import { Reacciones } from './Reacciones.tsx';
import { Ventas } from './Ventas.tsx';

/** What came of a campaign. While it goes out the figures follow, less often than its progress. */
export function InformePanels({ campana }: { campana: Campana }) {
  const { id, estado } = campana;
  const informe = useEndpoint(
    getInforme,
    { params: { id } },
    { staleTime: 5000, ...(estaAbierta(estado) ? { refetchInterval: 10_000 } : {}) },
  );
  return (
    <QueryGate query={informe}>
      {(data) => (
        <Stack gap="lg">
          <Panel
            title="Resultados"
            actions={
              <Button
                component="a"
                variant="default"
                href={`/api/campanas/${id}/informe/csv`}
                download
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                Descargar CSV
              </Button>
            }
          >
            <Reacciones id={id} informe={data} />
            <Text mt="md" className="tap-links">
              <AppLink to="/app/emails/registro" search={{ campana: String(id) }}>
                Ver cada correo en el registro
              </AppLink>
            </Text>
          </Panel>
          {data.progreso.enviados > 0 && <Ventas ventas={data.ventas} />}
          {data.porHora.length > 0 && <PorHora horas={data.porHora} />}
          {data.enlaces.length > 0 && <Enlaces enlaces={data.enlaces} />}
        </Stack>
      )}
    </QueryGate>
  );
}
