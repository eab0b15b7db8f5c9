import { setImmediate as respiro } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import type { Codificacion } from '#contract/importaciones.ts';
import { type Fuente, ilegible } from '../fuente.ts';

/** Enough to choose delimiter and titles by. */
const CABEZA = 512 * 1024;
const MUESTRA = 4096;

/** What decoders call them. */
const etiquetas: Record<Codificacion, string> = {
  'UTF-8': 'utf-8',
  'WINDOWS-1252': 'windows-1252',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
};

/**
 * The encoding of a file by its mark, by where its zeros fall, or by whether all of it is valid UTF-8;
 * else it is what Excel writes in Chile, windows-1252. Also its first bytes, and whether they are all.
 * @throws {AppError} ARCHIVO_ILEGIBLE when it is no text.
 */
export async function examinarTexto(
  fuente: Fuente,
): Promise<{ codificacion: Codificacion; cabeza: Buffer; completo: boolean }> {
  const trozos: Uint8Array[] = [];
  let bytes = 0;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let esUtf8 = true;
  for await (const trozo of fuente) {
    if (bytes < CABEZA) trozos.push(trozo);
    bytes += trozo.length;
    esUtf8 &&= decodifica(utf8, trozo, true);
    if (!esUtf8 && bytes >= CABEZA) break;
  }
  esUtf8 &&= decodifica(utf8, new Uint8Array(), false);
  const todo = Buffer.concat(trozos);
  if (todo.length === 0) throw ilegible('El archivo está vacío.');
  const cabeza = todo.subarray(0, CABEZA);
  return {
    codificacion: marca(cabeza) ?? porCeros(cabeza) ?? (esUtf8 ? 'UTF-8' : 'WINDOWS-1252'),
    cabeza,
    completo: bytes <= CABEZA,
  };
}

function decodifica(decodificador: TextDecoder, trozo: Uint8Array, sigue: boolean): boolean {
  try {
    decodificador.decode(trozo, { stream: sigue });
    return true;
  } catch {
    return false;
  }
}

function marca(cabeza: Buffer): Codificacion | undefined {
  if (cabeza[0] === 0xef && cabeza[1] === 0xbb && cabeza[2] === 0xbf) return 'UTF-8';
  if (cabeza[0] === 0xff && cabeza[1] === 0xfe) return 'UTF-16LE';
  if (cabeza[0] === 0xfe && cabeza[1] === 0xff) return 'UTF-16BE';
  return undefined;
}

function porCeros(cabeza: Buffer): Codificacion | undefined {
  const muestra = cabeza.subarray(0, MUESTRA);
  const mitad = muestra.length / 2;
  const pares = muestra.filter((byte, i) => byte === 0 && i % 2 === 0).length;
  const impares = muestra.filter((byte, i) => byte === 0 && i % 2 === 1).length;
  if (impares > mitad * 0.3 && pares < mitad * 0.05) return 'UTF-16LE';
  if (pares > mitad * 0.3 && impares < mitad * 0.05) return 'UTF-16BE';
  // No text has these, but for one that slipped in.
  const deControl = muestra.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (deControl <= Math.max(3, muestra.length * 0.02)) return undefined;
  throw ilegible('No es una planilla ni un texto. Sube un archivo .xlsx o .csv.');
}

export function decodificar(bytes: Uint8Array, codificacion: Codificacion): string {
  return new TextDecoder(etiquetas[codificacion]).decode(bytes);
}

/** Text in pieces so small, and with a pause after each, that reading them holds nothing else up. */
export async function* textoDe(fuente: Fuente, codificacion: Codificacion): AsyncGenerator<string> {
  const pieza = 32 * 1024;
  const decodificador = new TextDecoder(etiquetas[codificacion]);
  for await (const trozo of fuente) {
    for (let en = 0; en < trozo.length; en += pieza) {
      yield decodificador.decode(trozo.subarray(en, en + pieza), { stream: true });
      await respiro();
    }
  }
  yield decodificador.decode();
}
