import { Button, Table, Text } from '@mantine/core';
import type { Lectura } from '#contract/importaciones.ts';
import classes from './importaciones.module.css';

type Props = { lectura: Lectura; ocupado: boolean; elegir: (fila: number) => void };

const COLUMNAS = 8;
const LINEAS = 15;

/** The first lines of the file as they are, to choose the one with the titles. */
export function PrimerasLineas({ lectura: { primeras, filaEncabezado }, ocupado, elegir }: Props) {
  const lineas = primeras.slice(0, Math.max(LINEAS, filaEncabezado));
  const ancho = Math.min(COLUMNAS, Math.max(1, ...lineas.map((celdas) => celdas.length)));
  return (
    <Table.ScrollContainer
      minWidth={Math.max(480, 140 * ancho)}
      aria-label="Primeras líneas del archivo"
    >
      <Table withTableBorder className={classes.lineas} aria-label="Primeras líneas del archivo">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={44}>Fila</Table.Th>
            <Table.Th w={92}>Títulos</Table.Th>
            <Table.Th colSpan={ancho}>Contenido</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lineas.map((celdas, i) => (
            // Lines are told by their number: they never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: the number of the line is its name
            <Table.Tr key={i} data-titulos={i + 1 === filaEncabezado || undefined}>
              <Table.Td className="tabular">{i + 1}</Table.Td>
              <Table.Td>
                {i + 1 === filaEncabezado && (
                  <Text size="sm" fw={600}>
                    Títulos
                  </Text>
                )}
                {i + 1 !== filaEncabezado && celdas.length > 0 && (
                  <Button
                    size="compact-sm"
                    variant="light"
                    disabled={ocupado}
                    aria-label={`Usar como títulos la fila ${i + 1}`}
                    onClick={() => elegir(i + 1)}
                  >
                    Usar
                  </Button>
                )}
              </Table.Td>
              {Array.from({ length: ancho }, (_, columna) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name here
                <Table.Td key={columna}>{celdas[columna] ?? ''}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
