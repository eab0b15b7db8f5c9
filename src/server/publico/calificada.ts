export type Calificacion = { cantidad: number; promedio: number | null };

/** The mean of its published reviews as schema.org tells it; nothing while there are none. */
export function calificada({ cantidad, promedio }: Calificacion): object {
  if (promedio === null) return {};
  return {
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: promedio,
      reviewCount: cantidad,
      bestRating: 5,
      worstRating: 1,
    },
  };
}
