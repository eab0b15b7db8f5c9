import {
  IconActivity,
  IconBuilding,
  IconCake,
  IconCalendarPlus,
  IconCash,
  IconClock,
  IconFlag,
  IconHourglass,
  IconId,
  IconLink,
  IconMail,
  IconMailCheck,
  IconMap,
  IconMapPin,
  IconMessage,
  IconNotes,
  IconRoute,
  IconSearch,
  IconShoppingBag,
  IconStar,
  IconTag,
  IconUser,
  IconUserCheck,
  IconWallet,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Campo } from '#contract/condicion.ts';
import type { HojaBorrador, HojaDe } from './arbol.ts';

/** A way to say the condition, after «Personas que». */
export type Verbo<C extends Campo = Campo> = {
  texto: string;
  niega: boolean;
  /** The part of the condition that it says. */
  con?: Partial<HojaDe<C>>;
};

type Entrada<C extends Campo> = {
  titulo: string;
  icono: TablerIcon;
  verbos: Verbo<C>[];
  /** How it begins. */
  inicial: HojaDe<C>;
};

/** A condition that is either so or not. */
const siNo = (si: string, no = `no ${si}`) => [
  { texto: si, niega: false },
  { texto: no, niega: true },
];

/** One of several, each so or not. */
const casos = <C extends Campo>(unos: [string, Partial<HojaDe<C>>][]): Verbo<C>[] =>
  unos.flatMap(([texto, con]) => [
    { texto, niega: false, con },
    { texto: `no ${texto}`, niega: true, con },
  ]);

