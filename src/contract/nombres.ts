import type { TipoAviso } from './avisos.ts';
import type { EstadoCliente, Origen } from './clientes.ts';
import type { EstadoPago } from './cobros.ts';
import type { AccesoEstado, EstadoCurso, VideoTipo } from './cursos.ts';
import type { ClaveAutomatico, EstadoEmail, TipoCampana, TipoEmail, TipoEvento } from './emails.ts';
import type { EstadoEspera } from './espera.ts';
import type { Direccion, ResultadoInteraccion, TipoInteraccion } from './interacciones.ts';
import type { Entrega, TipoMovimiento } from './productos.ts';
import type { EstadoResena } from './resenas.ts';
import type { EstadoTaller } from './talleres.ts';

/** How the business says the stored values. */
export const nombresEstadoCliente: Record<EstadoCliente, string> = {
  LEAD: 'Lead',
  PROSPECTO: 'Prospecto',
  CLIENTE: 'Cliente',
  INACTIVO: 'Inactivo',
};

export const nombresTipoCliente = { B2C: 'Persona', B2B: 'Contacto de empresa' } as const;

export const nombresOrigen: Record<Origen, string> = {
  INSTAGRAM: 'Instagram',
  FACEBOOK: 'Facebook',
  GOOGLE: 'Google',
  TIKTOK: 'TikTok',
  WHATSAPP: 'WhatsApp',
  REFERIDO: 'Referido',
  EVENTO: 'Evento',
  NEWSLETTER: 'Novedades',
  WEB: 'Sitio web',
  OTRO: 'Otro',
};

/** Of a contact with a person. */
export const nombresTipoInteraccion: Record<TipoInteraccion, string> = {
  LLAMADA: 'Llamada',
  WHATSAPP: 'WhatsApp',
  CORREO: 'Correo',
  REUNION: 'Reunión',
  NOTA: 'Nota',
};

export const nombresDireccion: Record<Direccion, string> = {
  SALIENTE: 'Nosotros',
  ENTRANTE: 'La persona',
};

/** What came of a contact. */
export const nombresResultado: Record<ResultadoInteraccion, string> = {
  INTERESADO: 'Le interesa',
  NO_INTERESADO: 'No le interesa',
  SIN_RESPUESTA: 'Sin respuesta',
  RESUELTO: 'Resuelto',
};

export const nombresEstadoPago: Record<EstadoPago, string> = {
  PENDIENTE: 'Pendiente',
  ABONADO: 'Abonado',
  PAGADO: 'Pagado',
  ANULADO: 'Anulado',
};

export const nombresTipoPago = {
  PAGO: 'Pago',
  REEMBOLSO: 'Reembolso',
  REVERSO: 'Reverso',
} as const;

/** Of the stock of a product. */
export const nombresMovimiento: Record<TipoMovimiento, string> = {
  VENTA: 'Venta',
  ANULACION: 'Venta anulada',
  INGRESO: 'Ingreso',
  AJUSTE: 'Conteo de bodega',
  MERMA: 'Merma',
};

/** Of a kit that was sold. */
export const nombresEntrega: Record<Entrega, string> = {
  POR_ENTREGAR: 'Por entregar',
  ENTREGADO: 'Entregado',
  ENVIADO: 'Enviado',
};

export const nombresEstadoTaller: Record<EstadoTaller, string> = {
  BORRADOR: 'Borrador',
  PUBLICADO: 'Publicado',
  ANULADO: 'Anulado',
};

/** Of who waits for a seat. */
export const nombresEstadoEspera: Record<EstadoEspera, string> = {
  ESPERANDO: 'Esperando',
  OFRECIDA: 'Cupo ofrecido',
  ACEPTADA: 'Aceptó',
  VENCIDA: 'Venció la oferta',
  RETIRADA: 'Salió de la lista',
  CERRADA: 'Cerrada',
};

export const nombresModalidad = {
  PRESENCIAL: 'Presencial',
  EN_VIVO: 'En vivo por internet',
} as const;

export const nombresEstadoCurso: Record<EstadoCurso, string> = {
  BORRADOR: 'Borrador',
  PUBLICADO: 'Publicado',
};

export const nombresVideo: Record<VideoTipo, string> = {
  YOUTUBE: 'YouTube',
  VIMEO: 'Vimeo',
  ENLACE: 'Enlace a un video',
  ARCHIVO: 'Archivo subido',
};

/** Of a student to a course. */
export const nombresAcceso: Record<AccesoEstado, string> = {
  VIGENTE: 'Con acceso',
  POR_PAGAR: 'Por pagar',
  VENCIDO: 'Terminó',
  ANULADO: 'Anulado',
};

/** What each prepared message is for. */
export const nombresAviso: Record<TipoAviso, string> = {
  ENLACE_PORTAL: 'Enlace al portal',
  OFERTA_CUPO: 'Cupo liberado',
  PEDIR_RESENA: 'Pedir reseña',
};

export const nombresEstadoResena: Record<EstadoResena, string> = {
  PENDIENTE: 'Por moderar',
  PUBLICADA: 'Publicada',
  RECHAZADA: 'Rechazada',
};

/** What a campaign or a template is for. */
export const nombresTipoCampana: Record<TipoCampana, string> = {
  OFERTA: 'Oferta',
  RECORDATORIO: 'Recordatorio',
  PERSONALIZADO: 'Personalizado',
};

export const nombresTipoEmail: Record<TipoEmail, string> = {
  ...nombresTipoCampana,
  TRANSACCIONAL: 'Aviso',
};

/** How a message ended, or where it is. */
export const nombresEstadoEmail: Record<EstadoEmail, string> = {
  EN_COLA: 'Por salir',
  TOMADO: 'Saliendo',
  ENVIADO: 'Enviado',
  LOCAL: 'No se envió a nadie',
  FALLIDO: 'Falló',
  SUPRIMIDO: 'Detenido',
  CANCELADO: 'Cancelado',
  INCIERTO: 'Incierto',
};

export const nombresAutomatico: Record<ClaveAutomatico, string> = {
  INSCRIPCION_RECIBIDA: 'Inscripción recibida',
  PAGO_RECIBIDO: 'Pago recibido',
  RESERVA_POR_VENCER: 'Reserva por vencer',
  RECORDATORIO_3_DIAS: 'Recordatorio, 3 días antes',
  RECORDATORIO_1_DIA: 'Recordatorio, el día antes',
  OFERTA_CUPO: 'Cupo liberado',
  PEDIR_RESENA: 'Pedir reseña',
  ENLACE_PORTAL: 'Enlace al portal',
  CONFIRMAR_NEWSLETTER: 'Confirmar suscripción',
  BIENVENIDA: 'Bienvenida',
};

/** What happened to a message after it was sent. */
export const nombresEvento: Record<TipoEvento, string> = {
  APERTURA: 'Abierto',
  CLIC: 'Con clic',
  REBOTE: 'Rebotado',
  RECLAMO: 'Con reclamo',
  BAJA: 'Con baja',
};

/** The options of a filter or a select, from a table of names. */
export function opciones<K extends string>(nombres: Record<K, string>) {
  return Object.entries<string>(nombres).map(([value, label]) => ({ value, label }));
}
