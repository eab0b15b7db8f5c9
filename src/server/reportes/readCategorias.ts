import type { Answer } from '#contract/endpoint.ts';
import type { getCategorias } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { selectCategorias, sumCategorias, type VendidoRow } from './categorias.queries.ts';
import { cifraDe } from './cifra.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';

const total = (rows: VendidoRow[], key: 'inscripciones' | 'vendido') =>
  rows.reduce((sum, row) => sum + row[key], 0);

/** What interests sell, those of the period before too when nothing of them was sold now. */
export async function readCategorias(
  db: Db,
  contexto: Contexto,
): Promise<Answer<typeof getCategorias>> {
  const ahora = await selectCategorias(db, contexto.tramo);
  const antes = await sumCategorias(db, contexto.tramoAnterior);
  const known = new Set(ahora.map(({ interes }) => interes?.id));
  const gone = antes
    .filter(({ interes }) => !known.has(interes?.id))
    .map((row) => ({ ...row, inscripciones: 0, cupos: 0, personas: 0, vendido: 0 }));
  const before = new Map(antes.map(({ interes, inscripciones }) => [interes?.id, inscripciones]));
  return {
    ...marcoDe(contexto),
    definicion:
      'Inscripciones vigentes en talleres y cursos, hechas en el período, por el interés del taller o curso. Las anuladas no cuentan; las que aún no se pagan, sí.',
    inscripciones: cifraDe(
      [total(ahora, 'inscripciones'), total(antes, 'inscripciones')],
      'Inscripciones en talleres y cursos hechas en el período que siguen vigentes.',
    ),
    vendido: cifraDe(
      [total(ahora, 'vendido'), total(antes, 'vendido')],
      'El precio de esas inscripciones con su descuento, pagado o no. No incluye kits.',
    ),
    items: [...ahora, ...gone].map((row) => ({
      ...row,
      inscripcionesAnterior: before.get(row.interes?.id) ?? 0,
    })),
  };
}
