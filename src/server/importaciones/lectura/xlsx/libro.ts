import { ilegible } from '../fuente.ts';
import { Cadenas } from './cadenas.ts';
import { type ClaseNumero, claseDeFormato } from './celda.ts';
import { atributo, escapesDeExcel, leerXml, type Manejador } from './xml.ts';
import { abrirZip, danado, descomprimir, type Zip } from './zip.ts';

export type Hoja = { nombre: string; ruta: string; oculta: boolean };

/** A workbook open to be read: what the cells of its sheets refer to. */
export type Libro = {
  zip: Zip;
  hojas: Hoja[];
  desde1904: boolean;
  /** By the `s` of a cell. */
  clases: ClaseNumero[];
  /** The strings shared by its cells. */
  cadenas: Cadenas;
};

const MAX_PARTE = 64 * 1024 * 1024;
const MAX_CADENAS = 3_000_000;
const MAX_BYTES_TEXTO = 80 * 1024 * 1024;
const MAX_BYTES_CADENAS = 400 * 1024 * 1024;

/** @throws {AppError} ARCHIVO_ILEGIBLE for what is no XLSX, is damaged, or unfolds beyond measure. */
export async function abrirLibro(datos: Buffer): Promise<Libro> {
  const zip = abrirZip(datos);
  const ruta = await rutaDelLibro(zip);
  const carpeta = ruta.slice(0, ruta.lastIndexOf('/') + 1);
  const nombre = ruta.slice(carpeta.length);
  const partes = await relaciones(zip, `${carpeta}_rels/${nombre}.rels`, carpeta);
  const { hojas, desde1904 } = await leerIndice(zip, ruta, partes);
  const deTipo = (tipo: string) => [...partes.values()].find((parte) => parte.tipo === tipo)?.ruta;
  if (hojas.length === 0) throw ilegible('El libro no tiene ninguna hoja con filas.');
  return {
    zip,
    hojas,
    desde1904,
    clases: await leerClases(zip, deTipo('styles')),
    cadenas: await leerCadenas(zip, deTipo('sharedStrings')),
  };
}

async function rutaDelLibro(zip: Zip): Promise<string> {
  const raiz = await relaciones(zip, '_rels/.rels', '');
  const ruta = [...raiz.values()].find((parte) => parte.tipo === 'officeDocument')?.ruta;
  if (ruta?.endsWith('.xml') && /(^|\/)workbook\d*\.xml$/.test(ruta)) return ruta;
  if (ruta?.endsWith('.bin')) {
    throw ilegible('Es un .xlsb. Ábrelo en Excel, guárdalo como .xlsx y súbelo de nuevo.');
  }
  if (zip.entradas.has('content.xml')) {
    throw ilegible('Es de LibreOffice (.ods). Guárdalo como .xlsx o .csv y súbelo de nuevo.');
  }
  if ([...zip.entradas.keys()].some((entrada) => /\.(iwa|numbers)$/.test(entrada))) {
    throw ilegible('Es de Numbers. Expórtalo como Excel (.xlsx) o CSV y súbelo de nuevo.');
  }
  if (ruta === undefined && zip.entradas.has('xl/workbook.xml')) return 'xl/workbook.xml';
  if (ruta === undefined) {
    throw ilegible('Es un .zip. Descomprímelo y sube la planilla que trae dentro.');
  }
  throw ilegible('Es un documento, no una planilla. Sube un archivo .xlsx o .csv.');
}

type Partes = Map<string, { tipo: string; ruta: string }>;

async function relaciones(zip: Zip, ruta: string, carpeta: string): Promise<Partes> {
  const partes: Partes = new Map();
  await leerParte(zip, ruta, {
    abre(nombre, atributos) {
      const id = atributo(atributos, 'Id');
      const destino = atributo(atributos, 'Target');
      if (nombre !== 'Relationship' || id === undefined || destino === undefined) return;
      const tipo = (atributo(atributos, 'Type') ?? '').split('/').at(-1) ?? '';
      partes.set(id, { tipo, ruta: resolver(carpeta, destino) });
    },
    texto: nada,
    cierra: nada,
  });
  return partes;
}

function resolver(carpeta: string, destino: string): string {
  if (destino.startsWith('/')) return destino.slice(1);
  const pasos = carpeta.split('/').filter(Boolean);
  for (const paso of destino.split('/')) {
    if (paso === '..') pasos.pop();
    else if (paso !== '.') pasos.push(paso);
  }
  return pasos.join('/');
}

async function leerIndice(zip: Zip, ruta: string, partes: Partes) {
  if (!zip.entradas.has(ruta)) throw danado();
  const hojas: Hoja[] = [];
  let desde1904 = false;
  await leerParte(zip, ruta, {
    abre(nombre, atributos) {
      if (nombre === 'workbookPr') {
        desde1904 = /^(1|true)$/.test(atributo(atributos, 'date1904') ?? '');
      }
      if (nombre !== 'sheet') return;
      const parte = partes.get(atributo(atributos, 'id') ?? '');
      if (parte?.tipo !== 'worksheet' || !zip.entradas.has(parte.ruta)) return;
      const oculta = (atributo(atributos, 'state') ?? 'visible') !== 'visible';
      hojas.push({ nombre: atributo(atributos, 'name') ?? '', ruta: parte.ruta, oculta });
    },
    texto: nada,
    cierra: nada,
  });
  return { hojas, desde1904 };
}

async function leerClases(zip: Zip, ruta: string | undefined): Promise<ClaseNumero[]> {
  const codigos = new Map<number, string>();
  const clases: ClaseNumero[] = [];
  let enCeldas = false;
  await leerParte(zip, ruta, {
    abre(nombre, atributos) {
      const id = Number(atributo(atributos, 'numFmtId') ?? 0);
      if (nombre === 'numFmt') codigos.set(id, atributo(atributos, 'formatCode') ?? '');
      if (nombre === 'cellXfs') enCeldas = true;
      if (nombre === 'xf' && enCeldas) clases.push(claseDeFormato(id, codigos.get(id)));
    },
    texto: nada,
    cierra(nombre) {
      if (nombre === 'cellXfs') enCeldas = false;
    },
  });
  return clases;
}

async function leerCadenas(zip: Zip, ruta: string | undefined): Promise<Cadenas> {
  const cadenas = new Cadenas();
  let cadena = '';
  let enTexto = false;
  let enFonetica = false;
  await leerParte(
    zip,
    ruta,
    {
      abre(nombre) {
        if (nombre === 'si') cadena = '';
        else if (nombre === 't') enTexto = true;
        else if (nombre === 'rPh') enFonetica = true;
      },
      texto(texto) {
        if (enTexto && !enFonetica) cadena += texto;
      },
      cierra(nombre) {
        if (nombre === 't') enTexto = false;
        else if (nombre === 'rPh') enFonetica = false;
        else if (nombre === 'si') {
          cadenas.push(escapesDeExcel(cadena));
          if (cadenas.length > MAX_CADENAS || cadenas.peso > MAX_BYTES_TEXTO) {
            throw ilegible('El libro tiene demasiado texto. Divídelo en varios archivos.');
          }
        }
      },
    },
    MAX_BYTES_CADENAS,
  );
  return cadenas;
}

async function leerParte(
  zip: Zip,
  ruta: string | undefined,
  manejador: Manejador,
  maximo = MAX_PARTE,
): Promise<void> {
  const entrada = ruta === undefined ? undefined : zip.entradas.get(ruta);
  if (entrada) await leerXml(descomprimir(zip, entrada, maximo), manejador);
}

function nada(): void {}
