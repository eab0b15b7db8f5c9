import { describe, expect, it } from 'vitest';
import { codigoDePuesto, rutaDeEscaneo } from '#contract/asistencia.ts';
import { parseCodigo, resultadoDe } from './asistencia.policy.ts';

const taller = {
  id: 7,
  iniciaEn: '2026-05-10T14:00:00.000Z',
  terminaEn: '2026-05-10T17:00:00.000Z',
};
const puerta = { tallerId: 7, aunqueDeba: false, now: '2026-05-10T14:05:00.000Z' };
const entrada = { estado: 'PAGADO', presente: false, taller } as const;

describe('what a scan finds', () => {
  it.each([
    [{}, {}, 'REGISTRADA'],
    [{}, { tallerId: undefined }, 'REGISTRADA'],
    [{ presente: true }, {}, 'YA_REGISTRADA'],
    [{ estado: 'ABONADO' }, {}, 'IMPAGA'],
    [{ estado: 'PENDIENTE' }, {}, 'IMPAGA'],
    [{ estado: 'PENDIENTE' }, { aunqueDeba: true }, 'REGISTRADA'],
    [{ estado: 'ANULADO', presente: true }, { tallerId: 8, aunqueDeba: true }, 'ANULADA'],
    [{}, { tallerId: 8 }, 'OTRO_TALLER'],
    [{}, { now: '2026-05-09T13:59:59.999Z' }, 'FUERA_DE_FECHA'],
    [{}, { now: '2026-05-09T14:00:00.000Z' }, 'REGISTRADA'],
    [{}, { now: '2026-05-11T17:00:00.001Z' }, 'FUERA_DE_FECHA'],
  ] as const)('%j at %j: %s', (what, where, result) => {
    expect(resultadoDe({ ...entrada, ...what }, { ...puerta, ...where })).toBe(result);
  });
});

describe('the code of a seat', () => {
  const seat = { codigo: 'ABCD-2345', inscripcionId: 91, puesto: 2 };
  const code = codigoDePuesto(seat.codigo, seat.inscripcionId, seat.puesto);

  it.each([
    code,
    ` ${code.toLowerCase()} \n`,
    `https://escuela.cl${rutaDeEscaneo}${code}`,
    `http://127.0.0.1:3000${rutaDeEscaneo}${code}/?de=qr#x`,
  ])('is read out of %j', (text) => {
    expect(parseCodigo(text)).toEqual(seat);
  });

  it.each([
    '',
    'hola',
    'https://otra.cl/',
    'ABCD-2345',
    'ABCD-2345.91',
    'ABCD-2345.0.1',
    'ABCD-2345.91.0',
    'ABCD-2345.91.1000',
    'ABCD-2345.9e9.1',
    "ABCD-2345.91.1' or '1'='1",
    '../../.1.1x',
  ])('is not found in %j', (text) => {
    expect(parseCodigo(text)).toBeUndefined();
  });
});
