import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { comunas } from '#contract/comunas.ts';
import { leerFeo, sugerencias } from '../../../../tests/support/feos/leerFeo.ts';
import { textos } from '../../../../tests/support/feos/textos.ts';
import { leerComuna } from './valores/comuna.ts';
import { leerFecha } from './valores/fecha.ts';
import { leerEstadoPago, leerMedio, leerOrigen } from './valores/palabras.ts';
import { repararTildes, tieneTildesRotas } from './valores/tildes.ts';

/** What each row, named by a letter, has in a field: its value, or what is wrong with it. */
async function porLetra(
  bytes: Buffer,
  campo: 'telefono' | 'rut' | 'email' | 'fechaNacimiento' | 'comuna',
) {
  const { personas } = await leerFeo(bytes);
  return Object.fromEntries(
    personas.map(({ valores, errores }) => [
      valores.nombres,
      errores.find((error) => error.campo === campo)?.mensaje ?? valores[campo],
    ]),
  );
}

test('phones', async () => {
  expect(await porLetra(textos.telefonos(), 'telefono')).toEqual({
    A: expect.stringContaining('Excel recortó'),
    B: '+56987654321',
    C: '+56987654321',
    D: expect.stringContaining('¿Es +56 9 9876 5432?'),
    E: expect.stringContaining('¿Es +56 9 8765 4321?'),
    F: '+56987654321',
    G: '+56987654321',
    H: '+56987654321',
    I: null,
    J: '+56987654321',
    K: '+56223456789',
  });
});

test('the second phone of a cell goes to the notes', async () => {
  const { personas } = await leerFeo(textos.telefonos());
  const doble = personas.find(({ valores }) => valores.nombres === 'G');
  expect(doble?.valores.notas).toBe('Otro teléfono: +56912345678');
  expect(doble?.avisos).toHaveLength(1);
});

test('RUTs', async () => {
  expect(await porLetra(textos.ruts(), 'rut')).toEqual({
    A: '12345678-5',
    B: '12345678-5',
    C: '12345678-5',
    D: expect.stringContaining('dígito verificador'),
    E: expect.stringContaining('no es válido'),
    F: expect.stringContaining('no es válido'),
    G: null,
    H: '12345678-5',
  });
});

test('emails', async () => {
  expect(await porLetra(textos.correos(), 'email')).toEqual({
    A: 'ana@ejemplo.cl',
    B: 'luis@ejemplo.cl',
    C: 'eva@ejemplo.cl',
    D: 'eva@ejemplo.cl',
    E: 'juan@ejemplo.cl',
    F: expect.stringContaining('no es un correo completo'),
    G: null,
    H: 'bien@ejemplo.cl',
  });
});

test('further emails of a cell go to the notes, and what is none is told', async () => {
  const { personas } = await leerFeo(textos.correos());
  expect(personas[2]?.valores.notas).toBe('Otro correo: eva.dos@ejemplo.cl');
  expect(personas[7]?.avisos[0]?.mensaje).toContain('mal@');
});

test('dates', async () => {
  expect(await porLetra(textos.fechas(), 'fechaNacimiento')).toEqual({
    A: '1985-04-03',
    B: '1985-04-03',
    C: '1985-04-03',
    D: '1985-04-03',
    E: '1985-04-03',
    F: '1985-04-03',
    G: expect.stringContaining('no es una fecha'),
    H: expect.stringContaining('mes/día/año'),
    I: '1985-04-03',
    J: '1985-04-03',
    K: null,
    L: '2007-12-05',
    M: expect.stringContaining('aún no llega'),
  });
});

test('the order of day and month is the one chosen', () => {
  const leer = (orden: 'DMA' | 'MDA' | 'AMD', texto: string) =>
    leerFecha(texto, orden, '2026-11-22').valor;
  expect(leer('MDA', '03/04/2026')).toBe('2026-03-04');
  expect(leer('DMA', '03/04/2026')).toBe('2026-04-03');
  expect(leer('AMD', '26/04/03')).toBe('2026-04-03');
  expect(leer('MDA', '2026-04-03T00:30:00.000Z')).toBe('2026-04-03');
  expect(leer('DMA', 'Apr 3, 2026 10:20 p. m.')).toBe('2026-04-03');
  expect(leer('DMA', '29/02/2024')).toBe('2024-02-29');
  expect(leer('DMA', '29/02/2023')).toBe(null);
});

test('amounts', async () => {
  const { personas } = await leerFeo(textos.montos(), { tipo: 'INSCRIPCIONES' });
  const leidos = personas.map(({ valores, errores }) => [
    valores.nombres,
    errores[0]?.mensaje ?? valores.pagado,
  ]);
  expect(Object.fromEntries(leidos)).toEqual({
    A: 25_000,
    B: 25_000,
    C: 25_000,
    D: 25_000,
    E: 0,
    F: 25_000,
    G: 25_000,
    H: expect.stringContaining('no es un monto'),
    I: expect.stringContaining('negativo'),
    J: null,
    K: 25_000,
  });
});

