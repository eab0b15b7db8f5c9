import { formatHorario, formatMomento, type Horario, nombreZona } from '#contract/horario.ts';
import { useZone } from '../../ui/zone.tsx';

type Props = { taller: Horario; withEnd?: boolean };

/** When a Taller is, by the clock of its own zone, which is named where it differs from the business'. */
export function TallerFecha({ taller, withEnd = false }: Props) {
  const zone = nombreZona(taller, useZone());
  const now = new Date().toISOString();
  const text = withEnd
    ? formatHorario(taller, now)
    : formatMomento(taller.iniciaEn, taller.zona, now);
  return (
    <time className="tabular" dateTime={taller.iniciaEn}>
      {text.charAt(0).toUpperCase() + text.slice(1)}
      {zone && ` (${zone})`}
    </time>
  );
}
