import { expect, test } from 'vitest';
import { AppError } from '#server/core/errors.ts';
import { enPiezas, HOY, leerFeo, mapeoDe } from '../../../../tests/support/feos/leerFeo.ts';
import { libros } from '../../../../tests/support/feos/libros.ts';
import { textos } from '../../../../tests/support/feos/textos.ts';
import { detectar } from './detectar.ts';
import { leerFila } from './leerFila.ts';
import { leerFilas } from './leerFilas.ts';

/** Numbers that repeat from one run to the next. */
function azar(semilla: number) {
  let estado = semilla;
  return (tope: number) => {
    estado = (estado * 1_103_515_245 + 12_345) % 2_147_483_648;
    return estado % tope;
  };
}

async function noRevienta(bytes: Buffer) {
  const error = await leerFeo(bytes).then(
    () => undefined,
    (motivo: unknown) => motivo,
  );
  if (error instanceof AppError) expect(error.code).toBe('ARCHIVO_ILEGIBLE');
  else expect(error).toBeUndefined();
}

test('a workbook with bytes changed or cut is read or refused, never more', async () => {
  const siguiente = azar(7);
  for (const hacer of [libros.sinComprimir, libros.cadenasCompartidas, libros.combinadas]) {
    for (let vez = 0; vez < 60; vez++) {
      const bytes = Buffer.from(hacer());
      for (let i = 0; i <= vez % 4; i++) bytes[siguiente(bytes.length)] = siguiente(256);
      await noRevienta(vez % 10 === 0 ? bytes.subarray(0, siguiente(bytes.length)) : bytes);
    }
  }
});

test('a text with bytes changed or cut is read or refused, never more', async () => {
  const siguiente = azar(11);
  for (const hacer of [textos.saltosEnComillas, textos.utf16SinMarca, textos.woocommerce]) {
    for (let vez = 0; vez < 60; vez++) {
      const bytes = Buffer.from(hacer());
      for (let i = 0; i <= vez % 6; i++) bytes[siguiente(bytes.length)] = siguiente(256);
      await noRevienta(vez % 10 === 0 ? bytes.subarray(0, siguiente(bytes.length)) : bytes);
    }
  }
});

test('rows are read only as fast as they are taken', async () => {
  const lineas = Array.from({ length: 100_000 }, (_, i) => `Persona ${i};persona${i}@ejemplo.cl`);
  const bytes = Buffer.from(`Nombre;Correo\n${lineas.join('\n')}`);
  const lectura = await detectar(enPiezas(bytes, 65_536), 'CSV', 'CLIENTES');
  let leidos = 0;
  const contada = {
    async *[Symbol.asyncIterator]() {
      for await (const trozo of enPiezas(bytes, 16_384)) {
        leidos += trozo.length;
        yield trozo;
      }
    },
  };
  const filas = leerFilas(contada, 'CSV', lectura);
  for (let i = 0; i < 10; i++) await filas.next();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(leidos).toBeLessThan(bytes.length / 4);
  await filas.return(undefined);
});

test('more rows than an import may have are refused', async () => {
  const bytes = Buffer.from(`Nombre;Correo\n${'Ana;ana@ejemplo.cl\n'.repeat(200_001)}`);
  await expect(leerFeo(bytes)).rejects.toMatchObject({
    code: 'ARCHIVO_ILEGIBLE',
    title: expect.stringContaining('200.000 filas'),
  });
});

test('what is shown of long cells is whole text', async () => {
  const largo = `x${'💥'.repeat(100)}`;
  const { lectura } = await leerFeo(Buffer.from(`Nombre;${largo}\n${largo};${largo}`));
  expect(JSON.stringify(lectura)).not.toMatch(/\\ud[89a-f]/);
});

test('nothing that a cell holds makes a row fail to be told', async () => {
  const { lectura, filas } = await leerFeo(textos.woocommerce(), { tipo: 'INSCRIPCIONES' });
  const mapeo = mapeoDe(lectura);
  const raros = [
    '=1+1',
    '\u202e',
    '💥'.repeat(200),
    `x${'💥'.repeat(200)}`,
    '0',
    '-',
    '١٢٣',
    '1e309',
    '__proto__',
    '@@@',
  ];
  for (const raro of raros) {
    const celdas = (filas[0]?.celdas ?? []).map(() => raro);
    const { valores, errores, avisos } = leerFila(celdas, mapeo, { repararTildes: true }, HOY);
    expect(JSON.stringify({ valores, errores, avisos }).isWellFormed()).toBe(true);
    expect(JSON.stringify({ valores, errores, avisos })).not.toMatch(/\\ud[89a-f]/);
  }
});
