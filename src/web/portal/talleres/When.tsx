import { formatHorario, type Horario, nombreZona } from '#contract/horario.ts';

const visitorZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'America/Santiago';

/** A schedule by the clock of its own zone, which is named when the visitor's clock says otherwise. */
export function When({ horario }: { horario: Horario }) {
  const zone = nombreZona(horario, visitorZone);
  const text = formatHorario(horario, new Date().toISOString());
  const hours = text.lastIndexOf(', ') + 2;
  return (
    <time dateTime={horario.iniciaEn} className="tabular">
      {text.slice(0, hours)}
      <span style={{ whiteSpace: 'nowrap' }}>{text.slice(hours)}</span>
      {zone && ` (${zone})`}
    </time>
  );
}
