import type { Leccion } from '#contract/cursos.ts';

export const cuantasLecciones = (n: number) =>
  n === 0 ? 'Sin lecciones' : n === 1 ? '1 lección' : `${n} lecciones`;

export const cuantosAlumnos = (n: number) =>
  n === 0 ? 'Sin alumnos' : n === 1 ? '1 alumno' : `${n} alumnos`;

/** How long the access to a course lasts; null is for ever. */
export const duraAcceso = (dias: number | null) =>
  dias === null ? 'Para siempre' : dias === 1 ? '1 día' : `${dias} días`;

type Perdida = Pick<Leccion, 'titulo' | 'texto' | 'videoTipo' | 'videoNombre' | 'terminadas'>;

/** What goes when a lesson is deleted, in one sentence. */
export function perdidaAlBorrar(leccion: Perdida): string {
  const { titulo, texto, videoTipo, videoNombre, terminadas } = leccion;
  const lost = [
    videoTipo === 'ARCHIVO' && `su video «${videoNombre ?? 'subido'}»`,
    videoTipo !== null && videoTipo !== 'ARCHIVO' && 'el enlace a su video',
    texto && 'su texto',
    terminadas === 1 && 'el avance de 1 alumno que la terminó',
    terminadas > 1 && `el avance de los ${terminadas} alumnos que la terminaron`,
  ].filter((part) => typeof part === 'string');
  const last = lost.pop();
  const list = lost.length > 0 ? `${lost.join(', ')} y ${last}` : last;
  return list
    ? `«${titulo}» se borrará para siempre, con ${list}.`
    : `«${titulo}» se borrará para siempre.`;
}
