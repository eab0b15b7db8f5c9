import type { MotivoSupresion } from '#contract/supresiones.ts';
import type { Tone } from '../../../ui/EstadoBadge.tsx';

export const nombresMotivo: Record<MotivoSupresion, string> = {
  BAJA: 'Se dio de baja',
  REBOTE: 'Rebotó',
  RECLAMO: 'Se quejó',
  MANUAL: 'A mano',
};

/** What each stops, said to who adds addresses. */
export const alcanceMotivo: Record<MotivoSupresion, string> = {
  BAJA: 'No quiere novedades: no recibe campañas, sí lo de sus compras.',
  REBOTE: 'La dirección no existe o no recibe: no se le envía nada.',
  RECLAMO: 'Marcó un mensaje como no deseado: no se le envía nada.',
  MANUAL: 'El equipo decidió no escribirle: no se le envía nada.',
};

export const tonosMotivo: Record<MotivoSupresion, Tone> = {
  BAJA: 'off',
  REBOTE: 'warn',
  RECLAMO: 'bad',
  MANUAL: 'neutral',
};
