import { type FormatoTabla, ilegible } from './fuente.ts';

const GUARDAR = 'Ábrelo en Excel o Google Sheets, guárdalo como .xlsx o .csv y súbelo de nuevo.';

const firmas: [bytes: number[], motivo: string][] = [
  [[0x25, 0x50, 0x44, 0x46], `Es un PDF, no una planilla. Pide la planilla de la que salió.`],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    `Es un Excel antiguo (.xls) o tiene contraseña. Ábrelo en Excel, guárdalo como .xlsx sin contraseña y súbelo de nuevo.`,
  ],
  [[0x89, 0x50, 0x4e, 0x47], 'Es una imagen, no una planilla.'],
  [[0xff, 0xd8, 0xff], 'Es una imagen, no una planilla.'],
  [[0x47, 0x49, 0x46, 0x38], 'Es una imagen, no una planilla.'],
  [[0x1f, 0x8b], 'Está comprimido (.gz). Descomprímelo y sube la planilla que trae dentro.'],
  [
    [0x52, 0x61, 0x72, 0x21],
    'Está comprimido (.rar). Descomprímelo y sube la planilla que trae dentro.',
  ],
  [
    [0x37, 0x7a, 0xbc, 0xaf],
    'Está comprimido (.7z). Descomprímelo y sube la planilla que trae dentro.',
  ],
];

/**
 * CSV or XLSX, by the first bytes of the file (some 4 KB are enough) rather than by its name.
 * @throws {AppError} ARCHIVO_ILEGIBLE for what is no table: PDF, old .xls, image, web page, nothing at all.
 */
export function formatoDe(cabeza: Uint8Array): FormatoTabla {
  if (cabeza.length === 0) throw ilegible('El archivo está vacío.');
  for (const [bytes, motivo] of firmas) {
    if (bytes.every((byte, i) => cabeza[i] === byte)) throw ilegible(motivo);
  }
  if (cabeza[0] === 0x50 && cabeza[1] === 0x4b) return 'XLSX';
  const inicio = new TextDecoder('windows-1252')
    .decode(cabeza.subarray(0, 512))
    .replaceAll('\0', '');
  const texto = inicio.replace(/^(ï»¿|ÿþ|þÿ)/, '').trimStart();
  if (/^(<!doctype html|<html|<table|<\?xml|<head|<meta)/i.test(texto)) {
    throw ilegible(`Es una página web o un XML con otro nombre, no una planilla. ${GUARDAR}`);
  }
  if (/^\{\\rtf/.test(texto))
    throw ilegible(`Es un documento de texto, no una planilla. ${GUARDAR}`);
  if (/^BEGIN:VCARD/i.test(texto)) {
    throw ilegible('Son contactos en formato vCard. Expórtalos como CSV y súbelos de nuevo.');
  }
  if (/^[[{]\s*["{[]/.test(texto)) {
    throw ilegible('Es un archivo JSON, no una planilla. Expórtalo como CSV y súbelo de nuevo.');
  }
  return 'CSV';
}
