import { Group, Select, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { type EstadoPeriodo, periodos } from './usePeriodo.ts';

const PeriodoFechas = lazy(() => import('./PeriodoFechas.tsx'));

type Props = {
  estado: EstadoPeriodo;
  /** The dates now on screen: those of one's own begin as them. */
  rango: { desde: string; hasta: string } | undefined;
};

/** Which days the figures are of. */
export function PeriodoControl({ estado, rango }: Props) {
  const { periodo, set } = estado;
  return (
    <Group gap="xs" align="flex-end">
      <Select
        aria-label="Período"
        data={periodos}
        value={periodo}
        allowDeselect={false}
        onChange={(value) =>
          set({
            periodo: value ?? undefined,
            desde: value === 'PERSONAL' ? rango?.desde : undefined,
            hasta: value === 'PERSONAL' ? rango?.hasta : undefined,
          })
        }
        w={180}
      />
      {periodo === 'PERSONAL' && (
        <Suspense fallback={<Skeleton height={36} width={300} />}>
          <PeriodoFechas estado={estado} />
        </Suspense>
      )}
    </Group>
  );
}
