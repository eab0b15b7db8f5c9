import type { LinkProps } from '@tanstack/react-router';
import type { Registro } from '#contract/auditoria.ts';
import { formatPesos } from '#contract/money.ts';
import { formatInstant, formatPlainDate } from '../../ui/time.ts';

const verbs: Record<string, string> = {
  CREAR: 'creó',
  CAMBIAR: 'cambió',
  BORRAR: 'borró',
  ANULAR: 'anuló',
  PUBLICAR: 'publicó',
  DESPUBLICAR: 'volvió a borrador',
  DUPLICAR: 'duplicó',
  CAMBIAR_ESTADO: 'cambió el estado de',
  CAMBIAR_CLAVE: 'cambió la contraseña de',
  CERRAR_SESIONES: 'cerró las sesiones de',
  CERRAR_CUENTA: 'cerró la cuenta del portal de',
  NOMBRAR_ASISTENTES: 'nombró a los asistentes de',
  REGISTRAR_PAGO: 'registró un pago en',
  REEMBOLSAR: 'registró un reembolso en',
  REVERSAR_PAGO: 'reversó un pago de',
  RESOLVER_ALERTA: 'resolvió la alerta de',
  TRASLADAR: 'trasladó',
  ORDENAR: 'ordenó las lecciones de',
  DAR_ACCESO: 'dio acceso gratis a',
  CAMBIAR_ACCESO: 'cambió hasta cuándo dura',
  VENDER: 'registró',
  ARCHIVAR: 'archivó',
  REACTIVAR: 'volvió a vender',
  MOVER_STOCK: 'movió el stock de',
  VER_ALERTA: 'dio por vista la alerta de stock de',
  CAMBIAR_ENTREGA: 'cambió la entrega de un kit de',
  ENVIAR_AVISO: 'envió un mensaje a',
  DESCARTAR_AVISO: 'descartó un mensaje para',
  CREAR_ENLACE: 'hizo un enlace al portal para',
  CREAR_DKIM: 'creó una llave DKIM en',
  QUITAR_DKIM: 'quitó la firma DKIM de',
  CREAR_WEBHOOK: 'creó la clave para avisar de rebotes en',
  QUITAR_WEBHOOK: 'quitó la clave para avisar de rebotes de',
  EXPORTAR: 'sacó en un archivo',
  EMITIR_COMPROBANTE: 'emitió el comprobante de',
  MARCAR_ASISTENCIA: 'marcó la asistencia de',
  RECHAZAR: 'rechazó',
  RESPONDER: 'respondió',
  RETOMAR: 'volvió a usar',
  PROGRAMAR: 'programó',
  ENVIAR: 'envió',
  ENVIAR_PRUEBA: 'envió de prueba',
  REENVIAR: 'volvió a enviar',
  PAUSAR: 'pausó',
  REANUDAR: 'siguió enviando',
  CANCELAR: 'canceló',
  ASIGNAR_CLIENTES: 'dio varios clientes a',
  ASIGNAR_SEGUIMIENTOS: 'dio varios seguimientos a',
  QUITAR_RESPONSABLE: 'dejó sin responsable a',
  AGREGAR_A_CLIENTES: 'agregó a varios clientes',
  OFRECER: 'ofreció cupos a',
  SUPRIMIR: 'puso en la lista de bajas',
  IMPORTAR: 'agregó direcciones a',
  LEVANTAR: 'sacó de la lista de bajas',
  REGISTRAR_CONSENTIMIENTO: 'registró el consentimiento de',
  RETIRAR_CONSENTIMIENTO: 'retiró el consentimiento de',
  BLOQUEAR: 'bloqueó los datos de',
  DESBLOQUEAR: 'desbloqueó los datos de',
  QUITAR: 'quitó',
  QUITAR_A_CLIENTES: 'quitó a varios clientes',
};

type Kind = { name: string; numbered: boolean; to?: LinkProps['to'] };