test('comunas', async () => {
  const { personas } = await leerFeo(textos.comunas());
  expect(personas.map(({ valores }) => valores.comuna)).toEqual([
    '13101',
    '13120',
    '05109',
    '13120',
    '08101',
    null,
    '13119',
  ]);
  expect(personas[5]).toMatchObject({
    errores: [],
    avisos: [{ campo: 'comuna' }],
    valores: { notas: 'Comuna: Narnia' },
  });
});

test('every comuna is found by its name and its code', () => {
  for (const { codigo, nombre } of comunas) {
    expect(leerComuna(nombre).valor, nombre).toBe(codigo);
    expect(leerComuna(codigo).valor).toBe(codigo);
    expect(leerComuna(nombre.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()).valor).toBe(
      codigo,
    );
  }
});

const referencia = '/work/shared/data/comunas_alias.csv';
test.runIf(existsSync(referencia))(
  'other spellings and old codes of the reference list are found',
  () => {
    const [, ...filas] = readFileSync(referencia, 'utf8').trim().split('\n');
    for (const fila of filas) {
      const [alias = '', codigo] = fila.split(',');
      expect(leerComuna(alias).valor, alias).toBe(codigo);
    }
  },
);

test('words of origin, means and state of payment', () => {
  expect(leerOrigen('Por una amiga').valor).toBe('REFERIDO');
  expect(leerOrigen('IG').valor).toBe('INSTAGRAM');
  expect(leerOrigen('vitrina')).toMatchObject({ valor: null, aviso: expect.any(String) });
  expect(leerMedio('Transf. Banco Estado').valor).toBe('TRANSFERENCIA');
  expect(leerMedio('Tarjeta de débito').valor).toBe('WEBPAY');
  expect(leerMedio('trueque')).toMatchObject({ valor: 'OTRO', aviso: expect.any(String) });
  expect(leerEstadoPago('Cancelado')).toMatchObject({ valor: 'PAGADO', aviso: expect.any(String) });
  expect(leerEstadoPago('wc-cancelled').valor).toBe('ANULADO');
  expect(leerEstadoPago('No pagado').valor).toBe('PENDIENTE');
  expect(leerEstadoPago('tal vez').error).toBeDefined();
});

test('accents broken once or twice are mended and whole ones stay', () => {
  for (const texto of ['Muñoz Pérez', 'Ñandú', 'ÁÉÍÓÚÜ', 'à la crème', '€ 5', '“sí”']) {
    const rota = new TextDecoder('windows-1252').decode(Buffer.from(texto));
    const dosVeces = new TextDecoder('windows-1252').decode(Buffer.from(rota));
    expect(repararTildes(rota)).toBe(texto);
    expect(repararTildes(dosVeces)).toBe(texto);
    expect(repararTildes(texto)).toBe(texto);
    expect(tieneTildesRotas(texto)).toBe(false);
  }
});

test('a shop’s orders, a mailing list and a form are understood by their titles', async () => {
  const pedidos = await leerFeo(textos.woocommerce(), { tipo: 'INSCRIPCIONES' });
  expect(Object.values(sugerencias(pedidos.lectura))).toEqual([
    'referencia',
    'estadoPago',
    null,
    'nombres',
    'apellidos',
    'email',
    'telefono',
    'comuna',
    'medio',
    'taller',
    'cantidad',
    'precio',
    'pagado',
  ]);
  expect(pedidos.personas[0]?.valores).toMatchObject({
    taller: 'Torno, nivel 1',
    pagado: 45_000,
    medio: 'WEBPAY',
    estadoPago: 'PAGADO',
  });
  const lista = await leerFeo(textos.mailchimp());
  expect(Object.values(sugerencias(lista.lectura))).toEqual([
    'email',
    'nombres',
    'apellidos',
    null,
    'telefono',
    null,
    'fechaCaptura',
    'intereses',
  ]);
  expect(lista.personas[0]?.valores.intereses).toEqual(['ceramica', 'torno']);
  const formulario = await leerFeo(textos.formulario());
  expect(Object.values(sugerencias(formulario.lectura))).toEqual([
    'fechaCaptura',
    'email',
    'nombreCompleto',
    'telefono',
    'origen',
    'notas',
  ]);
  expect(formulario.personas[0]?.valores).toMatchObject({
    nombres: 'Ana Soto',
    origen: 'REFERIDO',
    fechaCaptura: '2025-11-03',
  });
});
