import { expect, test } from 'vitest';
import type { CampoImportacion } from '#contract/importaciones.ts';
import { celdasDeMas } from './celdasDeMas.ts';
import { leerFila } from './leerFila.ts';
import { sugerirCampos } from './sugerencias.ts';
import { campoDeTitulo } from './titulos.ts';
import { corregirDominio } from './valores/contacto.ts';

const leer = (dato: Partial<Record<CampoImportacion, string>>) => {
  const campos = Object.keys(dato) as CampoImportacion[];
  const mapeo = campos.map((campo, indice) => ({ indice, campo }));
  return leerFila(Object.values(dato), mapeo, {}, '2026-11-22');
};

test('a likely slip in the domain of an email is told, and the email stays as it is', () => {
  expect(leer({ email: 'ana@gmial.com' })).toMatchObject({
    valores: { email: 'ana@gmial.com' },
    errores: [],
    avisos: [{ campo: 'email', mensaje: '¿Quisiste decir ana@gmail.com?' }],
  });
});

test.each(['gmail.com', 'hotmail.cl', 'uc.cl', 'ug.uchile.cl', 'vtr.net', 'tallerdegres.cl'])(
  '%s is no slip',
  (dominio) => expect(corregirDominio(`ana@${dominio}`)).toBeUndefined(),
);

test.each([
  ['email', { email: 'ana@ejemplo.cl' }],
  ['rut', { rut: '12.345.678-5' }],
])('a phone that cannot be read goes to the notes where the %s tells who it is', (_, quien) => {
  const fila = leer({ ...quien, telefono: '5.69E+10', notas: 'VIP' });
  expect(fila.errores).toEqual([]);
  expect(fila.valores).toMatchObject({ telefono: null, notas: 'VIP\nTeléfono: 5.69E+10' });
  expect(fila.avisos).toEqual([
    {
      campo: 'telefono',
      mensaje: expect.stringMatching(/^Excel recortó el número.* Queda en las notas\.$/),
    },
  ]);
});

test('a phone that cannot be read is an error where nothing else tells who it is', () => {
  for (const otro of [{}, { email: 'ana arroba ejemplo' }, { rut: '1-1' }]) {
    const { errores, valores } = leer({ ...otro, nombres: 'Ana', telefono: '98765' });
    expect(errores).toContainEqual({
      campo: 'telefono',
      mensaje: expect.stringContaining('98765'),
    });
    expect(valores.notas).toBeNull();
  }
});

test.each([
  ['R.U.T.', 'rut'],
  ['Fecha cumple', 'fechaNacimiento'],
  ['Cumple', 'fechaNacimiento'],
  ['Nacimiento', 'fechaNacimiento'],
  ['Le interesa', 'intereses'],
  ['WhatsApp', 'telefono'],
  ['Fono', 'telefono'],
  ['Mail', 'email'],
  ['E-mail', 'email'],
  ['Correo electrónico', 'email'],
  ['Nombre y apellido', 'nombreCompleto'],
  ['Ciudad', 'comuna'],
])('the title «%s» is understood as %s', (titulo, campo) => {
  expect(campoDeTitulo(titulo)).toBe(campo);
});

test('a column without title is an origin when it has nothing but its words', () => {
  const sugerencia = (...valores: string[]) => sugerirCampos([{ titulo: '', valores }], 'CLIENTES');
  expect(sugerencia('Vino por Instagram', 'Amiga de la Ana, llamar', 'La web no le cargó')).toEqual(
    [null],
  );
  expect(sugerencia('Instagram', 'Facebook', 'Google')).toEqual(['origen']);
});

test('cells past the titles are counted, but not those that are empty', () => {
  expect(celdasDeMas(['a', 'b', 'c', '', 'd'], 2)?.mensaje).toBe(
    'Esta fila tiene 2 celdas de más: revisa si falta una comilla o sobra un separador.',
  );
  expect(celdasDeMas(['a', 'b', 'c'], 2)?.mensaje).toContain('tiene 1 celda de más');
  expect(celdasDeMas(['a', 'b', '', ''], 2)).toBeUndefined();
  expect(celdasDeMas(['a', 'b', 'c'], undefined)).toBeUndefined();
});
