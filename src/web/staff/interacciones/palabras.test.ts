import { describe, expect, test } from 'vitest';
import { addDays } from './dias.ts';
import { resumenPorDefecto, tipoEnPalabras } from './palabras.ts';

describe('a contact of which nothing was written', () => {
  test('is told by its kind, who began it and what came of it', () => {
    expect(resumenPorDefecto({ tipo: 'LLAMADA' })).toBe('Llamada');
    expect(resumenPorDefecto({ tipo: 'LLAMADA', resultado: 'SIN_RESPUESTA' })).toBe(
      'Llamada: sin respuesta',
    );
    expect(
      resumenPorDefecto({ tipo: 'WHATSAPP', direccion: 'ENTRANTE', resultado: 'INTERESADO' }),
    ).toBe('Mensaje de WhatsApp recibido: le interesa');
  });

  test('has nothing to say as a note', () => {
    expect(resumenPorDefecto({ tipo: 'NOTA', resultado: 'RESUELTO' })).toBe('');
    expect(tipoEnPalabras({ tipo: 'NOTA' })).toBe('Nota del equipo');
  });
});

test('days are counted over the ends of months and of summer time', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-04-04', 3)).toBe('2026-04-07');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});
