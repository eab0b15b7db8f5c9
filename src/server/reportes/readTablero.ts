import type { Periodo, Tablero } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { addDays, dayStart } from '../core/time.ts';
import { comparePeriod, lastMonths, type Rango } from './periodo.ts';
import { countActivos, countCapturados, sumIngresos, type Tramo } from './tablero.queries.ts';

const DIAS_ACTIVO = 90;

/** The figures of a period against the one before; `today` is the local date in the zone. */
export async function readTablero(
  db: Db,
  options: { periodo: Periodo; today: string; zone: string },
): Promise<Tablero> {
  const { today, zone } = options;
  const { periodo, anterior, contra } = comparePeriod({ periodo: options.periodo }, today);
  const meses = lastMonths(today);
  const tramo = ({ desde, hasta }: Rango): Tramo => ({
    desde: dayStart(desde, zone),
    antes: dayStart(addDays(hasta, 1), zone),
  });
  const activosAl = ({ hasta }: Rango) => {
    const desde = dayStart(addDays(hasta, -DIAS_ACTIVO), zone);
    return countActivos(db, {
      desde,
      dia: tramo({ desde: hasta, hasta }),
      past: hasta < today,
    });
  };
  const [ingresos, leads, activos, activosAntes] = await Promise.all([
    sumIngresos(db, [periodo, anterior, ...meses].map(tramo)),
    countCapturados(db, [periodo, anterior].map(tramo)),
    activosAl(periodo),
    activosAl(anterior),
  ]);
  const [valor = 0, antes = 0, ...mensuales] = ingresos;
  return {
    periodo,
    anterior,
    ingresos: {
      valor,
      anterior: antes,
      definicion: `Pagos recibidos menos reembolsos y reversos, por el día en que se movió el dinero. Se compara con ${contra}.`,
    },
    estudiantesActivos: {
      valor: activos,
      anterior: activosAntes,
      definicion: `Personas distintas con un cupo pagado o abonado en un taller de los últimos ${DIAS_ACTIVO} días o por venir, o con acceso a un curso, al cierre del período. Se compara con ${contra}.`,
    },
    nuevosLeads: {
      valor: leads[0] ?? 0,
      anterior: leads[1] ?? 0,
      definicion: `Personas que llegaron en el período, por cualquier vía. Se compara con ${contra}.`,
    },
    ingresosMensuales: meses.map(({ desde }, i) => ({
      mes: desde.slice(0, 7),
      ingresos: mensuales[i] ?? 0,
    })),
  };
}
