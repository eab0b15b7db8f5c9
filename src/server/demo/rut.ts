import { getCheckDigit } from 'rut.js';

/** The stored form of a RUT with that body: `12345678` → `12345678-5`. */
export function rutOf(body: number): string {
  return `${body}-${getCheckDigit(String(body))}`;
}
