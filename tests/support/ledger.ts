import type { Db } from '#server/core/db/connect.ts';

type Rango = { desde: string; hasta: string };

const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Santiago' });
/** The local date of an instant, by the calendar of the runtime and not by our own code. */
const dayOf = (instant: string) => format.format(new Date(instant));
const within = (day: string, { desde, hasta }: Rango) => day >= desde && day <= hasta;

export type Ledger = Awaited<ReturnType<typeof readLedger>>;

/** Every row that a figure of the tablero may come from. */
export async function readLedger(db: Db) {
  const [pagos, clientes, historia, talleres, inscripciones, cursos, cobros] = await Promise.all([
    db.selectFrom('pago').selectAll().execute(),
    db.selectFrom('cliente').select(['id', 'creadoEn']).execute(),
    db.selectFrom('clienteEstado').select(['clienteId', 'a']).execute(),
    db.selectFrom('taller').selectAll().execute(),
    db.selectFrom('inscripcion').selectAll().execute(),
    db.selectFrom('inscripcionCurso').selectAll().execute(),
    db.selectFrom('cobro').select(['id', 'estado', 'total', 'pagado']).execute(),
  ]);
  const signed = pagos.map((p) => ({
    cobroId: p.cobroId,
    fecha: p.fecha,
    day: dayOf(p.fecha),
    monto: p.tipo === 'PAGO' ? p.monto : -p.monto,
  }));
  return {
    pagos: signed,
    clientes,
    convertidos: new Set(historia.filter(({ a }) => a === 'CLIENTE').map((h) => h.clienteId)),
    talleres: new Map(talleres.map((t) => [t.id, t])),
    inscripciones,
    cursos,
    estados: new Map(cobros.map((c) => [c.id, c.estado])),
    saldo: cobros
      .filter(({ estado }) => estado === 'PENDIENTE' || estado === 'ABONADO')
      .reduce((sum, { total, pagado }) => sum + Math.max(0, total - pagado), 0),
    ingresosDe: (mes: string) =>
      signed.filter(({ day }) => day.startsWith(mes)).reduce((sum, p) => sum + p.monto, 0),
  };
}

/** The figures of a range of local dates, counted row by row. */
export function recompute(ledger: Ledger, rango: Rango, today: string) {
  const captados = ledger.clientes.filter(({ creadoEn }) => within(dayOf(creadoEn), rango));
  const talleres = [...ledger.talleres.values()].filter(
    (t) => t.estado === 'PUBLICADO' && within(dayOf(t.iniciaEn), rango),
  );
  const hechas = [...ledger.inscripciones, ...ledger.cursos].filter(
    (i) => i.anuladaEn === null && within(dayOf(i.creadoEn), rango),
  );
  return {
    ingresos: ledger.pagos
      .filter(({ day }) => within(day, rango))
      .reduce((sum, { monto }) => sum + monto, 0),
    leads: captados.length,
    convertidos: captados.filter(({ id }) => ledger.convertidos.has(id)).length,
    ocupados: talleres.reduce((sum, t) => sum + t.cuposOcupados, 0),
    cupos: talleres.reduce((sum, t) => sum + t.cupos, 0),
    inscripciones: hechas.length,
    activos: countActivos(ledger, rango.hasta, rango.hasta < today),
  };
}

/** Distinct people with a seat or a course at the end of a day: as things stand, or as they stood then. */
function countActivos(ledger: Ledger, hasta: string, past: boolean): number {
  const since = new Date(Date.parse(hasta) - 90 * 86_400_000).toISOString().slice(0, 10);
  const before = (instant: string | null) => instant !== null && dayOf(instant) <= hasta;
  const pagado = (cobroId: number) =>
    ledger.pagos
      .filter((p) => p.cobroId === cobroId && p.day <= hasta)
      .reduce((sum, { monto }) => sum + monto, 0);
  const people = new Set<number>();
  for (const i of ledger.inscripciones) {
    const taller = ledger.talleres.get(i.tallerId);
    if (!taller || dayOf(taller.iniciaEn) < since) continue;
    const live = past
      ? before(i.creadoEn) &&
        !before(i.anuladaEn) &&
        !before(taller.anuladoEn) &&
        (i.total === 0 || pagado(i.cobroId) > 0)
      : i.anuladaEn === null &&
        taller.estado !== 'ANULADO' &&
        ['ABONADO', 'PAGADO'].includes(ledger.estados.get(i.cobroId) ?? '');
    if (live) people.add(i.clienteId);
  }
  for (const i of ledger.cursos) {
    const open = before(i.accesoDesde) && (i.accesoHasta === null || dayOf(i.accesoHasta) >= hasta);
    const pays = i.anuladaEn === null && ledger.estados.get(i.cobroId) === 'PAGADO';
    // Of one that lost its money, until the day before the last of it moved.
    const days = ledger.pagos.filter((p) => p.cobroId === i.cobroId).map((p) => p.day);
    const last = days.toSorted().at(-1);
    const live = past
      ? open &&
        (i.anuladaEn === null ? pays || (last !== undefined && hasta < last) : !before(i.anuladaEn))
      : open && pays;
    if (live) people.add(i.clienteId);
  }
  return people.size;
}
