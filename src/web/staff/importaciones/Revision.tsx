import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import {
  type CampoImportacion,
  type Importacion,
  runImportacion,
} from '#contract/importaciones.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Conteo } from './Conteo.tsx';
import { FilasPanel } from './FilasPanel.tsx';
import { cuantas } from './nombres.ts';

type Props = { importacion: Importacion; corregir: () => void };

/** What would happen with each row, before anything is saved. */
export function Revision({ importacion, corregir }: Props) {
  const { id, tipo, revision, puede, filas } = importacion;
  const importar = useMutate(runImportacion);
  if (!revision) return null;
  const nadaNuevo = revision.crear + revision.actualizar + revision.inscripciones === 0;

  async function empezar(error: number) {
    const seguro = await confirmAction({
      title: 'Importar',
      body:
        error > 0
          ? `Se importan ${cuantas(filas - error, 'fila', 'filas')} y ${cuantas(error, 'fila con error queda fuera', 'filas con error quedan fuera')}. Podrás deshacerlo durante 30 días.`
          : `Se importan ${cuantas(filas, 'fila', 'filas')}. Podrás deshacerlo durante 30 días.`,
      confirm: 'Importar',
    });
    if (seguro) importar.mutate({ params: { id } });
  }

  return (
    <>
      <Panel title="Qué pasará">
        <Stack gap="md">
          <Conteo tipo={tipo} conteo={revision} hecho={false} />
          {revision.error > 0 && (
            <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
              Las filas con error no se importan. Puedes descargarlas con su motivo, corregirlas y
              subirlas después.
              {quedaPorCrear(importacion) &&
                ' Si el motivo es que algo no existe, en «Cambiar columnas» puedes marcar que se cree.'}
            </Alert>
          )}
          {nadaNuevo && <Text>No hay nada nuevo que importar en este archivo.</Text>}
          <Group>
            <Button
              size="md"
              disabled={!puede.importar || nadaNuevo}
              loading={importar.isPending}
              onClick={() => void empezar(revision.error)}
            >
              {`Importar ${cuantas(filas - revision.error, 'fila', 'filas')}`}
            </Button>
            {puede.mapear && (
              <Button size="md" variant="default" onClick={corregir}>
                Cambiar columnas
              </Button>
            )}
          </Group>
        </Stack>
      </Panel>
      <FilasPanel importacion={importacion} conteo={revision} />
    </>
  );
}

/** Whether rows may be in error for want of something that could be made. */
function quedaPorCrear({ tipo, mapeo, opciones }: Importacion): boolean {
  const tiene = (campo: CampoImportacion) => (mapeo ?? []).some((ida) => ida.campo === campo);
  return (
    (tipo === 'INSCRIPCIONES' && !opciones.crearTalleres) ||
    (tiene('intereses') && !opciones.crearIntereses) ||
    (tiene('empresa') && !opciones.crearEmpresas)
  );
}
