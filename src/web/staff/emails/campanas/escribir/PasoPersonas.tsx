import { Grid, Text } from '@mantine/core';
import { Panel } from '../../../../ui/Panel.tsx';
import { AudienciaEditor } from '../audiencia/AudienciaEditor.tsx';
import { completa, type Modo } from '../audiencia/borrador.ts';
import { Conteo } from '../audiencia/Conteo.tsx';
import { useConteo } from '../audiencia/useConteo.ts';
import classes from './escribir.module.css';
import type { Escritura } from './useBorrador.ts';

const faltas: Record<Modo, string> = {
  FILTRO: '',
  SEGMENTO: 'Elige el segmento y aquí verás a cuántas personas llega.',
  ASISTENTES: 'Elige el taller y aquí verás a cuántas personas llega.',
  CLIENTES: 'Elige al menos una persona y aquí verás a cuántas llega.',
};

/** For whom it is, with whom that reaches beside it. */
export function PasoPersonas({
  escritura: { valores, cambiar, problemas },
}: {
  escritura: Escritura;
}) {
  const { audiencia } = valores;
  const ready = completa(audiencia);
  const count = useConteo(ready);
  const chosen = audiencia.modo === 'CLIENTES' ? audiencia.clientes : undefined;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Panel title="¿Para quién es?">
          <AudienciaEditor
            value={audiencia}
            onChange={(next) => {
              // Who writes to those of a workshop most likely writes about it.
              const about =
                next.modo === 'ASISTENTES' && next.tallerId && valores.tallerId === null
                  ? { tallerId: next.tallerId }
                  : {};
              cambiar({ audiencia: next, ...about });
            }}
          />
          {ready && problemas.audiencia && (
            <Text c="red" role="alert" mt="sm">
              {problemas.audiencia.mensaje}
            </Text>
          )}
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <div className={classes.side}>
          <Panel title="A quién llega">
            <Conteo
              audiencia={ready}
              count={count}
              falta={faltas[audiencia.modo]}
              onQuitar={
                chosen &&
                ((id) =>
                  cambiar({
                    audiencia: { modo: 'CLIENTES', clientes: chosen.filter((one) => one !== id) },
                  }))
              }
            />
          </Panel>
        </div>
      </Grid.Col>
    </Grid>
  );
}
