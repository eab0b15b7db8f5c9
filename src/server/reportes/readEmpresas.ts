import type { Answer } from '#contract/endpoint.ts';
import type { getReporteEmpresas } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { cifraDe } from './cifra.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';
import { selectEmpresas, sumEmpresas } from './empresas.queries.ts';

/** What companies bought and paid; at most `limit` of them, those that paid the most first. */
export async function readEmpresas(
  db: Db,
  contexto: Contexto,
  limit: number,
): Promise<Answer<typeof getReporteEmpresas>> {
  const { tramo, tramoAnterior } = contexto;
  const items = await selectEmpresas(db, tramo, limit + 1);
  const ahora = await sumEmpresas(db, tramo);
  const antes = await sumEmpresas(db, tramoAnterior);
  return {
    ...marcoDe(contexto),
    definicion:
      'Las ventas hechas a nombre de una empresa. Ventas y vendido: las hechas en el período que siguen vigentes. Ingresos: lo que pagaron en el período menos lo devuelto. Por cobrar: lo que deben hoy, de cualquier fecha.',
    ingresos: cifraDe(
      [ahora.ingresos, antes.ingresos],
      'Pagos recibidos en el período por ventas a empresas, menos reembolsos y reversos.',
    ),
    vendido: cifraDe(
      [ahora.vendido, antes.vendido],
      'El total de las ventas a empresas hechas en el período que siguen vigentes, pagadas o no.',
    ),
    saldo: {
      valor: ahora.saldo,
      anterior: null,
      definicion:
        'Lo que falta por pagar hoy de las ventas a empresas. Es al momento: no depende del período.',
    },
    items: items.slice(0, limit),
    hayMas: items.length > limit,
  };
}
