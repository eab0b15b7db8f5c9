import { readLink } from '../../../ui/form/readLink.ts';
import { variablesIn } from './variables.ts';

const BLANK = 'x';

/**
 * Where a link of a message leads: a variable that holds an address, or what `readLink` takes, which may have
 * variables within it (`https://escuela.cl/?de={{ cliente.comuna }}`).
 * @returns undefined for what is no address.
 */
export function readDestino(typed: string): string | undefined {
  const text = typed.trim();
  const variables = variablesIn(text);
  const [only] = variables;
  if (!only) return readLink(text);
  if (only.text === text) return text;
  const bare = variables.reduce((rest, { text: one }) => rest.replace(one, BLANK), text);
  if (!readLink(bare)) return undefined;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}
