import {
  IconAlertTriangle,
  IconCalendarOff,
  IconCash,
  IconCircleCheck,
  IconCircleOff,
  IconInfoCircle,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ResultadoEscaneo } from '#contract/asistencia.ts';

type Look = { tone: 'ok' | 'info' | 'warn' | 'bad'; word: string; icon: TablerIcon };

/** How each result of a scan looks: a colour, an icon and a word that says it without them. */
export const looks: Record<ResultadoEscaneo, Look> = {
  REGISTRADA: { tone: 'ok', word: 'Llegada registrada', icon: IconCircleCheck },
  YA_REGISTRADA: { tone: 'info', word: 'Ya estaba registrada', icon: IconInfoCircle },
  IMPAGA: { tone: 'warn', word: 'Debe: sin registrar', icon: IconCash },
  ANULADA: { tone: 'bad', word: 'Inscripción anulada', icon: IconCircleOff },
  OTRO_TALLER: { tone: 'bad', word: 'Es de otro taller', icon: IconAlertTriangle },
  FUERA_DE_FECHA: { tone: 'bad', word: 'No es la fecha', icon: IconCalendarOff },
};
