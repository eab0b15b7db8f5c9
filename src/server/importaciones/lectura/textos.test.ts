import { expect, test } from 'vitest';
import { leerFeo, sugerencias } from '../../../../tests/support/feos/leerFeo.ts';
import { textos } from '../../../../tests/support/feos/textos.ts';

const celdas = async (bytes: Buffer) => (await leerFeo(bytes)).filas.map((fila) => fila.celdas);

test.each([
  ['utf8ConMarca', 'UTF-8', ';'],
  ['utf8SinMarca', 'UTF-8', ';'],
  ['windows1252', 'WINDOWS-1252', ';'],
  ['utf16ConMarca', 'UTF-16LE', '\t'],
  ['utf16SinMarca', 'UTF-16LE', ';'],
  ['utf16AlReves', 'UTF-16BE', ';'],
] as const)('%s is told apart and read whole', async (nombre, codificacion, delimitador) => {
  const { lectura, personas } = await leerFeo(textos[nombre]());
  expect(lectura).toMatchObject({
    codificacion,
    delimitador,
    filaEncabezado: 1,
    tildesRotas: false,
  });
  expect(
    personas.map(({ valores }) => [valores.nombres, valores.apellidos, valores.comuna]),
  ).toEqual([
    ['José', 'Muñoz Pérez', '13120'],
    ['María', 'Núñez', '13122'],
  ]);
});

test('letters beyond ASCII far from the beginning still tell the encoding', async () => {
  const { lectura, filas } = await leerFeo(textos.windows1252Tarde());
  expect(lectura.codificacion).toBe('WINDOWS-1252');
  expect(filas.at(-1)?.celdas[0]).toBe('Begoña');
});

test.each([
  ['comas', ',', ['Ana', 'ana@ejemplo.cl', 'Vino; quiere volver']],
  ['tabuladores', '\t', ['Ana, la del martes', 'ana@ejemplo.cl']],
  ['barras', '|', ['Ana', 'ana@ejemplo.cl', '987654321']],
  ['puntoYComaConComas', ';', ['Ana', 'Gres, torno']],
  ['lineaSep', ';', ['Ana', 'ana@ejemplo.cl']],
] as const)('%s: the delimiter is found', async (nombre, delimitador, primera) => {
  const { lectura, filas } = await leerFeo(textos[nombre]());
  expect(lectura.delimitador).toBe(delimitador);
  expect(lectura.filaEncabezado).toBe(1);
  expect(filas[0]).toEqual({ numero: 2, celdas: primera });
});

test('a list of emails alone is a column without title', async () => {
  const { lectura, personas } = await leerFeo(textos.unaColumna());
  expect(lectura.filaEncabezado).toBe(0);
  expect(sugerencias(lectura)).toEqual({ 'Columna A': 'email' });
  expect(personas.map(({ valores }) => valores.email)).toHaveLength(3);
});

test('line breaks, quotes and delimiters within quotes belong to their cell', async () => {
  expect((await leerFeo(textos.saltosEnComillas())).filas).toEqual([
    { numero: 2, celdas: ['Ana', 'Línea uno\nlínea "dos";\nfin', 'ana@ejemplo.cl'] },
    { numero: 3, celdas: ['Luis', '', 'luis@ejemplo.cl'] },
  ]);
});

test('loose quotes are text', async () => {
  expect(await celdas(textos.comillasSueltas())).toEqual([
    ['"Pancho" Francisco', '12" Torno', 'p@ejemplo.cl'],
  ]);
});

test('a quote that never closes says where it is', async () => {
  await expect(leerFeo(textos.comillaSinCerrar())).rejects.toMatchObject({
    code: 'ARCHIVO_ILEGIBLE',
    title: expect.stringContaining('Desde la fila 3'),
  });
});

test('line breaks of every system in one file', async () => {
  expect((await celdas(textos.saltosMezclados())).map(([nombre]) => nombre)).toEqual([
    'Ana',
    'Luis',
    'Eva',
  ]);
});

test('name of the list, blank lines, totals and notes at the end are no rows', async () => {
  const { lectura, filas } = await leerFeo(textos.titulosYTotales());
  expect(lectura.filaEncabezado).toBe(4);
  expect(lectura.primeras.slice(0, 4)).toEqual([
    ['Taller Muy Manual'],
    ['Listado de alumnos al 03-03-2026'],
    [],
    ['Nombre', 'Apellidos', 'Correo', 'Pagado'],
  ]);
  expect(filas.map(({ numero, celdas: [nombre] }) => [numero, nombre])).toEqual([
    [5, 'Ana'],
    [7, 'Luis'],
  ]);
});

