import { describe, expect, it } from 'vitest';
import { perdidaAlBorrar } from './palabras.ts';

const bare = { titulo: 'Urdido', texto: null, videoTipo: null, videoNombre: null, terminadas: 0 };

describe('what is lost with a lesson', () => {
  it('is only itself when it is empty', () => {
    expect(perdidaAlBorrar(bare)).toBe('«Urdido» se borrará para siempre.');
  });

  it('is named whole: the file, the text and what students did', () => {
    const full = {
      ...bare,
      texto: '<p>a</p>',
      videoTipo: 'ARCHIVO' as const,
      videoNombre: 'u.mp4',
    };
    expect(perdidaAlBorrar({ ...full, terminadas: 12 })).toBe(
      '«Urdido» se borrará para siempre, con su video «u.mp4», su texto y el avance de los 12 alumnos que la terminaron.',
    );
    expect(perdidaAlBorrar({ ...full, terminadas: 1 })).toContain('1 alumno que la terminó');
  });

  it('is the link and not the video when it stands elsewhere', () => {
    expect(perdidaAlBorrar({ ...bare, videoTipo: 'YOUTUBE' })).toBe(
      '«Urdido» se borrará para siempre, con el enlace a su video.',
    );
  });
});
