/** The bytes of a file in pieces of any size; read from the beginning each time it is iterated. */
export type Fuente = AsyncIterable<Uint8Array>;
export type FormatoTabla = 'CSV' | 'XLSX';
