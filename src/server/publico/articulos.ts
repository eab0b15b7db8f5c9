import type { Articulo } from './comprar.ts';
import type { CursoEnVenta, TallerEnVenta } from './publico.queries.ts';

const HOUR_MS = 3_600_000;

/** When a web hold made now ends: after the hours of the setting. */
function holdUntil({ horasReserva }: { horasReserva: number }, now: string): string {
  return new Date(Date.parse(now) + horasReserva * HOUR_MS).toISOString();
}

/** Seats of a Taller as a visitor buys them; their hold ends when it begins, at the latest. */
export function articuloTaller(taller: TallerEnVenta, cantidad: number, now: string): Articulo {
  const { slug, titulo, modalidad, lugar, direccion, comuna, iniciaEn, terminaEn, zona } = taller;
  const end = holdUntil(taller, now);
  return {
    linea: {
      tipo: 'TALLER',
      tallerId: taller.id,
      cantidad,
      precioUnitario: taller.precio,
      descuento: 0,
      descuentoMotivo: null,
      afectoIva: taller.afectoIva,
    },
    slug,
    interesId: taller.interesId,
    venceEn: end < iniciaEn ? end : iniciaEn,
    presentado: {
      titulo,
      taller: { slug, titulo, modalidad, lugar, direccion, comuna, iniciaEn, terminaEn, zona },
      cursoSlug: null,
    },
  };
}

/** A course as a visitor buys it. */
export function articuloCurso(curso: CursoEnVenta, now: string): Articulo {
  const { id: cursoId, slug, titulo, precio, afectoIva, diasAcceso, interesId } = curso;
  return {
    linea: {
      tipo: 'CURSO',
      cursoId,
      cantidad: 1,
      precioUnitario: precio,
      descuento: 0,
      descuentoMotivo: null,
      afectoIva,
      diasAcceso,
      cortesiaMotivo: null,
    },
    slug,
    interesId,
    venceEn: holdUntil(curso, now),
    presentado: { titulo, taller: null, cursoSlug: slug },
  };
}
