import type { TipoInteraccion } from '#contract/interacciones.ts';
import { usePuede } from '../session.ts';
import { type Contactable, type Cumple, useContacto } from './contacto.ts';

/** The acts of reaching a person: each is followed by the offer to log it, for those who may. */
export function useVias(cliente: Contactable, { cumple }: Cumple = {}) {
  const abrir = useContacto();
  const puede = usePuede();
  const escribe = puede('interacciones:escribir');
  return {
    /** Undefined for those who may not. */
    registrar: escribe ? () => abrir({ acto: 'REGISTRAR', cliente, cumple }) : undefined,
    /** For the press of a link that already does it. */
    ofrecer: (tipo: TipoInteraccion, resumen?: string) => () => {
      if (!escribe) return;
      abrir({ acto: 'OFRECER', cliente, tipo, cumple, ...(resumen ? { resumen } : {}) });
    },
    whatsapp: () => abrir({ acto: 'WHATSAPP', cliente, cumple }),
  };
}
