import type { ConsultaPeriodo } from '#contract/reportes.ts';
import { tramoDe } from '../core/time.ts';
import type { Contexto } from './contexto.queries.ts';
import { comparePeriod, monthsOf } from './periodo.ts';

/** The context of what was asked on a local date. */
export function contextOf(consulta: ConsultaPeriodo, today: string, zone: string): Contexto {
  const comparacion = comparePeriod(consulta, today);
  return {
    ...comparacion,
    zone,
    today,
    tramo: tramoDe(comparacion.periodo, zone),
    tramoAnterior: tramoDe(comparacion.anterior, zone),
    meses: monthsOf(comparacion.periodo),
  };
}

/** What every report tells of its period. */
export function marcoDe({ periodo, anterior, contra }: Contexto) {
  return { periodo, anterior, contra };
}
