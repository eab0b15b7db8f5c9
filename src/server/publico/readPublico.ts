import { imagenUrl } from '#contract/archivos.ts';
import type { KitPublico, NegocioPublico, TallerPublico } from '#contract/publico.ts';
import { MAX_CUPOS_WEB } from '#contract/ventas.ts';
import type { Db } from '../core/db/connect.ts';
import { disponibilidadDe } from '../talleres/talleres.policy.ts';
import type { selectCatalogo, selectPublicado } from './publico.queries.ts';

export async function readNegocioPublico(db: Db): Promise<NegocioPublico> {
  const { logoId, conCursos, ...negocio } = await db
    .selectFrom('negocio')
    .select(['nombre', 'logoId', 'colorAcento', 'email', 'telefono', 'whatsapp', 'direccion'])
    .select('textoConsentimiento')
    .select((eb) =>
      eb
        .exists(eb.selectFrom('curso').select('curso.id').where('estado', '=', 'PUBLICADO'))
        .as('conCursos'),
    )
    .executeTakeFirstOrThrow();
  const intereses = await db
    .selectFrom('interes')
    .select(['id', 'nombre', 'color'])
    .orderBy('nombre')
    .execute();
  const logoUrl = logoId ? imagenUrl(logoId) : null;
  return { ...negocio, logoUrl, intereses, hayCursos: Boolean(conCursos) };
}

type CatalogoRow = Awaited<ReturnType<typeof selectCatalogo>>[number];

/** A Taller without what the public must not see: ids, who is enrolled, the state's reasons. */
export function presentTallerPublico(row: CatalogoRow, now: string) {
  const { id: _id, imagenId, estado, cuposVisita: cuposLibres, ...rest } = row;
  const { cupos: _c, cuposOcupados: _t, cuposOfrecidos: _o, cuposLibres: _f, ...shown } = rest;
  return {
    ...shown,
    imagenUrl: imagenId ? imagenUrl(imagenId) : null,
    cuposLibres,
    disponibilidad: disponibilidadDe({ estado, cuposLibres, iniciaEn: row.iniciaEn }, now),
  };
}

type PublicadoRow = NonNullable<Awaited<ReturnType<typeof selectPublicado>>>;

export function presentTallerCompleto(
  row: PublicadoRow,
  kits: KitPublico[],
  now: string,
): TallerPublico {
  const { slug, titulo, modalidad, lugar, comuna, instructor, interes, resumen } = row;
  const { iniciaEn, terminaEn, zona, precio } = row;
  const { imagenUrl: imagen, cuposLibres, disponibilidad } = presentTallerPublico(row, now);
  return {
    slug,
    titulo,
    modalidad,
    lugar,
    comuna,
    instructor,
    interes,
    resumen,
    iniciaEn,
    terminaEn,
    zona,
    precio,
    imagenUrl: imagen,
    cuposLibres,
    disponibilidad,
    descripcion: row.descripcion,
    direccion: row.direccion,
    horasReserva: row.horasReserva,
    kits,
    maximoPorInscripcion: Math.min(cuposLibres, MAX_CUPOS_WEB),
  };
}
