import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { ajenos } from '../../../../tests/support/feos/ajenos.ts';
import { leerFeo } from '../../../../tests/support/feos/leerFeo.ts';
import { libros } from '../../../../tests/support/feos/libros.ts';

const celdas = async (bytes: Buffer) => (await leerFeo(bytes)).filas.map((fila) => fila.celdas);

test.each([
  ['sencillo', ['Ana & Eva', 'ana@ejemplo.cl', '56987654321']],
  ['sinComprimir', ['Ana', 'ana@ejemplo.cl', '987654321']],
  ['cadenasCompartidas', ['Ana María', 'Uno\ndos <3 ñ']],
  ['conPrefijo', ['Ana', 'ana@ejemplo.cl']],
  ['numerosLargos', ['Ana', '56987654321', '123456785']],
  ['casillas', ['Ana', 'Sí']],
] as const)('%s', async (nombre, primera) => {
  const [fila] = await celdas(libros[nombre]());
  expect(fila?.slice(0, primera.length)).toEqual(primera);
});

test('dates, amounts and percentages are read as they are shown', async () => {
  const { filas, personas } = await leerFeo(libros.fechasYMontos(), { tipo: 'INSCRIPCIONES' });
  expect(filas.map((fila) => fila.celdas)).toEqual([
    ['Gres', 'Ana', '2025-03-08', '2025-03-08 12:00', '25000', '10%', '22500'],
    ['Gres', 'Eva', '2025-03-09', '2025-03-10', '30.000', '', ''],
  ]);
  expect(personas.map(({ errores }) => errores)).toEqual([[], []]);
  expect(personas[0]?.valores).toMatchObject({
    fechaTaller: '2025-03-08',
    descuento: 2500,
    pagado: 22_500,
  });
});

test('dates of old Mac books, and those that lost their format', async () => {
  const mac = await leerFeo(libros.desde1904());
  expect(mac.personas[0]?.valores.fechaNacimiento).toBe('1985-04-01');
  const sueltas = await leerFeo(libros.serialesComoTexto());
  expect(sueltas.personas.map(({ valores }) => valores.fechaNacimiento)).toEqual([
    '1985-04-03',
    '1985-04-03',
  ]);
});

test('the first sheet in sight with rows is read, unless another is asked for', async () => {
  const { lectura, filas } = await leerFeo(libros.variasHojas());
  expect(lectura.hojas).toEqual(['Portada', 'Escondida', 'Alumnos & más', 'Otros']);
  expect(lectura.hoja).toBe('Alumnos & más');
  expect(filas[0]?.celdas[0]).toBe('Ana');
  const otra = await leerFeo(libros.variasHojas(), { hoja: 'Otros' });
  expect(otra.filas[0]?.celdas[0]).toBe('Luis');
});

test('cells merged downwards count in every row they cover, and no blank row comes of it', async () => {
  const { lectura, filas } = await leerFeo(libros.combinadas(), { tipo: 'INSCRIPCIONES' });
  expect(lectura.filaEncabezado).toBe(3);
  expect(filas.map(({ numero, celdas: [taller, nombre] }) => [numero, taller, nombre])).toEqual([
    [4, 'Gres', 'Ana'],
    [5, 'Gres', 'Luis'],
    [7, '', 'Eva'],
  ]);
});

test('blank rows are left out and the numbers are those of the sheet', async () => {
  const { lectura, filas } = await leerFeo(libros.filasEnBlanco());
  expect(lectura.filaEncabezado).toBe(5);
  expect(filas).toEqual([{ numero: 9, celdas: ['Ana', 'ana@ejemplo.cl'] }]);
});

test('a book made by another program gives the same cells', async () => {
  const filas = [
    ['Nombre', 'Correo', 'Celular', 'Fecha de nacimiento'],
    ['José "Pepe" <Muñoz>', 'jose@ejemplo.cl', 56987654321, new Date(Date.UTC(1985, 3, 3))],
    ['Línea\ndos & más 🌸', null, 0.1 + 0.2, null],
  ];
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Uno', rows: filas }] }));
  expect(await celdas(bytes)).toEqual([
    ['José "Pepe" <Muñoz>', 'jose@ejemplo.cl', '56987654321', '1985-04-03'],
    ['Línea\ndos & más 🌸', '', '0.3', ''],
  ]);
});

test.each([
  ['bomba', /demasiado texto/],
  ['entidades', /no es una planilla/],
  ['columnaLejana', /columnas/],
  ['cortado', /dañado o incompleto/],
  ['danado', /dañado o incompleto/],
  ['sinHojas', /ninguna hoja/],
] as const)('%s is refused with a reason', async (nombre, motivo) => {
  await expect(leerFeo(libros[nombre]())).rejects.toMatchObject({
    code: 'ARCHIVO_ILEGIBLE',
    title: expect.stringMatching(motivo),
  });
});

test.each([
  ['pdf', /PDF/],
  ['excelAntiguo', /\.xls/],
  ['imagen', /imagen/],
  ['paginaWeb', /página web/],
  ['vacio', /vacío/],
  ['comprimido', /\.zip/],
  ['documento', /documento/],
  ['libreOffice', /LibreOffice/],
  ['binario', /\.xlsb/],
  ['bytesAlAzar', /No es una planilla/],
  ['json', /JSON/],
] as const)('%s is no table, and the reason says what to do', async (nombre, motivo) => {
  await expect(leerFeo(ajenos[nombre]())).rejects.toMatchObject({
    code: 'ARCHIVO_ILEGIBLE',
    title: expect.stringMatching(motivo),
  });
});
