import type { ConsultaPeriodo, Periodo } from '#contract/reportes.ts';
import { useListSearch } from '../../ui/list/useListSearch.ts';

export const periodos: { value: Periodo; label: string }[] = [
  { value: 'MES', label: 'Este mes' },
  { value: 'MES_ANTERIOR', label: 'El mes pasado' },
  { value: '30_DIAS', label: 'Últimos 30 días' },
  { value: '90_DIAS', label: 'Últimos 90 días' },
  { value: 'ANO', label: 'Este año' },
  { value: 'PERSONAL', label: 'Elegir fechas' },
];

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The period of a screen, kept in the URL; dates of one's own count only once both are there and in order. */
export function usePeriodo(porDefecto: Periodo) {
  const { search, set } = useListSearch();
  const { desde = '', hasta = '' } = search;
  const periodo = periodos.find(({ value }) => value === search.periodo)?.value ?? porDefecto;
  const dated = ISO_DATE.test(desde) && ISO_DATE.test(hasta) && desde <= hasta;
  const consulta: ConsultaPeriodo =
    periodo !== 'PERSONAL'
      ? { periodo }
      : dated
        ? { periodo, desde, hasta }
        : { periodo: porDefecto };
  /** What was chosen, to be taken along to another report. */
  const elegido = search.periodo === periodo ? { periodo, desde, hasta } : {};
  return { periodo, desde, hasta, consulta, elegido, set };
}

export type EstadoPeriodo = ReturnType<typeof usePeriodo>;
