import { Text } from '@mantine/core';
import type { LineaCobro } from '#contract/cobros.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { useNow } from './useNow.ts';

type Props = { linea: Extract<LineaCobro, { tipo: 'CURSO' }> };

/** Since when and until when the person may watch the course. */
export function LineaAcceso({ linea }: Props) {
  const { accesoDesde, accesoHasta, anuladaEn, cortesiaMotivo } = linea;
  const now = useNow();
  if (anuladaEn) return null;
  if (!accesoDesde) return <Text size="sm">El acceso se abre cuando esté pagado.</Text>;
  const over = accesoHasta !== null && accesoHasta <= now;
  return (
    <Text size="sm">
      {over ? 'Tuvo acceso' : 'Tiene acceso'} desde el <DateTime value={accesoDesde} as="fecha" />
      {accesoHasta ? (
        <>
          {' '}
          hasta el <DateTime value={accesoHasta} as="fecha" />
        </>
      ) : (
        ', para siempre'
      )}
      .{cortesiaMotivo && ` Cortesía: ${cortesiaMotivo}`}
    </Text>
  );
}
