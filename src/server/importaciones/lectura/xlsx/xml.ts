import { setImmediate as respiro } from 'node:timers/promises';
import { ilegible } from '../fuente.ts';

/** What reading an XML tells as it goes; names come without their prefix, attributes as written. */
export type Manejador = {
  abre(nombre: string, atributos: string): void;
  texto(texto: string): void;
  cierra(nombre: string): void;
};

/** No text of a spreadsheet is this long; a file that holds more is made to exhaust the memory. */
const MAX_TEXTO = 1024 * 1024;

/**
 * Reads the XML of a workbook in pieces without ever building its tree: the strings and rows of a large
 * book would take hundreds of megabytes and hold everything else up meanwhile.
 * @throws {AppError} ARCHIVO_ILEGIBLE for texts of megabytes and for declared entities.
 */
export async function leerXml(
  piezas: AsyncIterable<Uint8Array>,
  manejador: Manejador,
): Promise<void> {
  for await (const _ of leerXmlPorPiezas(piezas, manejador));
}

/** The same, stopping after each piece until the next is asked for. */
export async function* leerXmlPorPiezas(
  piezas: AsyncIterable<Uint8Array>,
  manejador: Manejador,
): AsyncGenerator<void> {
  const decodificador = new TextDecoder('utf-8');
  let resto = '';
  for await (const pieza of piezas) {
    resto = consumir(resto + decodificador.decode(pieza, { stream: true }), manejador);
    if (resto.length > MAX_TEXTO) throw ilegible('Tiene una celda con demasiado texto.');
    yield;
    await respiro();
  }
}

function consumir(xml: string, manejador: Manejador): string {
  let en = 0;
  for (;;) {
    const menor = xml.indexOf('<', en);
    if (menor === -1) return xml.slice(en);
    if (menor > en) manejador.texto(entidades(xml.slice(en, menor)));
    en = menor;
    const especial = xml.charCodeAt(menor + 1);
    if (especial === 33 || especial === 63) {
      const fin = saltarEspecial(xml, menor, manejador);
      if (fin === -1) return xml.slice(menor);
      en = fin;
      continue;
    }
    const mayor = finDeEtiqueta(xml, menor);
    if (mayor === -1) return xml.slice(menor);
    etiqueta(xml.slice(menor + 1, mayor), manejador);
    en = mayor + 1;
  }
}

function saltarEspecial(xml: string, en: number, manejador: Manejador): number {
  if (xml.startsWith('<![CDATA[', en)) {
    const fin = xml.indexOf(']]>', en);
    if (fin === -1) return -1;
    manejador.texto(xml.slice(en + 9, fin));
    return fin + 3;
  }
  if (xml.startsWith('<!--', en)) {
    const fin = xml.indexOf('-->', en);
    return fin === -1 ? -1 : fin + 3;
  }
  if (xml.length - en < 9) return -1;
  if (xml.startsWith('<!DOCTYPE', en)) throw ilegible('El archivo no es una planilla válida.');
  const fin = xml.indexOf('>', en);
  return fin === -1 ? -1 : fin + 1;
}

// A `>` may stand within the quotes of an attribute.
function finDeEtiqueta(xml: string, desde: number): number {
  let mayor = xml.indexOf('>', desde);
  while (mayor !== -1 && comillasAbiertas(xml, desde, mayor)) mayor = xml.indexOf('>', mayor + 1);
  return mayor;
}

function comillasAbiertas(xml: string, desde: number, hasta: number): boolean {
  let abierta = false;
  for (let i = xml.indexOf('"', desde); i !== -1 && i < hasta; i = xml.indexOf('"', i + 1)) {
    abierta = !abierta;
  }
  return abierta;
}

function etiqueta(contenido: string, manejador: Manejador): void {
  if (contenido.startsWith('/')) {
    manejador.cierra(sinPrefijo(contenido.slice(1).trimEnd()));
    return;
  }
  const vacia = contenido.endsWith('/');
  const cuerpo = vacia ? contenido.slice(0, -1) : contenido;
  const espacio = cuerpo.search(/\s/);
  const nombre = sinPrefijo(espacio === -1 ? cuerpo : cuerpo.slice(0, espacio));
  manejador.abre(nombre, espacio === -1 ? '' : cuerpo.slice(espacio));
  if (vacia) manejador.cierra(nombre);
}

function sinPrefijo(nombre: string): string {
  const dos = nombre.indexOf(':');
  return dos === -1 ? nombre : nombre.slice(dos + 1);
}

/** The value of one attribute, whatever its prefix; undefined when it is not there. */
export function atributo(atributos: string, nombre: string): string | undefined {
  for (let en = atributos.indexOf(nombre); en !== -1; en = atributos.indexOf(nombre, en + 1)) {
    const antes = atributos.charCodeAt(en - 1);
    const igual = en + nombre.length;
    // 32 and below are white space, 58 ends a prefix, 61 is the equals sign.
    if ((antes > 32 && antes !== 58) || atributos.charCodeAt(igual) !== 61) continue;
    const comilla = atributos.charAt(igual + 1);
    const fin = atributos.indexOf(comilla, igual + 2);
    if (fin !== -1) return entidades(atributos.slice(igual + 2, fin));
  }
  return undefined;
}

const nombradas: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entidades(texto: string): string {
  if (!texto.includes('&')) return texto;
  return texto.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (todo, codigo: string) => {
    if (!codigo.startsWith('#')) return nombradas[codigo] ?? todo;
    const punto = /^#x/i.test(codigo)
      ? Number.parseInt(codigo.slice(2), 16)
      : Number.parseInt(codigo.slice(1), 10);
    return punto <= 0x10ffff ? String.fromCodePoint(punto) : '';
  });
}

/** `_x000D_` of Excel's strings → the character it stands for. */
export function escapesDeExcel(texto: string): string {
  if (!texto.includes('_x')) return texto;
  return texto.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
