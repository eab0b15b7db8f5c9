import { expect, it } from 'vitest';
import { readDirecciones } from './readDirecciones.ts';

it.each<[string, string, string[]]>([
  ['a list', 'ana@a.cl\nEva@b.cl\r\n\n ana@a.cl ', ['ana@a.cl', 'Eva@b.cl']],
  ['a heading', '\ufeffCorreo\nana@a.cl', ['ana@a.cl']],
  [
    'our own file',
    '\ufeffemail;motivo;detalle;desde\r\n"ana@a.cl";BAJA;"dijo; no";2026-01-01\r\n\'+eva@b.cl;BAJA;;2026',
    ['ana@a.cl', '+eva@b.cl'],
  ],
  ['another’s', 'Name,Email\nAna Soto,ana@a.cl\nEva,"eva@b.cl"', ['ana@a.cl', 'eva@b.cl']],
  ['several on a line', 'ana@a.cl, eva@b.cl; rosa@c.cl', ['ana@a.cl', 'eva@b.cl', 'rosa@c.cl']],
  ['names beside them', 'Ana <ana@a.cl>, Eva <eva@b.cl>', ['ana@a.cl', 'eva@b.cl']],
  ['what is none', 'ana@a.cl\nno es correo', ['ana@a.cl', 'no es correo']],
  ['nothing', ' \n ', []],
])('reads %s', (_, text, emails) => {
  expect(readDirecciones(text)).toEqual(emails);
});
