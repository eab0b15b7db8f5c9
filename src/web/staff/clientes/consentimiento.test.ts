import { expect, it } from 'vitest';
import { pruebaEnPalabras } from './consentimiento.ts';

const read = (evidencia: Record<string, unknown>) =>
  pruebaEnPalabras(evidencia, 'America/Santiago');

it('reads what staff wrote down, and a click on a button', () => {
  expect(read({ dicho: 'Por teléfono', usuario: 'Rosa' })).toEqual([
    'Cómo lo dijo: Por teléfono',
    'Lo anotó Rosa',
  ]);
  expect(read({ mensaje: 7, ip: '203.0.113.7', userAgent: 'Correo 1', via: 'UN_CLIC' })).toEqual([
    'Con el botón de su programa de correo',
    'IP 203.0.113.7 · Correo 1',
  ]);
});

it('reads both steps of a confirmed subscription, in local time', () => {
  const lines = read({
    suscripcion: 1,
    solicitud: { ip: '203.0.113.7', userAgent: 'A', en: '2026-05-05T16:30:00.000Z' },
    confirmacion: { ip: '203.0.113.8', userAgent: null, en: '2026-05-05T16:40:00.000Z' },
  });
  expect(lines).toEqual([
    expect.stringMatching(/^Lo pidió: .*12:30.* · IP 203\.0\.113\.7 · A$/),
    expect.stringMatching(/^Lo confirmó: .*12:40.* · IP 203\.0\.113\.8$/),
  ]);
});

it('leaves out what it does not know', () => {
  expect(read({ otra: { cosa: 1 }, usuario: null })).toEqual([]);
});
