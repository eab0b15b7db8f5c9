import type { CampanaItem, EstadoCampana } from '#contract/campanas.ts';
import type { EmailItem } from '#contract/emails.ts';
import {
  nombresAutomatico,
  nombresEstadoEmail,
  nombresTipoCampana,
  nombresTipoEmail,
} from '#contract/nombres.ts';
import type { MotivoSupresion, Supresion } from '#contract/supresiones.ts';
import type { Columna } from '../exportRoute.ts';
import { columnsOf } from './columna.ts';

const estadosCampana: Record<EstadoCampana, string> = {
  BORRADOR: 'Borrador',
  PROGRAMADA: 'Programada',
  PREPARANDO: 'Preparándose',
  ENVIANDO: 'Enviándose',
  PAUSADA: 'En pausa',
  COMPLETADA: 'Completada',
  CANCELADA: 'Cancelada',
};
const motivos: Record<MotivoSupresion, string> = {
  BAJA: 'Se dio de baja',
  REBOTE: 'El correo rebotó',
  RECLAMO: 'Reclamó',
  MANUAL: 'La agregó el equipo',
};

const c = columnsOf<CampanaItem>();

export const columnasCampanas: Columna<CampanaItem>[] = [
  c.text('Campaña', ({ nombre }) => nombre),
  c.text('Tipo', ({ tipo }) => nombresTipoCampana[tipo]),
  c.text('Estado', ({ estado }) => estadosCampana[estado]),
  c.text('Asunto', ({ asunto }) => asunto),
  c.instant('Programada', ({ programadaEn }) => programadaEn),
  c.instant('Empezó', ({ iniciadaEn }) => iniciadaEn),
  c.instant('Terminó', ({ terminadaEn }) => terminadaEn),
  c.number('Destinatarios', ({ destinatarios }) => destinatarios),
  c.number('Enviados', ({ progreso }) => progreso.enviados),
  c.number('Fallidos', ({ progreso }) => progreso.fallidos),
  c.number('Detenidos', ({ progreso }) => progreso.suprimidos),
  c.number('Cancelados', ({ progreso }) => progreso.cancelados),
  c.instant('Creada', ({ creadoEn }) => creadoEn),
];

const e = columnsOf<EmailItem>();

export const columnasEmails: Columna<EmailItem>[] = [
  e.instant('Creado', ({ creadoEn }) => creadoEn),
  e.text('Nombres', ({ cliente }) => cliente?.nombres ?? null),
  e.text('Apellidos', ({ cliente }) => cliente?.apellidos ?? null),
  e.text('Correo', ({ email }) => email),
  e.text('Tipo', ({ tipo, automatico }) =>
    automatico ? nombresAutomatico[automatico] : nombresTipoEmail[tipo],
  ),
  e.text('Campaña', ({ campana }) => campana?.nombre ?? null),
  e.text('Asunto', ({ asunto }) => asunto),
  e.text('Estado', ({ estado }) => nombresEstadoEmail[estado]),
  e.instant('Enviado', ({ estado, enviadoEn }) => (estado === 'ENVIADO' ? enviadoEn : null)),
  e.text('Respuesta', ({ respuesta }) => respuesta),
  e.instant('Rebotó', ({ rebotadoEn }) => rebotadoEn),
  e.instant('Reclamó', ({ reclamadoEn }) => reclamadoEn),
  e.instant('Abrió', ({ abiertoEn }) => abiertoEn),
  e.instant('Hizo clic', ({ clicEn }) => clicEn),
];

const s = columnsOf<Supresion>();

export const columnasSupresiones: Columna<Supresion>[] = [
  s.text('Correo', ({ email }) => email),
  s.text('Motivo', ({ motivo }) => motivos[motivo]),
  s.text('Detalle', ({ detalle }) => detalle),
  s.text('Nombres', ({ cliente }) => cliente?.nombres ?? null),
  s.text('Apellidos', ({ cliente }) => cliente?.apellidos ?? null),
  s.text('Quién la agregó', ({ creadoPor }) => creadoPor),
  s.instant('Desde', ({ creadoEn }) => creadoEn),
];
