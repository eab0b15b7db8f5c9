import type { ConsultaPeriodo } from '#contract/reportes.ts';
import { addDays, addMonths, type Rango } from '../core/time.ts';

export type Comparacion = { periodo: Rango; anterior: Rango; contra: string };

const monthStart = (date: string) => `${date.slice(0, 7)}-01`;

function againstAsManyDays({ desde, hasta }: Rango): Comparacion {
  const days = (Date.parse(hasta) - Date.parse(desde)) / 86_400_000 + 1;
  return {
    periodo: { desde, hasta },
    anterior: { desde: addDays(desde, -days), hasta: addDays(desde, -1) },
    contra: days === 1 ? 'el día anterior' : `los ${days} días anteriores`,
  };
}

const lastDays = (today: string, days: number) =>
  againstAsManyDays({ desde: addDays(today, 1 - days), hasta: today });

/**
 * The dates of a period, those it is compared with, and how to say so. All end at the latest today but
 * PERSONAL, which is what was asked for, today where it does not say.
 */
export function comparePeriod(consulta: ConsultaPeriodo, today: string): Comparacion {
  switch (consulta.periodo ?? 'MES') {
    case 'PERSONAL':
      return againstAsManyDays({
        desde: consulta.desde ?? consulta.hasta ?? today,
        hasta: consulta.hasta ?? consulta.desde ?? today,
      });
    case 'MES': {
      const desde = monthStart(today);
      return {
        periodo: { desde, hasta: today },
        anterior: { desde: addMonths(desde, -1), hasta: addMonths(today, -1) },
        contra: 'el mes anterior hasta el mismo día',
      };
    }
    case 'MES_ANTERIOR': {
      const end = monthStart(today);
      const desde = addMonths(end, -1);
      return {
        periodo: { desde, hasta: addDays(end, -1) },
        anterior: { desde: addMonths(desde, -1), hasta: addDays(desde, -1) },
        contra: 'el mes previo completo',
      };
    }
    case '30_DIAS':
      return lastDays(today, 30);
    case '90_DIAS':
      return lastDays(today, 90);
    case 'ANO': {
      const desde = `${today.slice(0, 4)}-01-01`;
      return {
        periodo: { desde, hasta: today },
        anterior: { desde: addMonths(desde, -12), hasta: addMonths(today, -12) },
        contra: 'el año anterior hasta el mismo día',
      };
    }
  }
}

/** The local months that a range touches, oldest first, each cut to the range; `mes` is `YYYY-MM`. */
export function monthsOf({ desde, hasta }: Rango): (Rango & { mes: string })[] {
  const meses: (Rango & { mes: string })[] = [];
  for (let start = monthStart(desde); start <= hasta; start = addMonths(start, 1)) {
    const end = addDays(addMonths(start, 1), -1);
    meses.push({
      mes: start.slice(0, 7),
      desde: start < desde ? desde : start,
      hasta: end > hasta ? hasta : end,
    });
  }
  return meses;
}

/** The twelve local months up to that of today, oldest first, as date ranges. */
export function lastMonths(today: string): Rango[] {
  return Array.from({ length: 12 }, (_, i) => {
    const desde = addMonths(monthStart(today), i - 11);
    return { desde, hasta: addDays(addMonths(desde, 1), -1) };
  });
}
