const number = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });

/** `1 venta`, `12 ventas`. */
export function plural(n: number, one: string, many: string): string {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}
