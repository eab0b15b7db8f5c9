import type { EstadoCurso } from '#contract/cursos.ts';
import type { FieldError } from '#contract/errors.ts';
import { AppError } from '../core/errors.ts';

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
 * @throws {AppError} VALIDACION naming all that a Curso still lacks to be sold: something that says what it
 * is about, a lesson at least, and in each lesson something to watch or read.
 */
export function assertPublishable(
  curso: { resumen: string | null; descripcion: string | null },
  lecciones: Contenido[],
): void {
  const fields: FieldError[] = [];
  if (!curso.resumen && !curso.descripcion) {
    fields.push({ campo: 'resumen', mensaje: 'Escribe de qué trata antes de publicar.' });
  }
  if (lecciones.length === 0) {
    fields.push({ campo: 'lecciones', mensaje: 'Agrega al menos una lección antes de publicar.' });
  }
  const vacias = lecciones.filter((leccion) => !tieneContenido(leccion));
  if (vacias.length > 0) {
    const titulos = vacias.map(({ titulo }) => `«${titulo}»`).join(', ');
    fields.push({
      campo: 'lecciones',
      mensaje: `Agrega un video o un texto a ${titulos} antes de publicar.`,
    });
  }
  if (fields.length > 0)
    throw new AppError('VALIDACION', 'A este curso le falta algo.', { fields });
}
