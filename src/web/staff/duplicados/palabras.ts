import type { FichaDuplicado, Fusion, Parecidos } from '#contract/duplicados.ts';
import { plural } from './plural.ts';

type Motivo = Parecidos[number]['motivos'][number];

/** What two have in common. */
export const nombresMotivo: Record<Motivo, string> = {
  EMAIL: 'mismo correo',
  TELEFONO: 'mismo teléfono',
  RUT: 'mismo RUT',
  EMAIL_PARECIDO: 'correos casi iguales',
  NOMBRE_Y_COMUNA: 'mismo nombre y comuna',
  NOMBRE_PARECIDO: 'nombre parecido',
};

/** How sure it is, in words. */
export function confianzaEnPalabras(confianza: number): string {
  if (confianza >= 85) return 'Casi seguro';
  return confianza >= 60 ? 'Probable' : 'Posible';
}

/** What hangs from a record, in words; empty when nothing does. */
export function cuelga(ficha: FichaDuplicado): string[] {
  return [
    ficha.ventas > 0 && plural(ficha.ventas, 'venta', 'ventas'),
    ficha.interacciones > 0 && plural(ficha.interacciones, 'contacto', 'contactos'),
    ficha.correos > 0 && plural(ficha.correos, 'correo', 'correos'),
    ficha.cuentaPortal && 'cuenta del portal',
    ficha.suscrito && 'recibe novedades',
  ].filter((part) => part !== false);
}

/** Whether a merge still stands. */
export const sigueUnida = ({ deshechaEn }: Fusion) => deshechaEn === null;
