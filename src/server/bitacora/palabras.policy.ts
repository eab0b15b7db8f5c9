import type { CausaEstado } from '#contract/clientes.ts';
import type { EstadoEmail } from '#contract/emails.ts';
import type { EstadoEspera } from '#contract/espera.ts';

export type CausaAnulacion = 'STAFF' | 'VENCIDO' | 'TALLER_ANULADO';
export type MotivoSupresion = 'BAJA' | 'REBOTE' | 'RECLAMO' | 'MANUAL';

export const causasEstado: Record<CausaEstado, string | null> = {
  CAPTURA: null,
  COMPRA_PENDIENTE: 'Por una compra que falta pagar',
  COMPRA_CONFIRMADA: 'Por una compra',
  COMPRA_ANULADA: 'Se anuló su última compra',
  LISTA_DE_ESPERA: 'Espera un cupo',
  INTERACCION: 'Le interesó lo que conversaron',
  ACTIVIDAD: 'Dio señales otra vez',
  SIN_ACTIVIDAD: 'Hace tiempo que no da señales',
  MANUAL: null,
  FUSION: 'Por unir dos fichas',
};

export const nombresEmail: Record<EstadoEmail, string> = {
  EN_COLA: 'Correo por enviar',
  TOMADO: 'Correo por enviar',
  ENVIADO: 'Correo enviado',
  LOCAL: 'Correo guardado sin enviar',
  FALLIDO: 'Correo que no se pudo enviar',
  SUPRIMIDO: 'Correo que no se envió',
  CANCELADO: 'Correo cancelado',
  INCIERTO: 'Correo que no se sabe si salió',
};

export const anulaciones: Record<CausaAnulacion, string> = {
  STAFF: 'Se anuló',
  VENCIDO: 'Venció la reserva de',
  TALLER_ANULADO: 'Se anuló el taller',
};

export const movimientos = {
  PAGO: 'Pagó',
  REEMBOLSO: 'Reembolso',
  REVERSO: 'Pago reversado',
} as const;

export const canalesPermiso: Record<string, string> = {
  WEB: 'En un formulario de la web',
  EQUIPO: 'Lo registró el equipo',
  CORREO: 'Desde un correo',
  PREFERENCIAS: 'En sus preferencias',
  IMPORTACION: 'Por una lista que se cargó',
  RECLAMO: 'Marcó un correo como no deseado',
};

export const motivosSupresion: Record<MotivoSupresion, string> = {
  BAJA: 'Pidió no recibir más novedades',
  REBOTE: 'Su correo rebota: ya no se le escribe',
  RECLAMO: 'Marcó un correo como no deseado: ya no se le escribe',
  MANUAL: 'El equipo detuvo los correos a su dirección',
};

export const pasosEspera: Record<EstadoEspera, string> = {
  ESPERANDO: 'Entró a la lista de espera de',
  OFRECIDA: 'Se le ofreció un cupo en',
  ACEPTADA: 'Tomó el cupo que esperaba en',
  VENCIDA: 'Dejó pasar el cupo que se le ofreció en',
  RETIRADA: 'Salió de la lista de espera de',
  CERRADA: 'Se cerró la lista de espera de',
};
