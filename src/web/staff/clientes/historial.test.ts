import { describe, expect, test } from 'vitest';
import type { Cliente } from '#contract/clientes.ts';
import { cambioEnPalabras, quienLoHizo } from './historial.ts';

type Cambio = Cliente['historial'][number];

const cambio = (parts: Partial<Cambio>): Cambio => ({
  id: 1,
  de: 'LEAD',
  a: 'PROSPECTO',
  causa: 'MANUAL',
  motivo: null,
  usuario: null,
  creadoEn: '2026-03-01T12:00:00.000Z',
  ...parts,
});
const llegada = cambio({ de: null, a: 'LEAD', causa: 'CAPTURA' });

describe('the history of estado in words', () => {
  test('names how the person came', () => {
    expect(cambioEnPalabras(llegada, { origen: 'INSTAGRAM', origenDetalle: {} })).toBe(
      'Llegó por Instagram y quedó como lead.',
    );
    const referred = { origen: 'REFERIDO', origenDetalle: { referidoPor: 'Ana' } } as const;
    expect(cambioEnPalabras(llegada, referred)).toBe(
      'Llegó por recomendación de Ana y quedó como lead.',
    );
  });

  test('says the cause, then both estados', () => {
    const compra = cambio({ de: 'INACTIVO', a: 'CLIENTE', causa: 'COMPRA_CONFIRMADA' });
    expect(cambioEnPalabras(compra, { origen: 'OTRO', origenDetalle: {} })).toBe(
      'Confirmó una compra: pasó de inactivo a cliente.',
    );
  });

  test('names who did it once', () => {
    const aMano = cambio({ usuario: 'Berta' });
    expect(cambioEnPalabras(aMano, { origen: 'WEB', origenDetalle: {} })).toBe(
      'Berta cambió su estado: pasó de lead a prospecto.',
    );
    expect(quienLoHizo(aMano)).toBeUndefined();
    expect(quienLoHizo(cambio({ causa: 'CAPTURA', usuario: 'Berta' }))).toBe('Por Berta');
    expect(quienLoHizo(cambio({ causa: 'SIN_ACTIVIDAD' }))).toBe('Automático');
  });
});
