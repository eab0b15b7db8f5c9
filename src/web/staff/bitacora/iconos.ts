import {
  IconArrowBackUp,
  IconArrowsJoin,
  IconBan,
  IconBrandWhatsapp,
  IconCash,
  IconChecklist,
  IconHourglass,
  IconMail,
  IconMailCheck,
  IconNote,
  IconPhone,
  IconReceipt2,
  IconStar,
  IconUserCheck,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ClaseEvento, Evento } from '#contract/bitacora.ts';
import type { TipoInteraccion } from '#contract/interacciones.ts';
import type { Permiso } from '#contract/permisos.ts';

type Clase = {
  clase: ClaseEvento;
  label: string;
  icon: TablerIcon;
  /** Without it, nothing of the kind is told. */
  permiso: Permiso;
};

/** What a timeline is narrowed by, in the order of its chips. */
export const clases: readonly Clase[] = [
  { clase: 'CONTACTOS', label: 'Contactos', icon: IconUsers, permiso: 'interacciones:leer' },
  { clase: 'VENTAS', label: 'Ventas', icon: IconReceipt2, permiso: 'ventas:leer' },
  { clase: 'PAGOS', label: 'Pagos', icon: IconCash, permiso: 'ventas:leer' },
  { clase: 'CORREOS', label: 'Correos', icon: IconMail, permiso: 'emails:leer' },
  { clase: 'ASISTENCIA', label: 'Asistencia', icon: IconChecklist, permiso: 'talleres:leer' },
  { clase: 'ESPERA', label: 'Lista de espera', icon: IconHourglass, permiso: 'talleres:leer' },
  { clase: 'RESENAS', label: 'Reseñas', icon: IconStar, permiso: 'resenas:leer' },
  { clase: 'ESTADO', label: 'Estado', icon: IconUserCheck, permiso: 'clientes:leer' },
  { clase: 'PERMISO', label: 'Permiso', icon: IconMailCheck, permiso: 'clientes:leer' },
];

const deInteraccion: Record<TipoInteraccion, TablerIcon> = {
  LLAMADA: IconPhone,
  WHATSAPP: IconBrandWhatsapp,
  CORREO: IconMail,
  REUNION: IconUsers,
  NOTA: IconNote,
};

const deTipo: Record<string, TablerIcon> = {
  LINEA_ANULADA: IconBan,
  REEMBOLSO: IconArrowBackUp,
  REVERSO: IconArrowBackUp,
  FUSION: IconArrowsJoin,
};

/** The picture of something that happened; its words say the same. */
export function iconoDe({ clase, tipo, interaccion }: Evento): TablerIcon {
  if (interaccion) return deInteraccion[interaccion.tipo];
  return deTipo[tipo] ?? clases.find((one) => one.clase === clase)?.icon ?? IconUserCheck;
}
