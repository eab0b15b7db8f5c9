const HOUR = 3_600_000;

/** How long the link of a confirmation works, in days. */
export const DIAS_PARA_CONFIRMAR = 7;

/** At most one confirmation is written to an address within this time: asked since then, none goes out again. */
export function sinceLastAsk(now: string): string {
  return new Date(Date.parse(now) - HOUR).toISOString();
}

/** When a confirmation that was asked for at an instant can no longer be given (ISO 8601 UTC). */
export function venceEn(creadoEn: string): string {
  return new Date(Date.parse(creadoEn) + DIAS_PARA_CONFIRMAR * 24 * HOUR).toISOString();
}

/** @returns whether a subscription asked for at an instant, and not confirmed, is too old by now. */
export function isVencida(
  { creadoEn, confirmadaEn }: { creadoEn: string; confirmadaEn: string | null },
  now: string,
): boolean {
  return confirmadaEn === null && venceEn(creadoEn) <= now;
}
