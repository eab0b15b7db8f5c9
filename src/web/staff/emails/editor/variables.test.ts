import { expect, test } from 'vitest';
import { addressesOf, byGroup, drawn, matching, piecesIn, variablesIn } from './variables.ts';

const of = (nombre: string, descripcion: string, grupo: string) => ({
  nombre,
  descripcion,
  grupo,
  ejemplo: '',
});

const all = [
  of('cliente.nombres', 'Nombres de quien lo recibe', 'Persona'),
  of('taller.titulo', 'Nombre del taller', 'Taller'),
  of('taller.enlace', 'Página del taller', 'Taller'),
  of('negocio.web', 'Dirección del sitio', 'Escuela'),
  of('enlaces.baja', 'Página para no recibir más', 'Enlaces'),
  of('cliente.comuna', 'Comuna donde vive', 'Persona'),
];

test('finds each variable of a text, with its filter', () => {
  const text = 'Hola {{ cliente.nombres | default: "qué tal" }}, {{taller.titulo}}.';
  expect(variablesIn(text).map((one) => text.slice(one.from, one.to))).toEqual([
    '{{ cliente.nombres | default: "qué tal" }}',
    '{{taller.titulo}}',
  ]);
});

test('takes no empty or open braces for a variable', () => {
  expect(variablesIn('{{ }} {{-}} {{ cliente.nombres } }} {cliente}')).toEqual([]);
});

test('finds instructions too, and says them in words', () => {
  const text = '{% if taller.lugar %}En {{ taller.lugar }}{% else %}Por internet{% endif %}';
  expect(piecesIn(text).map((one) => drawn(one.text))).toEqual([
    'si taller.lugar',
    'taller.lugar',
    'y si no',
    'hasta aquí',
  ]);
  expect(drawn('{%- for linea in lineas -%}')).toBe('por cada linea de lineas');
});

test('knows which variables hold an address', () => {
  expect(addressesOf(all).map(({ nombre }) => nombre)).toEqual([
    'taller.enlace',
    'negocio.web',
    'enlaces.baja',
  ]);
});

test('finds variables by any of their words, without accents', () => {
  expect(matching(all, 'pagina taller').map(({ nombre }) => nombre)).toEqual(['taller.enlace']);
  expect(matching(all, ' ')).toHaveLength(all.length);
});

test('gathers each group where it comes first', () => {
  expect(byGroup(all).map(([grupo, items]) => [grupo, items.length])).toEqual([
    ['Persona', 2],
    ['Taller', 2],
    ['Escuela', 1],
    ['Enlaces', 1],
  ]);
});
