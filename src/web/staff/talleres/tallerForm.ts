import type { GetInputPropsReturnType } from '@mantine/form';
import type { z } from 'zod';
import type { Taller, tallerCampos } from '#contract/talleres.ts';
import type { Draft } from '../../ui/form/useContractForm.ts';

export type TallerDraft = Draft<typeof tallerCampos>;

/** What the parts of the form need from it. */
export type TallerFormPart = {
  field: (name: keyof TallerDraft, options?: { type: 'checkbox' }) => GetInputPropsReturnType;
  values: TallerDraft;
  set: <K extends keyof TallerDraft>(name: K, value: TallerDraft[K]) => void;
};

/** What the form starts with: a new Taller, or the one that is edited. */
export function draftOf(taller: Taller | undefined, zona: string): TallerDraft {
  return {
    titulo: taller?.titulo ?? '',
    resumen: taller?.resumen ?? '',
    descripcion: taller?.descripcion ?? '',
    modalidad: taller?.modalidad ?? 'PRESENCIAL',
    lugar: taller?.lugar ?? '',
    direccion: taller?.direccion ?? '',
    comuna: taller?.comuna ?? null,
    enlace: taller?.enlace ?? '',
    instructor: taller?.instructor ?? '',
    interesId: taller?.interes?.id ?? null,
    imagenId: taller?.imagenId ?? null,
    iniciaEn: taller?.iniciaEn,
    terminaEn: taller?.terminaEn,
    zona: taller?.zona ?? zona,
    precio: taller?.precio,
    afectoIva: taller?.afectoIva ?? false,
    cupos: taller?.cupos ?? 12,
  };
}

type Input = Partial<z.input<typeof tallerCampos>>;

/** Without what belongs to the other modality: no place for one in live, no link for one in person. */
export function withoutOther<T extends Input>(body: T): T {
  return body.modalidad === 'EN_VIVO'
    ? { ...body, lugar: null, direccion: null, comuna: null }
    : { ...body, enlace: null };
}

const HOUR = 3_600_000;
const USUAL_HOURS = 3;

/** The end to suggest when the beginning changes: as long as before, three hours at first (ISO 8601 UTC). */
export function suggestEnd(
  start: string | undefined,
  before: { iniciaEn?: string | undefined; terminaEn?: string | undefined },
): string | undefined {
  const { iniciaEn, terminaEn } = before;
  if (!start) return terminaEn;
  const length = iniciaEn && terminaEn ? Date.parse(terminaEn) - Date.parse(iniciaEn) : 0;
  return new Date(Date.parse(start) + (length > 0 ? length : USUAL_HOURS * HOUR)).toISOString();
}
