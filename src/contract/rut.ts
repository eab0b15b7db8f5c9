import { validate } from 'rut.js';

/**
 * Cleans a pasted RUT (dots, spaces, any dash, leading zeros, small k) to `12345678-5`.
 * The check digit is modulo 11.
 * @returns the stored form, or undefined when it is not a valid RUT.
 */
export function parseRut(texto: string): string | undefined {
  const limpio = texto
    .normalize('NFKC')
    .replace(/[^0-9kK]/g, '')
    .toUpperCase()
    .replace(/^0+/, '');
  if (!/^\d{6,8}[0-9K]$/.test(limpio)) return undefined;
  if (/[^0-9kK.\s\u00a0\u200b\u2010-\u2015\u2212-]/.test(texto.normalize('NFKC'))) return undefined;
  const rut = `${limpio.slice(0, -1)}-${limpio.slice(-1)}`;
  return validate(rut) ? rut : undefined;
}

/** `12345678-5` → `12.345.678-5`. */
export function formatRut(rut: string): string {
  const [cuerpo = '', digito = ''] = rut.split('-');
  return `${cuerpo.replace(/\B(?=(\d{3})+(?!\d))/g, '.')}-${digito}`;
}
