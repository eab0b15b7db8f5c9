import { MAX_DIAS_PERIODO } from '#contract/reportes.ts';
import { DateInput } from '../../ui/form/DateInput.tsx';
import { addDays } from './fechas.ts';
import type { EstadoPeriodo } from './usePeriodo.ts';

/** The first and the last day, both included. */
export default function PeriodoFechas({ estado }: { estado: EstadoPeriodo }) {
  const { desde, hasta, set } = estado;
  return (
    <>
      <DateInput
        aria-label="Desde"
        value={desde || null}
        {...(hasta ? { maxDate: hasta, minDate: addDays(hasta, 1 - MAX_DIAS_PERIODO) } : {})}
        onChange={(value) => set({ desde: value ?? undefined })}
        w={140}
      />
      <DateInput
        aria-label="Hasta"
        value={hasta || null}
        {...(desde ? { minDate: desde, maxDate: addDays(desde, MAX_DIAS_PERIODO - 1) } : {})}
        onChange={(value) => set({ hasta: value ?? undefined })}
        w={140}
      />
    </>
  );
}
