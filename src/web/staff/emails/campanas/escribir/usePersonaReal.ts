import type { Audiencia } from '#contract/campanas.ts';
import type { PersonaElegida } from '../../../ventas/ElegirPersona.tsx';
import { type AudienciaBorrador, completa } from '../audiencia/borrador.ts';
import { usePersonas } from '../audiencia/useConteo.ts';

const nobody: Audiencia = { modo: 'CLIENTES', clientes: [] };

/** Someone who would get it, with whose data a message is shown; undefined while nobody would. */
export function usePersonaReal(borrador: AudienciaBorrador): PersonaElegida | undefined {
  const audiencia = completa(borrador);
  const { items } = usePersonas(audiencia ?? nobody, null, audiencia !== undefined);
  const first = items[0];
  return first && { ...first, telefono: null, empresa: null };
}
