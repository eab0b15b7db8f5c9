import type { Answer } from '#contract/endpoint.ts';
import type { getOcupacion } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { cifraDe, milesimas, proporcionDe } from './cifra.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';
import { selectOcupacion } from './ocupacion.queries.ts';
import { sumCupos } from './tablero.queries.ts';

/** Seats of the Talleres of the period; at most `limit` of them, the latest first. */
export async function readOcupacion(
  db: Db,
  contexto: Contexto,
  limit: number,
): Promise<Answer<typeof getOcupacion>> {
  const items = await selectOcupacion(db, contexto.tramo, limit + 1);
  const sumas = await sumCupos(db, [contexto.tramo, contexto.tramoAnterior]);
  return {
    ...marcoDe(contexto),
    definicion:
      'Cupos tomados de los cupos ofrecidos, en los talleres publicados con fecha en el período. Un cupo reservado cuenta aunque no esté pagado; los talleres anulados y los borradores no cuentan.',
    ocupacion: proporcionDe(
      sumas.map(({ ocupados, cupos }) => ({ parte: ocupados, total: cupos })),
      'Cupos tomados de los cupos ofrecidos en los talleres publicados con fecha en el período.',
    ),
    talleres: cifraDe(
      sumas.map(({ talleres }) => talleres),
      'Talleres publicados con fecha en el período.',
    ),
    items: items.slice(0, limit).map((item) => ({
      ...item,
      ocupacion: milesimas(item.ocupados, item.cupos) ?? 0,
    })),
    hayMas: items.length > limit,
  };
}
