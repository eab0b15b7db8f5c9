import { Text } from '@mantine/core';
import type { CampanaItem } from '#contract/campanas.ts';
import { DateTime } from '../../../ui/DateTime.tsx';

type Of = Pick<CampanaItem, 'estado' | 'programadaEn' | 'iniciadaEn' | 'terminadaEn' | 'creadoEn'>;

/** The last thing that happened to a campaign, or the next one. */
function momento(campana: Of): { que: string; en: string } {
  const { estado, programadaEn, iniciadaEn, terminadaEn, creadoEn } = campana;
  if (estado === 'PROGRAMADA' && programadaEn) return { que: 'Sale el', en: programadaEn };
  if (estado === 'COMPLETADA' && terminadaEn) return { que: 'Terminó el', en: terminadaEn };
  if (estado === 'CANCELADA' && terminadaEn) return { que: 'Cancelada el', en: terminadaEn };
  if (iniciadaEn) return { que: 'Empezó el', en: iniciadaEn };
  return { que: 'Creada el', en: creadoEn };
}

export function Cuando({ campana }: { campana: Of }) {
  const { que, en } = momento(campana);
  return (
    <Text span size="sm" c="dimmed">
      {que} <DateTime value={en} />
    </Text>
  );
}
