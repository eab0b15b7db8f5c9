/** The number of a receipt as it is written: six digits, more when it needs them. `123` → `000123`. */
export function formatNumero(numero: number): string {
  return String(numero).padStart(6, '0');
}
