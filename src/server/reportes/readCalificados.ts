import type { Answer } from '#contract/endpoint.ts';
import type { getCalificados } from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import { nameContadas, selectContadasEntre } from '../resenas/publicas.queries.ts';
import { rankResenas } from '../resenas/readPublicas.ts';
import { cifraDe } from './cifra.ts';
import type { Contexto } from './contexto.queries.ts';
import { marcoDe } from './contexto.ts';

const keyOf = ({ tipo, id }: { tipo: string; id: number }) => `${tipo} ${id}`;

/** The ranking of all published reviews, and how many of them are of the period; at most `limit` rows. */
export async function readCalificados(
  db: Db,
  contexto: Contexto,
  limit: number,
): Promise<Answer<typeof getCalificados>> {
  const ranking = await rankResenas(db, limit);
  const nuevas = await nameContadas(db, await selectContadasEntre(db, contexto.tramo));
  const antes = await selectContadasEntre(db, contexto.tramoAnterior);
  const count = (rows: { cantidad: number }[]) =>
    rows.reduce((sum, { cantidad }) => sum + cantidad, 0);
  const byThing = new Map(nuevas.map((row) => [keyOf(row), row.cantidad]));
  return {
    ...marcoDe(contexto),
    definicion:
      'Las reseñas publicadas de siempre, por puntaje. Puntaje: el promedio, acercado al de la escuela cuando hay pocas reseñas, para que una sola de cinco estrellas no le gane a cuarenta. Las ediciones de un mismo taller van juntas. «Nuevas» son las escritas en el período.',
    resenas: cifraDe(
      [count(nuevas), count(antes)],
      'Reseñas escritas en el período que están publicadas.',
    ),
    items: ranking.map(({ de, cantidad, promedio, puntaje }) => ({
      tipo: de.tipo,
      id: de.id,
      titulo: de.titulo,
      promedio,
      ranking: puntaje,
      resenas: cantidad,
      nuevas: byThing.get(keyOf(de)) ?? 0,
    })),
  };
}
