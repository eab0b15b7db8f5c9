import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleOff,
  IconInfoCircle,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './EstadoBadge.module.css';

export type Tone = 'neutral' | 'info' | 'ok' | 'half' | 'warn' | 'bad' | 'off';

const icons: Record<Tone, TablerIcon> = {
  neutral: IconCircleDashed,
  info: IconInfoCircle,
  ok: IconCircleCheck,
  half: IconCircleHalf2,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
  off: IconCircleOff,
};

type Props = { tone: Tone; children: string; icon?: TablerIcon };

/** A state as a word with an icon: the colour only helps. */
export function EstadoBadge({ tone, children, icon }: Props) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