export const kinds: Record<string, Kind> = {
  CLIENTE: { name: 'el cliente', numbered: true, to: '/app/clientes/$id' },
  EMPRESA: { name: 'la empresa', numbered: true, to: '/app/empresas/$id' },
  TALLER: { name: 'el taller', numbered: true, to: '/app/talleres/$id' },
  PRODUCTO: { name: 'el producto', numbered: true, to: '/app/productos/$id' },
  CURSO: { name: 'el curso', numbered: true, to: '/app/cursos/$id' },
  LECCION: { name: 'la lección', numbered: true },
  VIDEO: { name: 'un video', numbered: false },
  INSCRIPCION_CURSO: { name: 'el acceso a un curso', numbered: true },
  COBRO: { name: 'la venta', numbered: true, to: '/app/ventas/$id' },
  INSCRIPCION: { name: 'la inscripción', numbered: true },
  ESPERA: { name: 'el lugar en la lista de espera', numbered: true },
  RESENA: { name: 'la reseña', numbered: true },
  INTERACCION: { name: 'la interacción', numbered: true },
  SEGMENTO: { name: 'el segmento', numbered: true, to: '/app/segmentos/$id' },
  EXPORTACION: { name: 'una lista', numbered: false },
  SEGUIMIENTOS: { name: 'varios seguimientos', numbered: false },
  CLIENTES: { name: 'varios clientes', numbered: false },
  TEXTO_WHATSAPP: { name: 'un texto de WhatsApp', numbered: false },
  INTERES: { name: 'el interés', numbered: true },
  USUARIO: { name: 'un usuario del equipo', numbered: false },
  AJUSTES: { name: 'los ajustes', numbered: false },
  PLANTILLA: { name: 'la plantilla', numbered: true, to: '/app/emails/plantillas/$id' },
  CAMPANA: { name: 'la campaña', numbered: true, to: '/app/emails/campanas/$id' },
  EMAIL: { name: 'el correo', numbered: true, to: '/app/emails/registro/$id' },
  CORREO_AUTOMATICO: { name: 'un correo automático', numbered: false },
  LISTA_DE_BAJAS: { name: 'la lista de bajas', numbered: false },
  SUPRESION: { name: 'una dirección de correo', numbered: false },
  CORREO: { name: 'los ajustes del correo', numbered: false },
  ARCHIVO: { name: 'una imagen', numbered: false },
};

// What students do by themselves in their portal; what else has no user was done by a task of the server.
const ofAlumno = new Set(['CERRAR_CUENTA']);

type Act = Pick<Registro, 'usuario' | 'accion' | 'entidad' | 'entidadId' | 'despues'>;

/** A line of a sale was annulled, and others stand. */
const isPartial = ({ accion, entidad, despues }: Act) =>
  accion === 'ANULAR' && entidad === 'COBRO' && despues?.estado !== 'ANULADO';

/** Who did what to what, in words that read as one sentence. `person` is the team member it was done to, if any. */
export function sentenceOf(act: Act, person?: string) {
  const { usuario, accion, entidad, entidadId } = act;
  const who = usuario ?? (ofAlumno.has(accion) ? 'Desde el portal, la persona' : 'El sistema');
  const verb = isPartial(act)
    ? 'anuló una parte de'
    : (verbs[accion] ?? `hizo «${words(accion)}» en`);
  const { name, numbered } = kindOf(entidad);
  if (person) return { who, verb: / (de|a)$/.test(verb) ? verb : `${verb} a`, what: person };
  const what = numbered ? `${name} n.º ${entidadId}` : name;
  return what.startsWith('el ') && / (de|a)$/.test(verb)
    ? { who, verb: `${verb}l`, what: what.slice(3) }
    : { who, verb, what };
}

export const kindOf = (entidad: string): Kind =>
  kinds[entidad] ?? { name: words(entidad), numbered: true };

const fieldNames: Record<string, string> = {
  rut: 'RUT',
  sku: 'SKU',
  enBodega: 'En bodega',
  email: 'Correo',
  telefono: 'Teléfono',
  razonSocial: 'Razón social',
  direccion: 'Dirección',
  descripcion: 'Descripción',
  titulo: 'Título',
  iniciaEn: 'Empieza',
  terminaEn: 'Termina',
  instruccionesPago: 'Instrucciones de pago',
  version: 'Versión',
  clienteId: 'Cliente',
  responsableId: 'Responsable',
  seguimientoEn: 'Seguimiento',
  seguimientoNota: 'Nota del seguimiento',
  seguimientoResponsableId: 'Seguimiento a cargo de',
  seguimientoHechoEn: 'Seguimiento hecho',
  seguimientoHechoPor: 'Seguimiento hecho por',
};

/** `numeroCuenta` → `Numero cuenta`, or its proper name when we have it. */
export function fieldName(key: string): string {
  const text = fieldNames[key] ?? words(key);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function words(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}

const MONEY = new Set(['precio', 'monto', 'total', 'pagado', 'descuento', 'precioUnitario']);

/** A stored value as one would say it; `zone` is the business'. */
export function showValue(key: string, value: unknown, zone: string): string {
  if (value === null || value === undefined || value === '') return '(vacío)';
  if (typeof value === 'boolean') return value ? 'Sí' : 'No';
  if (typeof value === 'number' && MONEY.has(key)) return formatPesos(value);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) {
    return formatInstant(value, zone);
  }
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatPlainDate(value);
  if (Array.isArray(value)) return value.map((one) => showValue(key, one, zone)).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([inner, one]) => `${fieldName(inner)}: ${showValue(inner, one, zone)}`)
      .join('; ');
  }
  return String(value);
}
