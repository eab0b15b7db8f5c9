import {
  IconCalendarClock,
  IconPlayerPause,
  IconSend,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { EstadoCampana } from '#contract/campanas.ts';
import { EstadoBadge, type Tone } from '../../../ui/EstadoBadge.tsx';
import { nombresEstadoCampana } from './palabras.ts';

const looks: Record<EstadoCampana, { tone: Tone; icon?: TablerIcon }> = {
  BORRADOR: { tone: 'neutral' },
  PROGRAMADA: { tone: 'info', icon: IconCalendarClock },
  PREPARANDO: { tone: 'info', icon: IconUsersGroup },
  ENVIANDO: { tone: 'info', icon: IconSend },
  PAUSADA: { tone: 'warn', icon: IconPlayerPause },
  COMPLETADA: { tone: 'ok' },
  CANCELADA: { tone: 'off' },
};

export function EstadoCampanaBadge({ estado }: { estado: EstadoCampana }) {
  return <EstadoBadge {...looks[estado]}>{nombresEstadoCampana[estado]}</EstadoBadge>;
}
