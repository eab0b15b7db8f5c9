import type {
  Lectura,
  Mapeo,
  OpcionesImportacion,
  TipoImportacion,
} from '#contract/importaciones.ts';
import { type Correcciones, detectar } from '#server/importaciones/lectura/detectar.ts';
import { formatoDe } from '#server/importaciones/lectura/formato.ts';
import type { Fuente } from '#server/importaciones/lectura/fuente.ts';
import { type FilaNormalizada, leerFila } from '#server/importaciones/lectura/leerFila.ts';
import { type FilaLeida, leerFilas } from '#server/importaciones/lectura/leerFilas.ts';

export const HOY = '2026-11-22';

type Feo = {
  lectura: Lectura;
  filas: FilaLeida[];
  personas: FilaNormalizada[];
};

/** The file in pieces of an odd size, so that nothing depends on where they are cut. */
export function enPiezas(bytes: Uint8Array, pieza = 7): Fuente {
  return {
    async *[Symbol.asyncIterator]() {
      for (let en = 0; en < bytes.length; en += pieza) yield bytes.subarray(en, en + pieza);
    },
  };
}

/** Reads a file as the product does, each column going where it is suggested. */
export async function leerFeo(
  bytes: Uint8Array,
  {
    tipo = 'CLIENTES' as TipoImportacion,
    opciones = {} as OpcionesImportacion,
    ...correcciones
  }: Correcciones & {
    tipo?: TipoImportacion;
    opciones?: OpcionesImportacion;
  } = {},
): Promise<Feo> {
  const formato = formatoDe(bytes.subarray(0, 4096));
  const fuente = enPiezas(bytes, bytes.length > 100_000 ? 65_536 : 7);
  const lectura = await detectar(fuente, formato, tipo, correcciones);
  const filas: FilaLeida[] = [];
  for await (const fila of leerFilas(fuente, formato, lectura)) filas.push(fila);
  const mapeo = mapeoDe(lectura);
  const personas = filas.map(({ celdas }) => leerFila(celdas, mapeo, opciones, HOY));
  return { lectura, filas, personas };
}

export function mapeoDe(lectura: Lectura): Mapeo {
  return lectura.columnas.flatMap(({ indice, sugerencia }) =>
    sugerencia === null ? [] : [{ indice, campo: sugerencia }],
  );
}

/** What each column was taken for, by its title. */
export function sugerencias(lectura: Lectura): Record<string, string | null> {
  return Object.fromEntries(lectura.columnas.map(({ titulo, sugerencia }) => [titulo, sugerencia]));
}
