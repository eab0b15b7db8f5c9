import { expect, test } from 'vitest';
import { leerTexto } from './variablesWhatsapp.ts';

test('a text reads with its variables as an example, the name of the school as it is', () => {
  const read = leerTexto('Hola {{cliente.nombres}}, de {{ negocio.nombre }}.', {
    'negocio.nombre': 'TMM',
  });
  expect(read).toEqual([
    { at: 0, text: 'Hola ', variable: false },
    { at: 5, text: 'Camila', variable: true },
    { at: 24, text: ', de ', variable: false },
    { at: 29, text: 'TMM', variable: true },
    { at: 49, text: '.', variable: false },
  ]);
});

test('what is no variable stays as it was written', () => {
  expect(leerTexto('{{ cliente.rut }}')).toEqual([
    { at: 0, text: '{{ cliente.rut }}', variable: false },
  ]);
});
