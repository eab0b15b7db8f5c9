import type { Periodo } from '#contract/reportes.ts';
import { addDays, addMonths } from '../core/time.ts';

/** Local dates (`YYYY-MM-DD`), both included. */
export type Rango = { desde: string; hasta: string };
export type Comparacion = { periodo: Rango; anterior: Rango; contra: string };

const monthStart = (date: string) => `${date.slice(0, 7)}-01`;

function lastDays(today: string, days: number): Comparacion {
  return {
    periodo: { desde: addDays(today, 1 - days), hasta: today },
    anterior: { desde: addDays(today, 1 - 2 * days), hasta: addDays(today, -days) },
    contra: `los ${days} días anteriores`,
  };
}

/** The dates of a period that ends at the latest today, those it is compared with, and how to say so. */
export function comparePeriod(periodo: Periodo, today: string): Comparacion {
  switch (periodo) {
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

/** The twelve local months up to that of today, oldest first, as date ranges. */
export function lastMonths(today: string): Rango[] {
  return Array.from({ length: 12 }, (_, i) => {
    const desde = addMonths(monthStart(today), i - 11);
    return { desde, hasta: addDays(addMonths(desde, 1), -1) };
  });
}
