import { Alert, Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  type Codificacion,
  type Delimitador,
  type Importacion,
  type Lectura,
  updateImportacion,
} from '#contract/importaciones.ts';
import { opciones } from '#contract/nombres.ts';
import { useMutate } from '../../api/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import { nombresCodificacion, nombresDelimitador } from './nombres.ts';
import { PrimerasLineas } from './PrimerasLineas.tsx';

type Props = { importacion: Importacion; lectura: Lectura };

/** How the file was read, in words, and what to change when it is read wrong. */
export function LecturaPanel({ importacion: { id, version }, lectura }: Props) {
  const [abierta, { toggle }] = useDisclosure(lectura.columnas.length < 2);
  const corregir = useMutate(updateImportacion);
  const cambiar = (cambio: Partial<CambioLectura>) =>
    corregir.mutate({ params: { id }, body: { ...cambio, version } });

  return (
    <Panel
      title="Cómo se lee"
      actions={
        <Button variant="default" onClick={toggle} aria-expanded={abierta}>
          {abierta ? 'Listo' : 'Corregir'}
        </Button>
      }
    >
      <Stack gap="md">
        <Text>{resumen(lectura)}</Text>
        {lectura.columnas.length < 2 && (
          <Alert color="yellow">
            Solo vemos una columna. Si el archivo tiene más, cambia el separador.
          </Alert>
        )}
        {abierta && (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {lectura.codificacion && (
                <Select
                  label="Codificación"
                  description="Cámbiala si ves letras raras"
                  data={opciones(nombresCodificacion)}
                  value={lectura.codificacion}
                  allowDeselect={false}
                  disabled={corregir.isPending}
                  onChange={(value) => cambiar({ codificacion: value as Codificacion })}
                />
              )}
              {lectura.delimitador && (
                <Select
                  label="Separador de columnas"
                  description="Cámbialo si las columnas salen juntas"
                  data={opciones(nombresDelimitador)}
                  value={lectura.delimitador}
                  allowDeselect={false}
                  disabled={corregir.isPending}
                  onChange={(value) => cambiar({ delimitador: value as Delimitador })}
                />
              )}
              {lectura.hojas.length > 1 && (
                <Select
                  label="Hoja del libro"
                  data={lectura.hojas}
                  value={lectura.hoja}
                  allowDeselect={false}
                  disabled={corregir.isPending}
                  onChange={(hoja) => hoja && cambiar({ hoja })}
                />
              )}
            </SimpleGrid>
            <Group justify="space-between" gap="xs">
              <Text fw={600}>Primeras líneas: ¿cuál tiene los títulos?</Text>
              <Button
                variant="default"
                disabled={lectura.filaEncabezado === 0}
                loading={corregir.isPending}
                onClick={() => cambiar({ filaEncabezado: 0 })}
              >
                No tiene títulos
              </Button>
            </Group>
            <PrimerasLineas
              lectura={lectura}
              ocupado={corregir.isPending}
              elegir={(filaEncabezado) => cambiar({ filaEncabezado })}
            />
          </>
        )}
      </Stack>
    </Panel>
  );
}

type CambioLectura = {
  codificacion: Codificacion;
  delimitador: Delimitador;
  hoja: string;
  filaEncabezado: number;
};

function resumen({ codificacion, delimitador, hoja, filaEncabezado }: Lectura): string {
  const titulos =
    filaEncabezado === 0 ? 'sin fila de títulos' : `títulos en la fila ${filaEncabezado}`;
  if (hoja !== null) return `Hoja «${hoja}», ${titulos}.`;
  const separado = delimitador ? sinDetalle(nombresDelimitador[delimitador]).toLowerCase() : '';
  const texto = codificacion ? sinDetalle(nombresCodificacion[codificacion]) : '';
  return `Columnas separadas por ${separado}, ${titulos}, codificación ${texto}.`;
}

function sinDetalle(nombre: string): string {
  return nombre.replace(/ \(.*/, '');
}
