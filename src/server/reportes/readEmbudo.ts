import type { Answer } from '#contract/endpoint.ts';
import type { getEmbudo } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { avanceDe, cifraDe, diasDe, noSeCompara } from './cifra.ts';
import { sumCaptaciones } from './cifras.queries.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';
import { type EmbudoRow, selectEmbudo } from './embudo.queries.ts';

const nadie = { prospectos: 0, clientes: 0, inactivos: 0 };

function total(rows: EmbudoRow[]) {
  const of = (key: keyof typeof nadie) => rows.reduce((sum, row) => sum + row[key], 0);
  return { prospectos: of('prospectos'), clientes: of('clientes'), inactivos: of('inactivos') };
}

/** How far the people captured in the period came, and how long it took them. */
export async function readEmbudo(db: Db, contexto: Contexto): Promise<Answer<typeof getEmbudo>> {
  const { periodo, anterior, meses } = contexto;
  const [ahora, antes, ...porMes] = await sumCaptaciones(db, [periodo, anterior, ...meses]);
  const captados = ahora?.leads ?? 0;
  const { meses: rows, demora } = await selectEmbudo(db, contexto, captados);
  const todos = total(rows);
  return {
    ...marcoDe(contexto),
    definicion:
      'Sigue a las personas que llegaron en el período: cuántas mostraron interés y cuántas compraron, hasta hoy. Mostrar interés es reservar, anotarse en una lista de espera, decirlo en un contacto o comprar de una vez.',
    leads: cifraDe(
      [captados, antes?.leads ?? 0],
      'Personas que llegaron en el período, por cualquier vía.',
    ),
    prospectos: avanceDe(
      { parte: todos.prospectos, total: captados },
      `De las personas que llegaron en el período, cuántas mostraron interés hasta hoy. ${noSeCompara('decidirse')}`,
    ),
    clientes: avanceDe(
      { parte: todos.clientes, total: captados },
      `De las personas que llegaron en el período, cuántas confirmaron al menos una compra hasta hoy. ${noSeCompara('comprar')}`,
    ),
    inactivos: avanceDe(
      { parte: todos.inactivos, total: todos.clientes },
      `De las que compraron, cuántas están inactivas hoy. ${noSeCompara('alejarse')}`,
    ),
    diasAProspecto: diasDe(
      demora?.aProspecto,
      `La mitad de quienes mostraron interés tardó menos que esto desde que llegó, y la otra mitad más. ${noSeCompara('decidirse')}`,
    ),
    diasACliente: diasDe(
      demora?.aCliente,
      `La mitad de quienes compraron tardó menos que esto desde que llegó, y la otra mitad más. ${noSeCompara('comprar')}`,
    ),
    meses: meses.map(({ mes }, index) => {
      const { prospectos, clientes } = rows.find((row) => row.mes === index + 1) ?? nadie;
      return { mes, leads: porMes[index]?.leads ?? 0, prospectos, clientes };
    }),
  };
}
