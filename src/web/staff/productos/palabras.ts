const number = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });

/** `1.250` */
export const cifra = (n: number) => number.format(n);

/** `1 disponible`, `12 disponibles`. */
export const cuantosDisponibles = (n: number) =>
  n === 1 ? '1 disponible' : `${cifra(n)} disponibles`;

/** `quedará 1 disponible`, `quedarán 12 disponibles`. */
export const quedaran = (n: number) =>
  `${n === 1 ? 'quedará' : 'quedarán'} ${cuantosDisponibles(n)}`;

/** `+12`, `−3`: with the sign of a change. */
export const conSigno = (n: number) => (n > 0 ? `+${cifra(n)}` : `−${cifra(-n)}`);

const contar = (n: number, uno: string, varios: string) => `${n === 1 ? uno : varios} ${cifra(n)}`;

/** What a count of the shelf will change, before it is saved. */
export function efectoDelConteo(
  contados: number,
  { stockActual, porEntregar }: { stockActual: number; porEntregar: number },
): { texto: string; malo: boolean } {
  const diferencia = contados - stockActual - porEntregar;
  if (contados < porEntregar) {
    const texto = `Contaste menos que los ${cifra(porEntregar)} vendidos por entregar. Marca lo que ya se entregó o anula esas ventas, y cuenta de nuevo.`;
    return { texto, malo: true };
  }
  if (diferencia === 0) return { texto: 'Coincide: no se moverá nada.', malo: false };
  const que =
    diferencia < 0 ? contar(-diferencia, 'Falta', 'Faltan') : contar(diferencia, 'Sobra', 'Sobran');
  return {
    texto: `${que}: ${quedaran(stockActual + diferencia)}.`,
    malo: false,
  };
}
