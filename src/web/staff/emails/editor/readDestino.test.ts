import { expect, test } from 'vitest';
import { readDestino } from './readDestino.ts';

test.each([
  ['{{ taller.enlace }}', '{{ taller.enlace }}'],
  [' {{ taller.enlace }} ', '{{ taller.enlace }}'],
  ['escuela.cl/talleres', 'https://escuela.cl/talleres'],
  ['hola@escuela.cl', 'mailto:hola@escuela.cl'],
  ['https://escuela.cl/?de={{ cliente.comuna }}', 'https://escuela.cl/?de={{ cliente.comuna }}'],
  ['escuela.cl/?de={{ cliente.comuna }}', 'https://escuela.cl/?de={{ cliente.comuna }}'],
])('a link to %s leads to %s', (typed, href) => {
  expect(readDestino(typed)).toBe(href);
});

test.each([
  '',
  'aquí',
  'javascript:alert(1)',
  'javascript:{{ taller.enlace }}',
  'http://escuela.cl',
])('%s is no destination', (typed) => {
  expect(readDestino(typed)).toBeUndefined();
});
