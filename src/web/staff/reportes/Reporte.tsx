import { Alert, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { exportReporte, type NombreReporte } from '#contract/reportes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { nombresReporte } from './lugares.ts';
import { ReportesFrame } from './ReportesFrame.tsx';
import type { EstadoPeriodo } from './usePeriodo.ts';

type Rango = { desde: string; hasta: string };
type Marco = {
  periodo: Rango;
  anterior: Rango;
  contra: string;
  definicion: string;
  hayMas?: boolean;
};

type Props<T extends Marco> = {
  nombre: NombreReporte;
  estado: EstadoPeriodo;
  query: UseQueryResult<T>;
  /** How many rows its file has, in words; undefined when there is nothing to tell. */
  filas: (data: T) => string | undefined;
  children: (data: T) => ReactNode;
};

/** One report: its definition, its figures, and its rows to look at and to take away. */
export function Reporte<T extends Marco>(props: Props<T>) {
  const { nombre, estado, query, filas, children } = props;
  const { data } = query;
  const rows = data && filas(data);
  return (
    <ReportesFrame
      title={nombresReporte[nombre]}
      estado={estado}
      marco={data}
      actions={
        rows && (
          <ExportButton
            load={() => Promise.resolve(exportReporte)}
            params={{ nombre }}
            query={estado.consulta}
            rows={rows}
          />
        )
      }
    >
      <QueryGate query={query}>
        {(answer) => (
          <Stack gap="md">
            <Text maw={760}>{answer.definicion}</Text>
            {filas(answer) === undefined ? (
              <EmptyState title="No hay nada en estas fechas">
                Elige otro período para ver más.
              </EmptyState>
            ) : (
              children(answer)
            )}
            {answer.hayMas && (
              <Alert color="blue">
                Se muestran las primeras filas. Descarga el archivo para verlas todas.
              </Alert>
            )}
          </Stack>
        )}
      </QueryGate>
    </ReportesFrame>
  );
}
