import type { ClaveAutomatico } from '#contract/emails.ts';

const comerciales: ReadonlySet<ClaveAutomatico> = new Set(['PEDIR_RESENA', 'BIENVENIDA']);

/** Whether an automatic mail carries a way to unsubscribe and stops for who took it (Ley 19.496 art. 28 B). */
export function esComercial(automatico: ClaveAutomatico): boolean {
  return comerciales.has(automatico);
}
