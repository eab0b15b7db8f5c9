import type { CampoImportacion, TipoImportacion } from '#contract/importaciones.ts';
import { campoDeTitulo, claveDeTitulo } from './titulos.ts';
import { leerComuna } from './valores/comuna.ts';
import { leerCorreos, leerRut, leerTelefonos } from './valores/contacto.ts';
import { leerFecha } from './valores/fecha.ts';
import { leerCantidad, leerMonto } from './valores/monto.ts';
import { leerEstadoPago, leerMedio, leerOrigen } from './valores/palabras.ts';

type Columna = { titulo: string; valores: string[] };
type Candidata = { columna: number; campo: CampoImportacion; puntos: number };

/** Only sales have them. */
const deVenta = new Set<CampoImportacion>([
  'taller',
  'fechaTaller',
  'cantidad',
  'precio',
  'descuento',
  'pagado',
  'fechaPago',
  'medio',
  'referencia',
  'estadoPago',
]);

const fecha = (celda: string) => {
  const { valor } = leerFecha(celda, 'DMA', HOY);
  return (valor ?? leerFecha(celda, 'MDA', HOY).valor) !== null;
};
// Only tells the century of years of two digits, which does not matter here.
const HOY = '2050-01-01';

/** Whether a cell may be of a field, for those whose contents show it. */
const cabe: Partial<Record<CampoImportacion, (celda: string) => boolean>> = {
  email: (celda) => celda.includes('@'),
  telefono: (celda) => /(?:\d[\s().-]*){6}|e\+\d/i.test(celda),
  rut: (celda) => /^[\d.\s]{6,12}[-–—]?\s?[\dk]$/i.test(celda),
  comuna: (celda) => leerComuna(celda).valor !== null,
  fechaNacimiento: fecha,
  fechaCaptura: fecha,
  fechaTaller: fecha,
  fechaPago: fecha,
  precio: (celda) => leerMonto(celda).valor !== null,
  descuento: (celda) => leerMonto(celda).valor !== null || /%$/.test(celda),
  pagado: (celda) => leerMonto(celda).valor !== null,
  cantidad: (celda) => leerCantidad(celda, 1000).valor !== null,
  medio: (celda) => leerMedio(celda).aviso === undefined,
  estadoPago: (celda) => leerEstadoPago(celda).error === undefined,
};

/** Fields that contents alone tell, without a title. */
const porContenido: [CampoImportacion, (celda: string) => boolean][] = [
  ['email', (celda) => leerCorreos(celda).valor !== null],
  ['rut', (celda) => leerRut(celda).valor !== null && /[-.]/.test(celda)],
  ['telefono', (celda) => leerTelefonos(celda).valor !== null],
  ['comuna', (celda) => leerComuna(celda).valor !== null],
  // One word: within a free text they say something else.
  ['origen', (celda) => /^\p{L}+$/u.test(celda) && leerOrigen(celda).valor !== null],
];

/**
 * The field each column seems to be, by its title and by what it holds; null where nothing tells. A field
 * goes to one column, but names and surnames, which may come in two.
 */
export function sugerirCampos(
  columnas: Columna[],
  tipo: TipoImportacion,
): (CampoImportacion | null)[] {
  const sugeridos: (CampoImportacion | null)[] = columnas.map(() => null);
  const candidatas = columnas
    .flatMap((columna, i) => candidatasDe(columna, i, tipo))
    .sort((a, b) => b.puntos - a.puntos || a.columna - b.columna);
  const dados = new Set<CampoImportacion>();
  for (const { columna, campo, puntos } of candidatas) {
    const repetible = puntos >= 10 && (campo === 'apellidos' || campo === 'nombres');
    if (sugeridos[columna] !== null || (dados.has(campo) && !repetible)) continue;
    sugeridos[columna] = campo;
    dados.add(campo);
  }
  return conNombreEntero(columnas, sugeridos);
}

function candidatasDe(columna: Columna, i: number, tipo: TipoImportacion): Candidata[] {
  const valores = columna.valores.slice(0, 40);
  const parte = (prueba: (celda: string) => boolean) =>
    valores.length === 0 ? 0 : valores.filter(prueba).length / valores.length;
  const candidatas: Candidata[] = [];
  const agregar = (campo: CampoImportacion, puntos: number) => {
    if (tipo === 'INSCRIPCIONES' || !deVenta.has(campo))
      candidatas.push({ columna: i, campo, puntos });
  };
  const campo = campoDelTitulo(columna.titulo, tipo);
  if (campo !== undefined) {
    const prueba = cabe[campo];
    const share = prueba === undefined || valores.length === 0 ? 1 : parte(prueba);
    if (share >= 0.2) agregar(campo, 10 + share);
    else if (campo === 'pagado' && parte((c) => leerEstadoPago(c).valor !== null) > 0.5) {
      agregar('estadoPago', 9);
    }
  }
  for (const [posible, prueba] of porContenido) {
    const share = parte(prueba);
    if (share >= 0.6) agregar(posible, share);
  }
  return candidatas;
}

// «Fecha» alone is when the Taller was, or else when the person came.
function campoDelTitulo(titulo: string, tipo: TipoImportacion): CampoImportacion | undefined {
  const campo = campoDeTitulo(titulo);
  if (
    tipo === 'CLIENTES' &&
    campo === 'fechaTaller' &&
    claveDeTitulo(titulo).split(' ').length === 1
  ) {
    return 'fechaCaptura';
  }
  return campo;
}

function conNombreEntero(columnas: Columna[], sugeridos: (CampoImportacion | null)[]) {
  const nombres = sugeridos.indexOf('nombres');
  const entero = sugeridos.indexOf('nombreCompleto');
  const conApellidos = sugeridos.includes('apellidos');
  if (entero !== -1 && conApellidos && nombres === -1) return sugeridos.with(entero, 'nombres');
  if (nombres === -1 || entero !== -1 || conApellidos) return sugeridos;
  const valores = columnas[nombres]?.valores ?? [];
  const conEspacio = valores.filter((valor) => /\S\s+\S/.test(valor)).length;
  return conEspacio * 2 > valores.length ? sugeridos.with(nombres, 'nombreCompleto') : sugeridos;
}
