import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useSeen } from '../../ui/useSeen.ts';
import type { GraficoProps } from './GraficoBarras.tsx';
import { heightOf } from './graficoAlto.ts';

const GraficoBarras = lazy(() => import('./GraficoBarras.tsx'));

/** A chart of bars whose library is fetched when it comes near the screen. */
export function Grafico(props: GraficoProps) {
  const { ref, seen } = useSeen();
  const height = heightOf(props);
  return (
    <div ref={ref} style={{ minHeight: height, marginBottom: 12 }}>
      {seen && (
        <Suspense fallback={<Skeleton height={height} />}>
          <GraficoBarras {...props} />
        </Suspense>
      )}
    </div>
  );
}
