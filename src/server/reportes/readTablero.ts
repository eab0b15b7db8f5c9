import type { ConsultaPeriodo, Tablero } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { addMonths, tramoDe } from '../core/time.ts';
import { rankResenas } from '../resenas/readPublicas.ts';
import { avanceDe, proporcionDe } from './cifra.ts';
import {
  countActivos,
  sumCaptaciones,
  sumCategorias,
  sumIngresos,
  sumIngresosMensuales,
} from './cifras.queries.ts';
import { sumPagosEsperados } from './inicio.queries.ts';
import { comparePeriod, lastMonths } from './periodo.ts';
import { definicionesDe } from './tablero.definiciones.ts';
import { sumCupos } from './tablero.queries.ts';

const CATEGORIAS = 10;
const CALIFICADOS = 5;

/** The figures of a period against the one before; `today` is the local date in the zone. */
export async function readTablero(
  db: Db,
  { consulta, today, zone }: { consulta: ConsultaPeriodo; today: string; zone: string },
): Promise<Tablero> {
  const { periodo, anterior, contra } = comparePeriod(consulta, today);
  const ambos = [periodo, anterior];
  const meses = lastMonths(today);
  const [ingresos, mensuales, captaciones, activos, esperados, cupos, categorias, calificados] =
    await Promise.all([
      sumIngresos(db, ambos),
      sumIngresosMensuales(db, addMonths(meses[0]?.desde ?? today, -12)),
      sumCaptaciones(db, ambos),
      countActivos(
        db,
        // What is ahead is not told: a person may still cease to be one.
        ambos.map(({ hasta }) => (hasta < today ? hasta : today)),
      ),
      sumPagosEsperados(db),
      sumCupos(
        db,
        ambos.map((rango) => tramoDe(rango, zone)),
      ),
      sumCategorias(db, periodo, CATEGORIAS),
      rankResenas(db, CALIFICADOS),
    ]);
  const define = definicionesDe(contra);
  const [leads, leadsAntes] = captaciones.map((c) => c.leads);
  return {
    periodo,
    anterior,
    ingresos: {
      valor: ingresos[0] ?? 0,
      anterior: ingresos[1] ?? 0,
      definicion: define.ingresos,
    },
    estudiantesActivos: {
      valor: activos[0] ?? 0,
      anterior: activos[1] ?? 0,
      definicion: define.estudiantesActivos,
    },
    nuevosLeads: {
      valor: leads ?? 0,
      anterior: leadsAntes ?? 0,
      definicion: define.nuevosLeads,
    },
    conversion: avanceDe(
      { parte: captaciones[0]?.convertidos ?? 0, total: leads ?? 0 },
      define.conversion,
    ),
    saldoPorCobrar: {
      valor: esperados.saldo,
      anterior: null,
      definicion: define.saldoPorCobrar,
    },
    ocupacion: proporcionDe(
      cupos.map((c) => ({ parte: c.ocupados, total: c.cupos })),
      define.ocupacion,
    ),
    ingresosMensuales: meses.map(({ desde }) => ({
      mes: desde.slice(0, 7),
      ingresos: mensuales.get(desde.slice(0, 7)) ?? 0,
      anterior: mensuales.get(addMonths(desde, -12).slice(0, 7)) ?? 0,
    })),
    categorias,
    mejorCalificados: calificados.map(({ de, cantidad, promedio, puntaje }) => ({
      tipo: de.tipo,
      id: de.id,
      titulo: de.titulo,
      promedio,
      puntaje,
      resenas: cantidad,
    })),
    definiciones: { categorias: define.categorias, mejorCalificados: define.mejorCalificados },
  };
}
