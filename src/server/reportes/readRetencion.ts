import type { Answer } from '#contract/endpoint.ts';
import type { getRetencion } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { addMonths } from '../core/time.ts';
import { avanceDe, cifraDe, diasDe, noSeCompara } from './cifra.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';
import { type CohorteRow, selectCohortes } from './retencion.queries.ts';

const nadie = { personas: 0, a3Meses: 0, a6Meses: 0, a12Meses: 0, alguna: 0 };

function total(cohortes: CohorteRow[]) {
  const of = (key: 'personas' | 'alguna') => cohortes.reduce((sum, row) => sum + row[key], 0);
  return { parte: of('alguna'), total: of('personas') };
}

/** Who bought again, by the month of the first purchase. */
export async function readRetencion(
  db: Db,
  contexto: Contexto,
): Promise<Answer<typeof getRetencion>> {
  const { today, meses } = contexto;
  const { cohortes: rows, demora } = await selectCohortes(db, contexto);
  const ahora = total(rows.filter(({ mes }) => mes > 0));
  const antes = total(rows.filter(({ mes }) => mes === 0));
  return {
    ...marcoDe(contexto),
    definicion:
      'Personas cuya primera compra confirmada (abonada o pagada, y vigente) es del período, y cuántas volvieron a comprar otro día, hasta hoy. Una columna queda vacía mientras no pasa todo su plazo.',
    personas: cifraDe(
      [ahora.total, antes.total],
      'Personas que compraron por primera vez en el período.',
    ),
    volvieron: avanceDe(
      ahora,
      `De esas personas, cuántas volvieron a comprar otro día, hasta hoy. ${noSeCompara('volver')}`,
    ),
    diasEntreCompras: diasDe(
      demora?.dias,
      `La mitad de quienes volvieron tardó menos que esto entre la primera compra y la siguiente, y la otra mitad más. ${noSeCompara('volver')}`,
    ),
    cohortes: meses.map(({ mes, hasta }, index) => {
      const row = rows.find((r) => r.mes === index + 1) ?? nadie;
      const once = (months: number, value: number) =>
        addMonths(hasta, months) < today ? value : null;
      return {
        mes,
        personas: row.personas,
        a3Meses: once(3, row.a3Meses),
        a6Meses: once(6, row.a6Meses),
        a12Meses: once(12, row.a12Meses),
        alguna: row.alguna,
      };
    }),
  };
}
