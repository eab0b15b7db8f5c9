import { describe, expect, test } from 'vitest';
import type { Interaccion } from '#contract/interacciones.ts';
import { toBorrador, toCampos } from './borrador.ts';

describe('what is sent of a contact', () => {
  test('says what it was when nothing was written', () => {
    expect(toCampos({ tipo: 'LLAMADA', resumen: ' ', resultado: 'SIN_RESPUESTA' })).toEqual({
      tipo: 'LLAMADA',
      direccion: 'SALIENTE',
      resultado: 'SIN_RESPUESTA',
      resumen: 'Llamada: sin respuesta',
    });
  });

  test('keeps nothing that was chosen for another kind', () => {
    const chosen = { direccion: 'ENTRANTE', resultado: 'INTERESADO', resumen: 'Alergia' } as const;
    expect(toCampos({ tipo: 'NOTA', ...chosen })).toMatchObject({
      direccion: null,
      resultado: null,
      resumen: 'Alergia',
    });
    expect(toCampos({ tipo: 'REUNION', ...chosen })).toMatchObject({
      direccion: null,
      resultado: 'INTERESADO',
    });
  });
});

test('a contact goes into its form and out of it as it was', () => {
  const known: Interaccion = {
    id: 1,
    cliente: { id: 2, nombres: 'Ana', apellidos: '', email: null, telefono: null },
    tipo: 'WHATSAPP',
    direccion: 'ENTRANTE',
    resumen: 'Preguntó por fechas',
    detalle: null,
    resultado: null,
    fecha: '2026-03-01T12:00:00.000Z',
    responsable: null,
    seguimiento: {
      fecha: '2026-03-04',
      nota: 'Mandar precios',
      responsable: { id: 'u', nombre: 'Berta' },
      hechoEn: null,
      hechoPor: null,
      cuando: 'HOY',
    },
    version: 3,
    creadoEn: '2026-03-01T12:00:00.000Z',
    puede: { editar: true, eliminar: true },
  };
  const draft = toBorrador(known);
  expect(toCampos({ ...draft, tipo: known.tipo })).toEqual({
    tipo: 'WHATSAPP',
    direccion: 'ENTRANTE',
    resumen: 'Preguntó por fechas',
    detalle: '',
    resultado: null,
    fecha: '2026-03-01T12:00:00.000Z',
    responsableId: null,
    seguimiento: { fecha: '2026-03-04', nota: 'Mandar precios', responsableId: 'u' },
  });
});
