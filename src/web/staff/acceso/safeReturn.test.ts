import { expect, test } from 'vitest';
import { safeReturn } from './safeReturn.ts';

test.each(['/app', '/app/ventas/3?accion=pago', '/app?periodo=ANO'])('goes back to %s', (place) => {
  expect(safeReturn(place)).toBe(place);
});

test.each([
  undefined,
  '',
  '//otro.cl',
  'https://otro.cl/app',
  '/application',
  'javascript:alert(1)',
])('does not follow %s', (place) => {
  expect(safeReturn(place)).toBe('/app');
});
