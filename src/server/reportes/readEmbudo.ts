import type { Answer } from '#contract/endpoint.ts';
import type { getEmbudo } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { cifraDe, diasDe, proporcionDe } from './cifra.ts';
import { sumCaptaciones } from './cifras.queries.ts';
import { type Contexto, marcoDe } from './contexto.ts';
import { type EmbudoRow, selectEmbudo } from './embudo.queries.ts';

const nadie: EmbudoRow = {
  mes: null,
  prospectos: 0,
  clientes: 0,
  inactivos: 0,
  diasAProspecto: null,
  diasACliente: null,
};

/** How far the people captured in the period came, and how long it took them. */
export async function readEmbudo(db: Db, contexto: Contexto): Promise<Answer<typeof getEmbudo>> {
  const { periodo, anterior, meses, tramoAnterior } = contexto;
  const [rows, rowsAntes, [ahora, antes, ...porMes]] = await Promise.all([
    selectEmbudo(db, contexto),
    selectEmbudo(db, { ...contexto, tramo: tramoAnterior }),
    sumCaptaciones(db, [periodo, anterior, ...meses]),
  ]);
  const leads = [ahora?.leads ?? 0, antes?.leads ?? 0];
  const todos = [rows, rowsAntes].map((r) => r.find(({ mes }) => mes === null) ?? nadie);
  const share = (key: 'prospectos' | 'clientes') =>
    todos.map((row, i) => ({ parte: row[key], total: leads[i] ?? 0 }));
  return {
    ...marcoDe(contexto),
    definicion:
      'Sigue a las personas que llegaron en el período: cuántas mostraron interés y cuántas compraron, hasta hoy. Mostrar interés es reservar, anotarse en una lista de espera, decirlo en un contacto o comprar de una vez.',
    leads: cifraDe(leads, 'Personas que llegaron en el período, por cualquier vía.'),
    prospectos: proporcionDe(
      share('prospectos'),
      'De las personas que llegaron en el período, cuántas mostraron interés hasta hoy.',
    ),
    clientes: proporcionDe(
      share('clientes'),
      'De las personas que llegaron en el período, cuántas confirmaron al menos una compra hasta hoy.',
    ),
    inactivos: proporcionDe(
      todos.map((row) => ({ parte: row.inactivos, total: row.clientes })),
      'De las que compraron, cuántas están inactivas hoy.',
    ),
    diasAProspecto: diasDe(
      todos.map((row) => row.diasAProspecto),
      'La mitad de quienes mostraron interés tardó menos que esto desde que llegó, y la otra mitad más.',
    ),
    diasACliente: diasDe(
      todos.map((row) => row.diasACliente),
      'La mitad de quienes compraron tardó menos que esto desde que llegó, y la otra mitad más.',
    ),
    meses: meses.map(({ mes }, index) => {
      const { prospectos, clientes } = rows.find((row) => row.mes === index + 1) ?? nadie;
      return { mes, leads: porMes[index]?.leads ?? 0, prospectos, clientes };
    }),
  };
}
