import { useMemo } from 'react';
import { readDraft, useKeepDraft } from './draft.ts';

/** Who buys, not what: it also serves for the next thing they look at. */
export const DRAFT_PERSONA = 'inscripcion';

const empty = { nombres: '', apellidos: '', email: '', telefono: '' };

type Persona = Partial<typeof empty>;

/** Who was typed in earlier in this tab. */
export const readPersona = () => readDraft(DRAFT_PERSONA, empty);

/** Keeps who is being typed in, until the purchase is made. */
export function useKeepPersona(values: Persona): void {
  const { nombres = '', apellidos = '', email = '', telefono = '' } = values;
  const persona = useMemo(
    () => ({ nombres, apellidos, email, telefono }),
    [nombres, apellidos, email, telefono],
  );
  useKeepDraft(DRAFT_PERSONA, persona);
}
