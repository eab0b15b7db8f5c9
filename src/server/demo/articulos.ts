import { slugify } from '../core/text.ts';
import { temas } from './catalogo.ts';
import { cursos as plantillasCurso, textoDeLeccion } from './catalogoCursos.ts';
import { kits as plantillasKit } from './catalogoKits.ts';
import { type CursoPlan, DAY, iso, type KitPlan, type Mundo } from './mundo.ts';

type Base = Pick<Mundo, 'ids' | 'hoy'>;
const temaDe = (interes: string | undefined) => {
  const index = temas.findIndex((tema) => tema.interes === interes);
  return index < 0 ? undefined : index;
};

export function planCursos({ ids, hoy }: Base): CursoPlan[] {
  return plantillasCurso.map(({ interes, precio, diasAcceso, lecciones }, i) => ({
    id: ids('curso'),
    tema: temaDe(interes) ?? 0,
    precio,
    diasAcceso,
    publicado: hoy - (420 - i * 70) * DAY,
    lecciones: lecciones.map(() => ids('leccion')),
  }));
}

export function planKits({ ids }: Base): KitPlan[] {
  return plantillasKit.map((plantilla) => ({
    id: ids('producto'),
    tema: temaDe(plantilla.interes),
    plantilla,
  }));
}

type Marcas = { intereses: readonly number[]; portadas: readonly string[] };

/** The courses to store. */
export function cursoRows(plans: readonly CursoPlan[], { intereses, portadas }: Marcas) {
  return plans.map(({ id, tema, publicado }, i) => {
    const { titulo, resumen, instructor, precio, diasAcceso } = plantillasCurso[
      i
    ] as (typeof plantillasCurso)[number];
    return {
      id,
      titulo,
      slug: slugify(titulo),
      resumen,
      descripcion: `${resumen}\n\nLo ves cuando quieras y cuantas veces quieras. Cada lección trae su video y una guía escrita. Si te trabas, nos escribes por WhatsApp.`,
      instructor,
      interesId: intereses[tema],
      imagenId: portadas[tema] ?? null,
      precio,
      afectoIva: false,
      diasAcceso,
      estado: 'PUBLICADO',
      publicadoEn: iso(publicado),
      version: 2,
      creadoEn: iso(publicado - 9 * DAY),
      actualizadoEn: iso(publicado),
    };
  });
}

export function leccionRows(plans: readonly CursoPlan[]) {
  return plans.flatMap(({ id, lecciones, publicado }, i) => {
    const plantilla = plantillasCurso[i] as (typeof plantillasCurso)[number];
    return lecciones.map((leccionId, n) => {
      const [titulo, minutos] = plantilla.lecciones[n] as readonly [string, number];
      return {
        id: leccionId,
        cursoId: id,
        orden: n + 1,
        titulo,
        texto: textoDeLeccion(titulo, plantilla.titulo),
        // A film that anyone may embed: the sample school has none of its own.
        videoTipo: n % 3 === 2 ? 'VIMEO' : 'YOUTUBE',
        videoRef: n % 3 === 2 ? '76979871' : 'aqz-KE-bpKQ',
        duracionSegundos: minutos * 60,
        gratuita: n === 0,
        creadoEn: iso(publicado - 8 * DAY),
        actualizadoEn: iso(publicado - 8 * DAY),
      };
    });
  });
}

/** The kits to store, with the stock that their movements left. */
export function productoRows(
  plans: readonly KitPlan[],
  stock: ReadonlyMap<number, number>,
  { intereses, portadas }: Marcas,
  { hoy }: Pick<Mundo, 'hoy'>,
) {
  return plans.map(({ id, tema, plantilla }) => {
    const { nombre, sku, descripcion, precio, minimo, ventaWeb } = plantilla;
    const stockActual = stock.get(id) ?? 0;
    return {
      id,
      nombre,
      sku,
      slug: slugify(nombre),
      descripcion,
      interesId: tema === undefined ? null : intereses[tema],
      imagenId: tema === undefined ? null : (portadas[tema] ?? null),
      precio,
      afectoIva: true,
      stockActual,
      stockMinimo: minimo,
      alertaEn: stockActual <= minimo ? iso(hoy - DAY) : null,
      ventaWeb,
      estado: 'ACTIVO',
      creadoEn: iso(hoy - 740 * DAY),
      actualizadoEn: iso(hoy - DAY),
    };
  });
}
