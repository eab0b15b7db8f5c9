import { imagenUrl } from '#contract/archivos.ts';
import { type Calificacion, calificada } from './calificada.ts';
import type { selectCursoPublicado } from './cursos.queries.ts';
import type { Sitio } from './heads.queries.ts';

export type CursoVisible = NonNullable<Awaited<ReturnType<typeof selectCursoPublicado>>>;

/** Seconds as ISO 8601 tells a length, to the minute: `PT1H5M`. */
function isoLength(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}

/** A Curso as schema.org tells it, for search engines; `base` is the public address. */
export function cursoGrabado(
  curso: CursoVisible,
  calificacion: Calificacion,
  sitio: Sitio,
  base: string,
): object {
  const url = `${base}/cursos/${curso.slug}`;
  const description = curso.resumen ?? curso.descripcion?.slice(0, 500);
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: curso.titulo,
    ...(description && { description }),
    url,
    ...(curso.imagenId && { image: [base + imagenUrl(curso.imagenId)] }),
    provider: { '@type': 'Organization', name: sitio.nombre, url: base },
    ...calificada(calificacion),
    inLanguage: 'es-CL',
    isAccessibleForFree: curso.precio === 0,
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      ...(curso.duracionSegundos > 0 && { courseWorkload: isoLength(curso.duracionSegundos) }),
      ...(curso.instructor && { instructor: { '@type': 'Person', name: curso.instructor } }),
    },
    offers: {
      '@type': 'Offer',
      url,
      category: curso.precio === 0 ? 'Free' : 'Paid',
      price: curso.precio,
      priceCurrency: 'CLP',
      availability: 'https://schema.org/InStock',
      validFrom: curso.publicadoEn,
    },
  };
}
