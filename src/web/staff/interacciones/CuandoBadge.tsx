import { IconAlertTriangle, IconBell, IconCalendar, type TablerIcon } from '@tabler/icons-react';
import type { Seguimiento } from '#contract/interacciones.ts';
import { EstadoBadge, type Tone } from '../../ui/EstadoBadge.tsx';
import { formatPlainDate } from '../../ui/time.ts';

type Cuando = NonNullable<Seguimiento['cuando']>;

const looks: Record<Cuando, { tone: Tone; icon: TablerIcon }> = {
  ATRASADO: { tone: 'bad', icon: IconAlertTriangle },
  HOY: { tone: 'warn', icon: IconBell },
  MANANA: { tone: 'info', icon: IconCalendar },
  DESPUES: { tone: 'neutral', icon: IconCalendar },
};

const shortDay = (date: string) =>
  new Intl.DateTimeFormat('es-CL', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');

/** When something is to be done, against today; done, it says so. */
export function CuandoBadge({ seguimiento }: { seguimiento: Seguimiento }) {
  const { cuando, fecha, hechoEn } = seguimiento;
  if (hechoEn || !cuando) return <EstadoBadge tone="ok">Hecho</EstadoBadge>;
  const { tone, icon } = looks[cuando];
  return (
    <EstadoBadge tone={tone} icon={icon}>
      {cuandoEnPalabras(cuando, fecha)}
    </EstadoBadge>
  );
}

function cuandoEnPalabras(cuando: Cuando, fecha: string): string {
  switch (cuando) {
    case 'ATRASADO':
      return `Atrasado: ${shortDay(fecha)}`;
    case 'HOY':
      return 'Hoy';
    case 'MANANA':
      return 'Mañana';
    case 'DESPUES':
      return formatPlainDate(fecha, 'dia');
  }
}
