import { AppError } from '#server/core/errors.ts';

/** The bytes of a file in pieces of any size; read from the beginning each time it is iterated. */
export type Fuente = AsyncIterable<Uint8Array>;
export type FormatoTabla = 'CSV' | 'XLSX';

/** A cell longer than this is no cell: a quote that never closes, or a file made to do harm. */
export const MAX_CELDA = 33_000;

export function ilegible(motivo: string): AppError {
  return new AppError('ARCHIVO_ILEGIBLE', motivo);
}

export async function leerTodo(fuente: Fuente): Promise<Buffer> {
  const trozos: Uint8Array[] = [];
  for await (const trozo of fuente) trozos.push(trozo);
  return Buffer.concat(trozos);
}

const INVISIBLES = /(?![\t\n])[\p{Cc}\p{Cs}]/u;
const TODO_INVISIBLE = new RegExp(INVISIBLES, 'gu');

/** The text of a cell as it is kept: trimmed, line breaks alike, nothing that PostgreSQL refuses. */
export function textoDeCelda(texto: string): string {
  if (!INVISIBLES.test(texto)) return texto.trim();
  return texto.replace(/\r\n?/g, '\n').replace(TODO_INVISIBLE, '').trim();
}
