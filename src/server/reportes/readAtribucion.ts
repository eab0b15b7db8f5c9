import { origenes } from '#contract/clientes.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { getAtribucion } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import {
  countCaptacionesPorUtm,
  sumCaptacionesPorOrigen,
  sumIngresosPorOrigen,
  type Utm,
} from './atribucion.queries.ts';
import { avanceDe, cifraDe, milesimas, noSeCompara } from './cifra.ts';
import { type Captacion, sumCaptaciones, sumIngresos } from './cifras.queries.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';

const MAX_CAMPANAS = 200;

type Fila = { leads: number; clientes: number; ingresos: number };

const present = ({ leads, clientes, ingresos }: Fila) => ({
  leads,
  clientes,
  conversion: milesimas(clientes, leads),
  ingresos,
});

/** Adds people and money up by a key; each row keeps what it was made of. */
function addUp<T>(
  keyOf: (row: T) => string,
  captaciones: (Captacion & T)[],
  dinero: (T & { monto: number })[],
): (Fila & { de: T })[] {
  const rows = new Map<string, Fila & { de: T }>();
  const rowOf = (de: T) => {
    const row = rows.get(keyOf(de)) ?? { de, leads: 0, clientes: 0, ingresos: 0 };
    rows.set(keyOf(de), row);
    return row;
  };
  for (const captacion of captaciones) {
    const row = rowOf(captacion);
    row.leads += captacion.leads;
    row.clientes += captacion.convertidos;
  }
  for (const movido of dinero) rowOf(movido).ingresos += movido.monto;
  return [...rows.values()].sort((a, b) => b.ingresos - a.ingresos || b.leads - a.leads);
}

const utmKey = ({ utmSource, utmMedium, utmCampaign }: Utm) =>
  JSON.stringify([utmSource, utmMedium, utmCampaign]);

/** People and money by where the people came from. */
export async function readAtribucion(
  db: Db,
  contexto: Contexto,
): Promise<Answer<typeof getAtribucion>> {
  const { periodo, anterior, tramo } = contexto;
  const porOrigen = await sumCaptacionesPorOrigen(db, periodo);
  const porUtm = await countCaptacionesPorUtm(db, tramo);
  const dinero = await sumIngresosPorOrigen(db, tramo);
  const totales = await sumCaptaciones(db, [periodo, anterior]);
  const ingresos = await sumIngresos(db, [anterior]);
  const known = addUp(({ origen }) => origen, porOrigen, dinero);
  const conUtm = dinero.filter((d) => d.utmSource || d.utmMedium || d.utmCampaign);
  return {
    ...marcoDe(contexto),
    definicion:
      'El origen es por donde cada persona llegó la primera vez. Leads: las que llegaron en el período. Clientes: cuántas de ellas ya confirmaron una compra. Ingresos: lo que pagaron en el período todas las personas de ese origen, hayan llegado cuando hayan llegado, menos lo devuelto.',
    leads: cifraDe(
      totales.map((t) => t.leads),
      'Personas que llegaron en el período, por cualquier vía.',
    ),
    conversion: avanceDe(
      { parte: totales[0]?.convertidos ?? 0, total: totales[0]?.leads ?? 0 },
      `De las personas que llegaron en el período, cuántas confirmaron al menos una compra hasta hoy. ${noSeCompara('comprar')}`,
    ),
    ingresos: cifraDe(
      [dinero.reduce((sum, { monto }) => sum + monto, 0), ingresos[0] ?? 0],
      'Pagos recibidos menos reembolsos y reversos del período. Es el mismo total del reporte de ingresos.',
    ),
    origenes: origenes
      .flatMap((origen) => {
        const row = known.find(({ de }) => de.origen === origen);
        return row ? [{ origen, ...present(row) }] : [];
      })
      .sort((a, b) => b.ingresos - a.ingresos || b.leads - a.leads),
    campanas: addUp<Utm>(utmKey, porUtm, conUtm)
      .slice(0, MAX_CAMPANAS)
      .map(({ de: { utmSource, utmMedium, utmCampaign }, ...fila }) => ({
        utmSource,
        utmMedium,
        utmCampaign,
        ...present(fila),
      })),
  };
}
