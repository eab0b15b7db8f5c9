import { addMonths, localDate } from '#server/core/time.ts';
import type { TestApp } from './app.ts';

export const ZONA = 'America/Santiago';

/** All that money and people are told from, as plain rows: what reports must come to. */
export async function readLedger(app: TestApp) {
  const { db } = app.services.deps;
  const [pagos, cobros, clientes, estados, inscripciones, cursos, productos] = await Promise.all([
    db.selectFrom('pago').selectAll().execute(),
    db.selectFrom('cobro').selectAll().execute(),
    db.selectFrom('cliente').selectAll().execute(),
    db.selectFrom('clienteEstado').selectAll().orderBy('id').execute(),
    db
      .selectFrom('inscripcion')
      .innerJoin('taller', 'taller.id', 'inscripcion.tallerId')
      .selectAll('inscripcion')
      .select('taller.interesId')
      .execute(),
    db
      .selectFrom('inscripcionCurso')
      .innerJoin('curso', 'curso.id', 'inscripcionCurso.cursoId')
      .selectAll('inscripcionCurso')
      .select('curso.interesId')
      .execute(),
    db.selectFrom('ventaProducto').selectAll().execute(),
  ]);
  return { pagos, cobros, clientes, estados, inscripciones, cursos, productos };
}
export type Ledger = Awaited<ReturnType<typeof readLedger>>;

export type Entre = { desde: string; hasta: string };

/** Whether the local date of an instant is one of those. */
export const inRange = (instant: string, { desde, hasta }: Entre) => {
  const day = localDate(instant, ZONA);
  return desde <= day && day <= hasta;
};

export const monthOf = (instant: string) => localDate(instant, ZONA).slice(0, 7);

/** The months (`YYYY-MM`) from one date to another. */
export function monthsBetween({ desde, hasta }: Entre): string[] {
  const meses: string[] = [];
  for (let m = `${desde.slice(0, 7)}-01`; m <= hasta; m = addMonths(m, 1))
    meses.push(m.slice(0, 7));
  return meses;
}

export const sum = (values: number[]) => values.reduce((total, n) => total + n, 0);

/** The middle of the values, or the mean of the two in the middle, with one decimal. */
export function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const pair = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  const [low, high] = pair;
  if (low === undefined || high === undefined) return null;
  return Math.round(((low + high) / 2) * 10) / 10;
}
