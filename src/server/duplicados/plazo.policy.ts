import { DIAS_DESHACER_FUSION } from '#contract/duplicados.ts';

const DAY_MS = 86_400_000;

/** Until when (ISO 8601 UTC) a merge made at an instant can be undone. */
export function undoUntil(creadoEn: string): string {
  return new Date(Date.parse(creadoEn) + DIAS_DESHACER_FUSION * DAY_MS).toISOString();
}

/** Merges made before this instant can no longer be undone. */
export function undoableSince(now: string): string {
  return new Date(Date.parse(now) - DIAS_DESHACER_FUSION * DAY_MS).toISOString();
}

/** Why a merge cannot be undone now, in words for the user; undefined when it can. */
export function undoProblem(
  fusion: { deshechaEn: string | null; creadoEn: string; despues: string | null },
  now: string,
): string | undefined {
  if (fusion.deshechaEn) return 'Esta unión ya se deshizo.';
  if (now > undoUntil(fusion.creadoEn)) {
    return `Esta unión ya no se puede deshacer: pasaron más de ${DIAS_DESHACER_FUSION} días.`;
  }
  if (fusion.despues) return `Antes hay que separar a ${fusion.despues}, que se unió después.`;
  return undefined;
}
