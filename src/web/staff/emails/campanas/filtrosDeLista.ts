/** The names by which the list of clientes keeps its search and filters in the URL. */
export const filtrosDeLista = [
  'q',
  'estado',
  'tipo',
  'interes',
  'origen',
  'comuna',
  'empresa',
  'creadoDesde',
  'creadoHasta',
] as const;
