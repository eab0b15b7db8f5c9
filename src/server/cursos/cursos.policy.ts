import type { EstadoCurso } from '#contract/cursos.ts';
import { invalid } from '../core/errors.ts';

type Puede = {
  editar: boolean;
  publicar: boolean;
  despublicar: boolean;
  borrar: boolean;
  vender: boolean;
  darAcceso: boolean;
};

/** What may be done with a Curso, by its state and by what the role allows. */
export function cursoPuede(
  curso: { estado: EstadoCurso; conVentas: boolean },
  rol: { escribir: boolean; vender: boolean },
): Puede {
  const publicado = curso.estado === 'PUBLICADO';
  return {
    editar: rol.escribir,
    publicar: rol.escribir && !publicado,
    despublicar: rol.escribir && publicado,
    borrar: rol.escribir && !publicado && !curso.conVentas,
    vender: rol.vender && publicado,
    darAcceso: rol.vender && publicado,
  };
}

type Contenido = { titulo: string; texto: string | null; videoTipo: string | null };

/** Whether a lesson has anything to watch or read. */
export function tieneContenido({ texto, videoTipo }: Omit<Contenido, 'titulo'>): boolean {
  return texto !== null || videoTipo !== null;
}

/**
 * @throws {AppError} VALIDACION naming what a Curso still lacks to be sold: a lesson at least, and in each
 * lesson something to watch or read.
 */
export function assertPublishable(lecciones: Contenido[]): void {
  if (lecciones.length === 0) {
    throw invalid('lecciones', 'Agrega al menos una lección antes de publicar.');
  }
  const vacias = lecciones.filter((leccion) => !tieneContenido(leccion));
  if (vacias.length > 0) {
    const titulos = vacias.map(({ titulo }) => `«${titulo}»`).join(', ');
    throw invalid('lecciones', `Agrega un video o un texto a ${titulos} antes de publicar.`);
  }
}
