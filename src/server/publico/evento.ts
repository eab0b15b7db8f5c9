import { TZDate } from '@date-fns/tz';
import { imagenUrl } from '#contract/archivos.ts';
import { nombreComuna } from '#contract/comunas.ts';
import { disponibilidadDe } from '../talleres/talleres.policy.ts';
import { type Calificacion, calificada } from './calificada.ts';
import type { Sitio, TallerVisible } from './heads.queries.ts';

const schema = (word: string) => `https://schema.org/${word}`;

/**
 * A Taller as schema.org tells it, for search engines, with the rating of its series. `url` is its page,
 * `base` the public address.
 */
export function evento(
  taller: TallerVisible,
  calificacion: Calificacion,
  sitio: Sitio,
  base: string,
  now: string,
): object {
  const url = `${base}/talleres/${taller.slug}`;
  const state = disponibilidadDe(taller, now);
  const live = taller.modalidad === 'EN_VIVO';
  const open = state === 'ABIERTO' || state === 'COMPLETO';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: taller.titulo,
    ...(description(taller) && { description: description(taller) }),
    url,
    startDate: new TZDate(taller.iniciaEn, taller.zona).toISOString(),
    endDate: new TZDate(taller.terminaEn, taller.zona).toISOString(),
    eventStatus: schema(state === 'ANULADO' ? 'EventCancelled' : 'EventScheduled'),
    eventAttendanceMode: schema(live ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode'),
    location: live ? { '@type': 'VirtualLocation', url } : place(taller),
    ...(taller.imagenId && { image: [base + imagenUrl(taller.imagenId)] }),
    organizer: { '@type': 'Organization', name: sitio.nombre, url: base },
    ...(taller.instructor && { performer: { '@type': 'Person', name: taller.instructor } }),
    ...calificada(calificacion),
    inLanguage: 'es-CL',
    isAccessibleForFree: taller.precio === 0,
    maximumAttendeeCapacity: taller.cupos,
    remainingAttendeeCapacity: taller.cuposLibres,
    ...(open && {
      offers: {
        '@type': 'Offer',
        url,
        price: taller.precio,
        priceCurrency: 'CLP',
        availability: schema(state === 'ABIERTO' ? 'InStock' : 'SoldOut'),
        validFrom: taller.publicadoEn,
      },
    }),
  };
}

function description(taller: TallerVisible): string | null {
  return taller.resumen ?? taller.descripcion?.slice(0, 500) ?? null;
}

function place(taller: TallerVisible): object {
  const locality = taller.comuna && nombreComuna(taller.comuna);
  return {
    '@type': 'Place',
    name: taller.lugar ?? locality ?? 'Lugar por confirmar',
    address: {
      '@type': 'PostalAddress',
      ...(taller.direccion && { streetAddress: taller.direccion }),
      ...(locality && { addressLocality: locality }),
      addressCountry: 'CL',
    },
  };
}