export const catalogo: { [C in Campo]: Entrada<C> } = {
  texto: {
    titulo: 'Nombre, correo o teléfono',
    icono: IconSearch,
    verbos: siNo('tienen en su nombre, correo o teléfono'),
    inicial: { campo: 'texto' },
  },
  estado: {
    titulo: 'Estado',
    icono: IconFlag,
    verbos: siNo('están en el estado'),
    inicial: { campo: 'estado' },
  },
  tipo: {
    titulo: 'Persona o empresa',
    icono: IconId,
    verbos: casos<'tipo'>([
      ['son personas', { es: 'B2C' }],
      ['son contactos de empresas', { es: 'B2B' }],
    ]),
    inicial: { campo: 'tipo', es: 'B2C' },
  },
  empresa: {
    titulo: 'Empresa',
    icono: IconBuilding,
    verbos: siNo('son de la empresa'),
    inicial: { campo: 'empresa' },
  },
  edad: {
    titulo: 'Edad',
    icono: IconHourglass,
    verbos: siNo('tienen una edad', 'no tienen una edad'),
    inicial: { campo: 'edad' },
  },
  cumpleanos: {
    titulo: 'Cumpleaños',
    icono: IconCake,
    verbos: siNo('están de cumpleaños en'),
    inicial: { campo: 'cumpleanos' },
  },
  tiene: {
    titulo: 'Datos anotados',
    icono: IconNotes,
    verbos: siNo('tienen anotado', 'no tienen anotado'),
    inicial: { campo: 'tiene', dato: 'email' },
  },
  responsable: {
    titulo: 'Responsable',
    icono: IconUserCheck,
    verbos: siNo('están a cargo de'),
    inicial: { campo: 'responsable' },
  },
  comuna: {
    titulo: 'Comuna',
    icono: IconMapPin,
    verbos: siNo('viven en'),
    inicial: { campo: 'comuna' },
  },
  region: {
    titulo: 'Región',
    icono: IconMap,
    verbos: siNo('viven en la región'),
    inicial: { campo: 'region' },
  },
  origen: {
    titulo: 'Cómo llegaron',
    icono: IconRoute,
    verbos: siNo('llegaron por'),
    inicial: { campo: 'origen' },
  },
  utm: {
    titulo: 'Enlace por el que llegaron',
    icono: IconLink,
    verbos: casos<'utm'>([
      ['llegaron por la campaña', { parte: 'utmCampaign' }],
      ['llegaron por la fuente', { parte: 'utmSource' }],
      ['llegaron por el medio', { parte: 'utmMedium' }],
      ['fueron recomendadas por', { parte: 'referidoPor' }],
    ]),
    inicial: { campo: 'utm', parte: 'utmCampaign' },
  },
  capturado: {
    titulo: 'Fecha de registro',
    icono: IconCalendarPlus,
    verbos: siNo('se registraron'),
    inicial: { campo: 'capturado', cuando: { ultimosDias: 30 } },
  },
  interes: {
    titulo: 'Intereses',
    icono: IconTag,
    verbos: siNo('se interesan en'),
    inicial: { campo: 'interes', modo: 'ALGUNO' },
  },
  recibeNovedades: {
    titulo: 'Novedades por correo',
    icono: IconMailCheck,
    verbos: siNo('reciben novedades por correo'),
    inicial: { campo: 'recibeNovedades' },
  },
  compra: {
    titulo: 'Compras',
    icono: IconShoppingBag,
    verbos: siNo('compraron'),
    inicial: { campo: 'compra' },
  },
  gasto: {
    titulo: 'Dinero pagado',
    icono: IconCash,
    verbos: siNo('pagaron en total'),
    inicial: { campo: 'gasto' },
  },
  saldo: {
    titulo: 'Deuda',
    icono: IconWallet,
    verbos: siNo('deben'),
    inicial: { campo: 'saldo', min: 1 },
  },
  asistencia: {
    titulo: 'Asistencia',
    icono: IconUser,
    verbos: casos<'asistencia'>([
      ['asistieron a', { estado: 'PRESENTE' }],
      ['faltaron a', { estado: 'AUSENTE' }],
    ]),
    inicial: { campo: 'asistencia', estado: 'PRESENTE' },
  },
  espera: {
    titulo: 'Lista de espera',
    icono: IconClock,
    verbos: siNo('esperan un cupo en'),
    inicial: { campo: 'espera' },
  },
  resena: {
    titulo: 'Reseñas',
    icono: IconStar,
    verbos: siNo('dejaron una reseña de'),
    inicial: { campo: 'resena' },
  },
  actividad: {
    titulo: 'Última actividad',
    icono: IconActivity,
    verbos: siNo('tuvieron su última actividad'),
    inicial: { campo: 'actividad', cuando: { ultimosDias: 90 } },
  },
  contacto: {
    titulo: 'Conversaciones',
    icono: IconMessage,
    verbos: siNo('tuvieron con nosotros'),
    inicial: { campo: 'contacto' },
  },
  correo: {
    titulo: 'Correos',
    icono: IconMail,
    verbos: [
      ...casos<'correo'>([
        ['recibieron', { evento: 'RECIBIDO' }],
        ['abrieron', { evento: 'ABIERTO' }],
        ['hicieron clic en', { evento: 'CLIC' }],
      ]),
      { texto: 'no pudieron recibir', niega: false, con: { evento: 'REBOTADO' } },
      { texto: 'pudieron recibir', niega: true, con: { evento: 'REBOTADO' } },
    ],
    inicial: { campo: 'correo', evento: 'ABIERTO' },
  },
};

/** As they are offered. */
export const secciones: { titulo: string; campos: Campo[] }[] = [
  { titulo: 'Qué compran', campos: ['compra', 'gasto', 'saldo', 'asistencia', 'espera', 'resena'] },
  { titulo: 'Qué les gusta', campos: ['interes', 'recibeNovedades'] },
  {
    titulo: 'Cómo nos relacionamos',
    campos: ['estado', 'actividad', 'correo', 'contacto', 'responsable'],
  },
  { titulo: 'De dónde vienen', campos: ['capturado', 'origen', 'utm', 'comuna', 'region'] },
  { titulo: 'Quiénes son', campos: ['texto', 'tipo', 'empresa', 'edad', 'cumpleanos', 'tiene'] },
];

/** All ways to say a condition; the one in which it stands is found by `verboDe`. */
export function verbosDe(campo: Campo): Verbo[] {
  return catalogo[campo].verbos as Verbo[];
}

/** Which of its verbos says the condition as it stands. */
export function verboDe(hoja: HojaBorrador, niega: boolean): number {
  const said = { ...hoja } as Record<string, unknown>;
  const fits = ({ con = {} }: Verbo) => Object.entries(con).every(([k, v]) => said[k] === v);
  return verbosDe(hoja.campo).findIndex((verbo) => verbo.niega === niega && fits(verbo));
}
