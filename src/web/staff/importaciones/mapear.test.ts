import { expect, test } from 'vitest';
import type { Lectura, MapeoGuardado } from '#contract/importaciones.ts';
import { aplicarMapeo, loQueFalta } from './mapear.ts';

const columna = (indice: number, titulo: string) => ({
  indice,
  titulo,
  ejemplos: [],
  sugerencia: null,
});
const lectura: Lectura = {
  codificacion: 'UTF-8',
  delimitador: ';',
  hojas: [],
  hoja: null,
  filaEncabezado: 1,
  columnas: [columna(0, 'TELÉFONO  móvil'), columna(1, 'Otra'), columna(3, 'Correo')],
  primeras: [],
  tildesRotas: false,
};
const guardado: MapeoGuardado = {
  id: 1,
  nombre: 'Planilla',
  mapeo: { 'telefono movil': 'telefono', correo: 'email', rut: 'rut' },
  opciones: {},
};

test('a kept mapping finds its columns whatever the case and accents of their titles', () => {
  expect(aplicarMapeo(guardado, lectura)).toEqual([
    { indice: 0, campo: 'telefono' },
    { indice: 3, campo: 'email' },
  ]);
});

test('people are told apart by something, and sales need their taller', () => {
  expect(loQueFalta([{ indice: 0, campo: 'nombres' }], 'CLIENTES')).toMatch(/correo/);
  expect(loQueFalta([{ indice: 0, campo: 'rut' }], 'CLIENTES')).toBeUndefined();
  expect(loQueFalta([{ indice: 0, campo: 'rut' }], 'INSCRIPCIONES')).toMatch(/taller/);
});
