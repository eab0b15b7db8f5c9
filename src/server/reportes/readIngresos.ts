import { type Medio, medio as medios } from '#contract/cobros.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { getIngresos } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { cifraDe } from './cifra.ts';
import { sumIngresos } from './cifras.queries.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';
import { type IngresoRow, selectIngresos } from './ingresos.queries.ts';

function sum(rows: IngresoRow[]) {
  const of = (key: 'monto' | 'taller' | 'curso' | 'producto') =>
    rows.reduce((total, row) => total + row[key], 0);
  return {
    total: of('monto'),
    porClase: { taller: of('taller'), curso: of('curso'), producto: of('producto') },
  };
}

/** Money by medio, where any moved, in the usual order of medios. */
function byMedio(rows: IngresoRow[]): { medio: Medio; monto: number; movimientos: number }[] {
  return medios.options.flatMap((medio) => {
    const own = rows.filter((row) => row.medio === medio);
    const movimientos = own.reduce((total, row) => total + row.movimientos, 0);
    return movimientos > 0 ? [{ medio, monto: sum(own).total, movimientos }] : [];
  });
}

/** The income of the period, in pesos: by month, by what it was for and by medio. */
export async function readIngresos(
  db: Db,
  contexto: Contexto,
): Promise<Answer<typeof getIngresos>> {
  const rows = await selectIngresos(db, contexto);
  const [anterior] = await sumIngresos(db, [contexto.anterior]);
  const { total, porClase } = sum(rows);
  return {
    ...marcoDe(contexto),
    definicion:
      'Pagos recibidos menos reembolsos y reversos, por el día en que se movió el dinero. Lo de una venta con talleres, cursos y kits se reparte según lo que costaba cada parte al venderla, también cuando se paga en abonos o se devuelve.',
    total: cifraDe(
      [total, anterior ?? 0],
      'Pagos recibidos menos reembolsos y reversos, por el día en que se movió el dinero.',
    ),
    porClase,
    porMedio: byMedio(rows),
    meses: contexto.meses.map(({ mes }, index) => {
      const own = rows.filter((row) => row.mes === index + 1);
      const { total: delMes, porClase: clases } = sum(own);
      const porMedio = byMedio(own).map(({ medio, monto }) => ({ medio, monto }));
      return { mes, total: delMes, ...clases, medios: porMedio };
    }),
  };
}
