import type { EstadoCliente, Origen } from '#contract/clientes.ts';
import { foldText } from '../core/text.ts';
import { domainOf } from './empresas.ts';
import { pickComuna } from './lugares.ts';
import { DAY, HOUR, iso, type Mundo } from './mundo.ts';
import { createPersona, type Persona } from './nombres.ts';
import { type Random, weighted, weightedList } from './random.ts';
import { rutOf } from './rut.ts';

const SPAN_DAYS = 730;

const dominios = weightedList(
  'gmail.com 70, hotmail.com 14, outlook.com 5, yahoo.es 2, live.cl 2, icloud.com 3, hotmail.cl 1, uc.cl 1, usach.cl 1',
);
const origenes = weighted<Origen>([
  ['INSTAGRAM', 34],
  ['GOOGLE', 16],
  ['REFERIDO', 14],
  ['WHATSAPP', 10],
  ['FACEBOOK', 8],
  ['NEWSLETTER', 6],
  ['EVENTO', 4],
  ['TIKTOK', 4],
  ['WEB', 3],
  ['OTRO', 1],
]);
const campanas = ['otono-abierto', 'dia-de-la-mama', 'vacaciones-de-invierno', 'regala-un-taller'];
const notas = [
  'Prefiere que le escriban por WhatsApp.',
  'Solo puede los sábados en la mañana.',
  'Es zurda: avisar a quien guía el taller.',
  'Alérgica a los frutos secos.',
  'Viene con su hermana casi siempre.',
  'Pidió boleta a nombre de su empresa.',
  'Quiere regalar un taller para Navidad.',
];

export type ClienteRow = {
  id: number;
  tipo: 'B2C' | 'B2B';
  empresaId: number | null;
  nombres: string;
  apellidos: string;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  fechaNacimiento: string | null;
  comuna: string | null;
  origen: Origen;
  origenDetalle: string;
  estado: EstadoCliente;
  notas: string | null;
  ultimaActividadEn: string | null;
  convertidoEn: string | null;
  responsableId: string | null;
  creadoEn: string;
  actualizadoEn: string;
};

/** When the `index`-th of `count` people came: over two years, more of them lately, in order. */
export function capturedAt({ random, hoy }: Mundo, index: number, count: number): number {
  const share = ((index + random.next()) / count) ** 0.75;
  return Math.round(hoy - SPAN_DAYS * DAY * (1 - share) - random.int(30, 20 * 60) * 60_000);
}

/** One person as captured: LEAD, with what the school knows of them. */
export function createCliente(mundo: Mundo, captura: number): ClienteRow {
  const { random, empresas } = mundo;
  const persona = createPersona(random);
  const empresa = random.chance(0.045) ? random.pick(empresas) : undefined;
  const origen = empresa
    ? random.pick(['REFERIDO', 'GOOGLE', 'EVENTO'] as const)
    : origenes(random);
  const email =
    empresa || origen === 'NEWSLETTER' || random.chance(0.93)
      ? emailOf(mundo, persona, empresa && domainOf(empresa.nombreFantasia))
      : null;
  const telefono =
    email === null || (origen !== 'NEWSLETTER' && random.chance(0.94)) ? mobile(random) : null;
  const edad = random.int(19, 72);
  return {
    id: mundo.ids('cliente'),
    tipo: empresa ? 'B2B' : 'B2C',
    empresaId: empresa?.id ?? null,
    ...persona,
    email,
    telefono,
    rut: random.chance(0.35) ? rutFor(mundo, edad) : null,
    fechaNacimiento: random.chance(0.4) ? birthday(mundo, edad) : null,
    comuna: random.chance(0.88) ? pickComuna(random) : null,
    origen,
    origenDetalle: JSON.stringify(detailOf(random, origen)),
    estado: 'LEAD',
    notas: random.chance(0.06) ? random.pick(notas) : null,
    ultimaActividadEn: null,
    convertidoEn: null,
    responsableId: random.chance(0.3) ? mundo.usuarioId : null,
    creadoEn: iso(captura),
    actualizadoEn: iso(captura),
  };
}

/** Makes a new record be of someone noted before: written shorter, and reached by the same phone. */
export function repeat(known: ClienteRow | undefined, nueva: ClienteRow): void {
  if (known?.tipo !== 'B2C' || nueva.tipo !== 'B2C') return;
  nueva.nombres = known.nombres.split(' ')[0] ?? known.nombres;
  nueva.apellidos = known.apellidos;
  nueva.telefono = known.telefono ?? nueva.telefono;
  nueva.comuna = known.comuna;
}

function mobile(random: Random): string {
  return `+569${random.int(30_000_000, 99_999_999)}`;
}

function emailOf({ random, emails }: Mundo, persona: Persona, dominio?: string): string {
  const word = (text: string) => foldText(text).replace(/[^a-z]/g, '');
  const nombre = word(persona.nombres.split(' ')[0] ?? '');
  const apellido = word(persona.apellidos.split(' ')[0] ?? '');
  const local = random.pick([
    `${nombre}.${apellido}`,
    `${nombre}${apellido}`,
    `${nombre[0]}${apellido}`,
    `${nombre}.${apellido}${random.int(60, 99)}`,
    `${nombre}_${apellido}`,
    `${apellido}.${nombre}${random.int(1, 30)}`,
  ]);
  const domain = dominio ?? dominios(random);
  let email = `${local}@${domain}`;
  for (let tries = 1; emails.has(email); tries += 1) {
    email = `${local}${random.int(1, 10 ** Math.min(tries + 1, 6))}@${domain}`;
  }
  emails.add(email);
  return email;
}

function rutFor({ random, ruts }: Mundo, edad: number): string {
  let body: number;
  do body = Math.round((29.4 - edad * 0.33) * 1_000_000) + random.int(-650_000, 650_000);
  while (ruts.has(body));
  ruts.add(body);
  return rutOf(body);
}

function birthday({ random, hoy }: Mundo, edad: number): string {
  return iso(hoy - (edad * 365.25 + random.int(1, 364)) * DAY - HOUR).slice(0, 10);
}

function detailOf(random: Random, origen: Origen): Record<string, string> {
  if (origen === 'REFERIDO') {
    const { nombres, apellidos } = createPersona(random);
    return random.chance(0.6) ? { referidoPor: `${nombres} ${apellidos.split(' ')[0]}` } : {};
  }
  if (!['INSTAGRAM', 'FACEBOOK', 'GOOGLE', 'TIKTOK'].includes(origen) || random.chance(0.5))
    return {};
  return {
    utmSource: origen.toLowerCase(),
    utmMedium: origen === 'GOOGLE' ? 'cpc' : 'social',
    utmCampaign: random.pick(campanas),
  };
}
