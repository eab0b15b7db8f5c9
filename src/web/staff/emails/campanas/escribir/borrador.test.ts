import { describe, expect, it } from 'vitest';
import { type Borrador, porGuardar } from './borrador.ts';

const guardado: Borrador = {
  nombre: 'Navidad',
  tipo: 'OFERTA',
  plantillaId: null,
  asunto: 'Hola',
  preheader: '',
  cuerpo: '<p>Hola</p>',
  tallerId: null,
  cursoId: null,
  productoId: null,
  audiencia: { modo: 'FILTRO', filtro: {} },
  seguimiento: false,
};

describe('what is to be saved of a draft', () => {
  it('is what changed, and nothing else', () => {
    expect(porGuardar(guardado, guardado, {})).toEqual({ cambios: {}, problemas: {} });
    const ahora: Borrador = { ...guardado, asunto: 'Chao', tallerId: 3 };
    expect(porGuardar(ahora, guardado, {}).cambios).toEqual({ asunto: 'Chao', tallerId: 3 });
  });

  it('saves the rest when one field cannot be saved', () => {
    const ahora: Borrador = {
      ...guardado,
      nombre: ' ',
      cuerpo: '<p>Chao</p>',
      audiencia: { modo: 'CLIENTES', clientes: [] },
    };
    const { cambios, problemas } = porGuardar(ahora, guardado, {});
    expect(cambios).toEqual({ cuerpo: '<p>Chao</p>' });
    expect(problemas.nombre?.mensaje).toBe('Escribe este dato.');
    expect(problemas.audiencia?.mensaje).toBe('Elige para quién es.');
  });

  it('does not repeat what was refused until it changes', () => {
    const ahora: Borrador = { ...guardado, asunto: 'Hola {{ nada }}' };
    const rechazados = {
      asunto: { valor: JSON.stringify(ahora.asunto), mensaje: 'La variable no existe.' },
    };
    expect(porGuardar(ahora, guardado, rechazados)).toEqual({
      cambios: {},
      problemas: rechazados,
    });
    const corrected = { ...ahora, asunto: 'Hola {{ cliente.nombres }}' };
    expect(porGuardar(corrected, guardado, rechazados).cambios).toEqual({
      asunto: 'Hola {{ cliente.nombres }}',
    });
  });

  it('leaves empty conditions of the audience out', () => {
    const ahora: Borrador = {
      ...guardado,
      audiencia: { modo: 'FILTRO', filtro: { q: '', intereses: [4] } },
    };
    expect(porGuardar(ahora, guardado, {}).cambios).toEqual({
      audiencia: { modo: 'FILTRO', filtro: { intereses: [4] } },
    });
  });
});
