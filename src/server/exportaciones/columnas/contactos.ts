import type { Aviso } from '#contract/avisos.ts';
import type { Interaccion } from '#contract/interacciones.ts';
import {
  nombresAviso,
  nombresDireccion,
  nombresResultado,
  nombresTipoInteraccion,
} from '#contract/nombres.ts';
import type { Columna } from '../exportRoute.ts';
import { columnsOf, personColumns } from './columna.ts';

const i = columnsOf<Interaccion>();

const loAcordado: Columna<Interaccion>[] = [
  i.date('Seguimiento', ({ seguimiento }) => seguimiento?.fecha ?? null),
  i.text('Qué hay que hacer', ({ seguimiento }) => seguimiento?.nota ?? null),
  i.text('A quién le toca', ({ seguimiento }) => seguimiento?.responsable?.nombre ?? null),
  i.instant('Hecho', ({ seguimiento }) => seguimiento?.hechoEn ?? null),
];
const loConversado: Columna<Interaccion>[] = [
  i.instant('Fecha', ({ fecha }) => fecha),
  i.text('Tipo', ({ tipo }) => nombresTipoInteraccion[tipo]),
  i.text('Quién empezó', ({ direccion }) => direccion && nombresDireccion[direccion]),
  i.text('Resumen', ({ resumen }) => resumen),
  i.text('Detalle', ({ detalle }) => detalle),
  i.text('Resultado', ({ resultado }) => resultado && nombresResultado[resultado]),
  i.text('Responsable', ({ responsable }) => responsable?.nombre ?? null),
];
const persona = personColumns<Interaccion>(({ cliente }) => cliente);

export const columnasInteracciones = [...loConversado, ...persona, ...loAcordado];
export const columnasSeguimientos = [...loAcordado, ...persona, ...loConversado];

const a = columnsOf<Aviso>();

/** Without their texts: those carry links that act for the person. */
export const columnasAvisos: Columna<Aviso>[] = [
  a.text('Para qué', ({ tipo }) => nombresAviso[tipo]),
  ...personColumns<Aviso>(({ cliente }) => cliente),
  a.text('Asunto', ({ asunto }) => asunto),
  a.instant('Preparado', ({ creadoEn }) => creadoEn),
  a.instant('Vence', ({ venceEn }) => venceEn),
  a.instant('Enviado', ({ enviadoEn }) => enviadoEn),
  a.text('Quién lo envió', ({ enviadoPor }) => enviadoPor),
];
