import type { Answer } from '#contract/endpoint.ts';
import type { getEmbudo } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { cifraDe, diasDe, proporcionDe } from './cifra.ts';
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
  const leads = [ahora?.leads ?? 0, antes?.leads ?? 0];
  const captados = leads.reduce((sum, n) => sum + n, 0);
  const { meses: rows, demoras } = await selectEmbudo(db, contexto, captados);
  const todos = [rows.filter(({ mes }) => mes > 0), rows.filter(({ mes }) => mes === 0)].map(total);
  const demora = [false, true].map((before) => demoras.find((d) => d.antes === before));
  const share = (key: 'prospectos' | 'clientes') =>
    todos.map((row, i) => ({ parte: row[key], total: leads[i] ?? 0 }));
  return {
    ...marcoDe(contexto),
    definicion:
      'Sigue a las personas que llegaron en el período: cuántas mostraron interés y cuántas compraron, hasta hoy. Mostrar interés es reservar, anotarse en una lista de espera, decirlo en un contacto o comprar de una vez.',
    leads: cifraDe(leads, 'Personas que llegaron en el período, por cualquier vía.'),
    prospectos: proporcionDe(
      share('prospectos'),
      'De las personas que llegaron en el período, cuántas mostraron interés hasta hoy. Las del período anterior tuvieron más tiempo.',
    ),
    clientes: proporcionDe(
      share('clientes'),
      'De las personas que llegaron en el período, cuántas confirmaron al menos una compra hasta hoy. Las del período anterior tuvieron más tiempo.',
    ),
    inactivos: proporcionDe(
      todos.map((row) => ({ parte: row.inactivos, total: row.clientes })),
      'De las que compraron, cuántas están inactivas hoy.',
    ),
    diasAProspecto: diasDe(
      demora.map((d) => d?.aProspecto),
      'La mitad de quienes mostraron interés tardó menos que esto desde que llegó, y la otra mitad más.',
    ),
    diasACliente: diasDe(
      demora.map((d) => d?.aCliente),
      'La mitad de quienes compraron tardó menos que esto desde que llegó, y la otra mitad más.',
    ),
    meses: meses.map(({ mes }, index) => {
      const { prospectos, clientes } = rows.find((row) => row.mes === index + 1) ?? nadie;
      return { mes, leads: porMes[index]?.leads ?? 0, prospectos, clientes };
    }),
  };
}
