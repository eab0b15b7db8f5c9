import { type DateStyle, formatInstant } from './time.ts';
import { useZone } from './zone.tsx';

type Props = { value: string; zone?: string; as?: DateStyle };

/** An instant in the business' zone, or in the one given. */
export function DateTime({ value, zone, as = 'fechaHora' }: Props) {
  const own = useZone();
  return (
    <time className="tabular" dateTime={value}>
      {formatInstant(value, zone ?? own, as)}
    </time>
  );
}
