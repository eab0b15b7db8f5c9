import type {
  Direccion,
  Interaccion,
  ResultadoInteraccion,
  TipoInteraccion,
} from '#contract/interacciones.ts';
import { nombresResultado } from '#contract/nombres.ts';

type Hecho = {
  tipo: TipoInteraccion;
  direccion?: Direccion | null | undefined;
  resultado?: ResultadoInteraccion | null | undefined;
};

const propias: Record<TipoInteraccion, string> = {
  LLAMADA: 'Llamada',
  WHATSAPP: 'Mensaje de WhatsApp',
  CORREO: 'Correo',
  REUNION: 'Reunión',
  NOTA: '',
};
const recibidas: Partial<Record<TipoInteraccion, string>> = {
  LLAMADA: 'Llamada recibida',
  WHATSAPP: 'Mensaje de WhatsApp recibido',
  CORREO: 'Correo recibido',
};

/** What is kept of a contact when nothing was written; empty for a note, which is nothing else. */
export function resumenPorDefecto({ tipo, direccion, resultado }: Hecho): string {
  const what = (direccion === 'ENTRANTE' && recibidas[tipo]) || propias[tipo];
  if (!what || !resultado) return what;
  return `${what}: ${nombresResultado[resultado].toLowerCase()}`;
}

/** The kind of a contact, and who began it when it was the person. */
export function tipoEnPalabras({ tipo, direccion }: Hecho): string {
  if (tipo === 'NOTA') return 'Nota del equipo';
  return (direccion === 'ENTRANTE' && recibidas[tipo]) || propias[tipo];
}

const ofertas: Record<TipoInteraccion, string> = {
  LLAMADA: 'la llamada a',
  WHATSAPP: 'el WhatsApp a',
  CORREO: 'el correo a',
  REUNION: 'la reunión con',
  NOTA: 'la nota sobre',
};

/** The heading of the dialog that offers to log what someone just did. */
export const ofertaDeRegistro = (tipo: TipoInteraccion, nombres: string) =>
  `¿Registramos ${ofertas[tipo]} ${nombres}?`;

/** What there is to do: what was agreed, or else what it comes from. */
export const porHacer = ({ seguimiento, resumen }: Interaccion): string =>
  seguimiento?.nota ?? resumen;
