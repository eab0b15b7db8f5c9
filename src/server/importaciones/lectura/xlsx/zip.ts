import { createInflateRaw } from 'node:zlib';
import { ilegible } from '../fuente.ts';

export type Entrada = {
  metodo: number;
  comprimido: number;
  /** Where its local header begins. */
  cabecera: number;
};
export type Zip = { datos: Buffer; entradas: Map<string, Entrada> };

const DANADO =
  'El archivo está dañado o incompleto. Ábrelo en Excel o Google Sheets, guárdalo de nuevo como .xlsx y súbelo.';
const FIN = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRADAS = 10_000;
const PIEZA = 64 * 1024;

export const danado = () => ilegible(DANADO);

/** @throws {AppError} ARCHIVO_ILEGIBLE when it is no whole ZIP, or is locked by a password. */
export function abrirZip(datos: Buffer): Zip {
  const fin = buscarFin(datos);
  const total = datos.readUInt16LE(fin + 10);
  if (total > MAX_ENTRADAS) throw danado();
  const entradas = new Map<string, Entrada>();
  let en = datos.readUInt32LE(fin + 16);
  for (let i = 0; i < total; i++) {
    if (en + 46 > datos.length || datos.readUInt32LE(en) !== CENTRAL) throw danado();
    const nombre = datos.readUInt16LE(en + 28);
    if ((datos.readUInt16LE(en + 8) & 1) === 1) {
      throw ilegible('El archivo tiene contraseña. Quítasela en Excel y súbelo de nuevo.');
    }
    entradas.set(datos.toString('utf8', en + 46, en + 46 + nombre).replaceAll('\\', '/'), {
      metodo: datos.readUInt16LE(en + 10),
      comprimido: datos.readUInt32LE(en + 20),
      cabecera: datos.readUInt32LE(en + 42),
    });
    en += 46 + nombre + datos.readUInt16LE(en + 30) + datos.readUInt16LE(en + 32);
  }
  return { datos, entradas };
}

function buscarFin(datos: Buffer): number {
  for (let en = datos.length - 22; en >= 0 && en >= datos.length - 65_558; en--) {
    if (datos.readUInt32LE(en) === FIN) return en;
  }
  throw danado();
}

/**
 * The bytes of an entry as they unfold, in pieces, only as fast as they are taken.
 * @throws {AppError} ARCHIVO_ILEGIBLE when damaged, or when it unfolds beyond `maximo` bytes.
 */
export async function* descomprimir(zip: Zip, entrada: Entrada, maximo: number) {
  const { datos } = zip;
  const { cabecera, comprimido } = entrada;
  if (cabecera + 30 > datos.length || datos.readUInt32LE(cabecera) !== LOCAL) throw danado();
  const inicio =
    cabecera + 30 + datos.readUInt16LE(cabecera + 26) + datos.readUInt16LE(cabecera + 28);
  if (inicio + comprimido > datos.length) throw danado();
  const cuerpo = datos.subarray(inicio, inicio + comprimido);
  if (entrada.metodo !== 0 && entrada.metodo !== 8) throw danado();
  let bytes = 0;
  try {
    for await (const pieza of entrada.metodo === 0 ? enPiezas(cuerpo) : inflar(cuerpo)) {
      bytes += pieza.length;
      if (bytes > maximo) throw ilegible('El archivo descomprimido es demasiado grande.');
      yield pieza;
    }
  } catch (error) {
    const codigo = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw codigo.startsWith('Z_') ? danado() : error;
  }
}

function* enPiezas(cuerpo: Buffer) {
  for (let en = 0; en < cuerpo.length; en += PIEZA) yield cuerpo.subarray(en, en + PIEZA);
}

function inflar(cuerpo: Buffer): AsyncIterable<Buffer> {
  const inflado = createInflateRaw({ chunkSize: PIEZA });
  inflado.end(cuerpo);
  return inflado;
}
