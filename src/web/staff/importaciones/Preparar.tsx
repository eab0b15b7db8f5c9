import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type Importacion,
  type Mapeo,
  type OpcionesImportacion,
  reviewImportacion,
  updateImportacion,
} from '#contract/importaciones.ts';
import { useMutate } from '../../api/queries.ts';
import { ColumnasPanel } from './ColumnasPanel.tsx';
import { LecturaPanel } from './LecturaPanel.tsx';
import { MapeosGuardados } from './MapeosGuardados.tsx';
import { aplicarMapeo, loQueFalta } from './mapear.ts';
import { cuantas } from './nombres.ts';
import { OpcionesPanel } from './OpcionesPanel.tsx';

type Props = { importacion: Importacion; onEnviada: () => void };

/** How the file is read, where its columns go and what is done with its rows, before any is looked at. */
export function Preparar({ importacion, onEnviada }: Props) {
  const { id, version, lectura, tipo, filas } = importacion;
  const [mapeo, setMapeo] = useState<Mapeo>(importacion.mapeo ?? []);
  const [opciones, setOpciones] = useState<OpcionesImportacion>(importacion.opciones);
  const guardar = useMutate(updateImportacion);
  const revisar = useMutate(reviewImportacion);
  if (!lectura) return null;
  const campos = new Set(mapeo.map(({ campo }) => campo));
  const falta = loQueFalta(mapeo, tipo);

  async function guardado() {
    await guardar.mutateAsync({ params: { id }, body: { mapeo, opciones, version } });
  }

  async function enviar() {
    try {
      await guardado();
      await revisar.mutateAsync({ params: { id } });
      onEnviada();
    } catch {
      // Already told in a corner of the screen; what was chosen stays.
    }
  }

  return (
    <>
      <LecturaPanel importacion={importacion} lectura={lectura} />
      <ColumnasPanel
        tipo={tipo}
        lectura={lectura}
        mapeo={mapeo}
        onChange={setMapeo}
        acciones={
          <MapeosGuardados
            importacion={importacion}
            guardar={guardado}
            usar={(guardadoAntes) => {
              setMapeo(aplicarMapeo(guardadoAntes, lectura));
              setOpciones(guardadoAntes.opciones);
            }}
          />
        }
      />
      <OpcionesPanel
        tipo={tipo}
        campos={campos}
        tildesRotas={lectura.tildesRotas}
        opciones={opciones}
        onChange={setOpciones}
      />
      {falta && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {falta}
        </Alert>
      )}
      <Group>
        <Button
          size="md"
          disabled={falta !== undefined}
          loading={guardar.isPending || revisar.isPending}
          onClick={() => void enviar()}
        >
          {`Revisar ${cuantas(filas, 'fila', 'filas')}`}
        </Button>
        <Text c="dimmed" size="sm">
          Todavía no se guarda nada: primero verás qué pasará con cada fila.
        </Text>
      </Group>
    </>
  );
}
