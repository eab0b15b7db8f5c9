/** The largest amount we accept, in pesos: a thousand million. */
export const MAX_PESOS = 1_000_000_000;

const pesos = new Intl.NumberFormat('es-CL', { maximumFractionDigits: 0, useGrouping: 'always' });

/** Whole pesos as people write them: `25000` → `$25.000`, `-500` → `-$500`. */
export function formatPesos(monto: number): string {
  const signo = monto < 0 ? '-' : '';
  return `${signo}$${pesos.format(Math.abs(monto))}`;
}

/**
 * Reads an amount as a Chilean types it: `$ 25.000`, `25.000,00`, `$25.000.-`, `25 mil`, `gratis`.
 * @returns whole pesos ≥ 0, or undefined when the text is not a whole amount (`25,50`, `-3`, `2.5.0`).
 */
export function parsePesos(texto: string): number | undefined {
  const limpio = texto
    .replace(/[\s\u00a0\u200b]/g, '')
    .toLowerCase()
    .replace(/^(clp)?\$?(clp)?/, '')
    .replace(/\.-$/, '')
    .replace(/(pesos|clp)$/, '');
  if (/^gratis$/.test(limpio)) return 0;
  const mil = /^(\d{1,6})mil$/.exec(limpio);
  if (mil) return Number(mil[1]) * 1000;
  const partes = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,0{1,2})?$/.exec(limpio);
  if (!partes?.[1]) return undefined;
  const monto = Number(partes[1].replaceAll('.', ''));
  return Number.isSafeInteger(monto) ? monto : undefined;
}

/** IVA of Chile, DL 825 art. 14. */
const IVA = 0.19;

export type Desglose = { neto: number; iva: number; exento: number };

/**
 * Splits a gross line in pesos: neto = round(bruto / 1.19), IVA = bruto − neto; an exempt line
 * (teaching, DL 825 art. 13 n.º 4) carries no IVA. Gross is never computed from net.
 */
export function desglosar(bruto: number, afectoIva: boolean): Desglose {
  if (!afectoIva) return { neto: 0, iva: 0, exento: bruto };
  const neto = Math.round(bruto / (1 + IVA));
  return { neto, iva: bruto - neto, exento: 0 };
}