test('a line of the titles chosen by the person counts', async () => {
  const { lectura, filas } = await leerFeo(textos.titulosYTotales(), { filaEncabezado: 5 });
  expect(lectura.columnas[0]?.titulo).toBe('Ana');
  expect(filas.map(({ numero }) => numero)).toEqual([7]);
});

test('who is called Total is no total', async () => {
  expect(await celdas(textos.totalQueNoEs())).toHaveLength(2);
});

test('a total in the middle stays among the rows, to be told as an error', async () => {
  expect((await celdas(textos.subtotalAlMedio())).map(([nombre]) => nombre)).toEqual([
    'Ana',
    'Total marzo',
    'Luis',
  ]);
});

test('titles that come again further down are no row', async () => {
  expect(await celdas(textos.titulosRepetidosAbajo())).toHaveLength(2);
});

test('without titles the columns get letters, and their contents tell what they are', async () => {
  const { lectura, filas } = await leerFeo(textos.sinTitulos());
  expect(lectura.filaEncabezado).toBe(0);
  expect(sugerencias(lectura)).toEqual({
    'Columna A': null,
    'Columna B': 'email',
    'Columna C': 'telefono',
  });
  expect(filas).toHaveLength(2);
});

test('empty and repeated titles get names of their own', async () => {
  const { lectura } = await leerFeo(textos.titulosVaciosYRepetidos());
  expect(sugerencias(lectura)).toEqual({
    Nombre: 'nombres',
    'Columna B': null,
    Correo: 'email',
    'Correo (2)': null,
  });
});

test('titles in two lines: the one that names the columns counts', async () => {
  const { lectura } = await leerFeo(textos.titulosEnDosFilas());
  expect(lectura.filaEncabezado).toBe(2);
  expect(Object.values(sugerencias(lectura))).toEqual([
    'nombres',
    'apellidos',
    'email',
    'telefono',
  ]);
});

test('text beyond the last title stays in the row and makes no column; empty cells there do not', async () => {
  expect(await celdas(textos.celdasDeMas())).toEqual([
    ['Ana', 'ana@ejemplo.cl', 'sobra'],
    ['Luis', 'luis@ejemplo.cl'],
  ]);
});

test('broken accents are noticed, and mended when asked', async () => {
  const bytes = textos.mojibake();
  const { lectura, personas } = await leerFeo(bytes);
  expect(lectura.tildesRotas).toBe(true);
  expect(personas[0]?.valores.apellidos).toBe('MuÃ±oz');
  const reparado = await leerFeo(bytes, { opciones: { repararTildes: true } });
  expect(
    reparado.personas.map(({ valores }) => [valores.nombres, valores.apellidos, valores.comuna]),
  ).toEqual([
    ['José', 'Muñoz', '13120'],
    ['María', 'Núñez', '13122'],
  ]);
});

test('letters lost for good are told', async () => {
  const { personas } = await leerFeo(textos.letrasPerdidas());
  expect(personas[0]?.avisos).toEqual([
    { campo: 'nombres', mensaje: expect.stringContaining('letras perdidas') },
  ]);
});

test('invisible characters and odd spaces are taken off', async () => {
  const { lectura, personas } = await leerFeo(textos.invisibles());
  expect(lectura.columnas.map(({ titulo }) => titulo)).toEqual(['Nombre', 'Correo']);
  expect(personas.map(({ valores }) => [valores.nombres, valores.email])).toEqual([
    ['Ana María', 'ana@ejemplo.cl'],
    ['Luis', 'luis@ejemplo.cl'],
  ]);
});

test('what an export put before a cell is taken off', async () => {
  const { personas } = await leerFeo(textos.formulas());
  expect(personas.map(({ valores }) => valores.notas)).toEqual([
    '=HYPERLINK("http://malo")',
    '+56 9 8765 4321',
  ]);
});

test('emojis are whole', async () => {
  const [persona] = (await leerFeo(textos.emojis())).personas;
  expect(persona?.valores.nombres).toBe('Ana 🌸');
  expect(persona?.valores.notas).toContain('☕');
});

test.each(['celdaEnorme', 'columnasSinFin', 'soloTitulos', 'soloBlancos'] as const)(
  '%s is refused, or has no rows, without exhausting anything',
  async (nombre) => {
    const leido = leerFeo(textos[nombre]());
    if (nombre === 'soloTitulos') expect((await leido).filas).toEqual([]);
    else await expect(leido).rejects.toMatchObject({ code: 'ARCHIVO_ILEGIBLE' });
  },
);
