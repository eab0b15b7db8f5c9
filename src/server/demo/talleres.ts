import { TZDate } from '@date-fns/tz';
import { slugify } from '../core/text.ts';
import { addDays, localDate } from '../core/time.ts';
import { descripcionDe, gratuitos, type Tema, temas } from './catalogo.ts';
import { lugares } from './lugares.ts';
import { DAY, HOUR, iso, type Mundo, type TallerPlan } from './mundo.ts';

const PAST_DAYS = 548;
const AHEAD_DAYS = 91;

const turnos: readonly (readonly [number, number, number])[] = [
  // weekday (0 Sunday), hour, minute
  [2, 18, 30],
  [3, 18, 30],
  [4, 19, 0],
  [6, 10, 0],
  [6, 15, 0],
  [0, 11, 0],
];

/**
 * Plans the Talleres by start: about three quarters over the last 18 months, the rest over the next
 * three; some full, free, annulled, without anyone yet, or still drafts.
 */
export function planTalleres(
  mundo: Pick<Mundo, 'random' | 'hoy' | 'zona' | 'ids'>,
  count: number,
): TallerPlan[] {
  const past = Math.round(count * 0.76);
  const plans = Array.from({ length: count }, (_, i) => {
    const ahead = i >= past;
    const share = ahead
      ? ((i - past + 0.5) / (count - past)) ** 1.9
      : 1 - (i + mundo.random.next()) / past;
    return planTaller(mundo, i, ahead ? share * AHEAD_DAYS + 1 : -share * PAST_DAYS - 1, ahead);
  });
  return plans.sort((a, b) => a.inicio - b.inicio);
}

function planTaller(
  { random, hoy, zona, ids }: Pick<Mundo, 'random' | 'hoy' | 'zona' | 'ids'>,
  index: number,
  offsetDays: number,
  ahead: boolean,
): TallerPlan {
  const id = ids('taller');
  const gratis = index % 20 === 7;
  const gratuito = gratuitos[
    Math.floor(index / 20) % gratuitos.length
  ] as (typeof gratuitos)[number];
  const tema = gratis
    ? temas.findIndex((t) => t.interes === gratuito.interes)
    : random.int(0, temas.length - 1);
  const plantilla = gratis ? gratuito : random.pick((temas[tema] as Tema).talleres);
  const turno = random.int(0, turnos.length - 1);
  const inicio = startNear(hoy + offsetDays * DAY, zona, turno, ahead, hoy);
  const cupos = random.int(5, 12) * 2;
  const lleno = index % 5 === 1;
  const vacio = ahead && index % 9 === 8;
  const borrador = ahead && index % 9 === 5;
  const fill = ahead ? 0.2 + 0.5 * random.next() : 0.75 + 0.25 * random.next();
  const anulado = index % 29 === 20 && !borrador;
  return {
    id,
    plantilla,
    tema,
    inicio,
    fin: inicio + Math.min(plantilla.horas, longestAt(turno)) * HOUR,
    publicado: Math.min(inicio - 70 * DAY, hoy - 15 * DAY),
    anulado: anulado ? Math.min(inicio - 6 * DAY, hoy - 2 * DAY) : undefined,
    borrador,
    lleno,
    cupos,
    meta: vacio || borrador ? 0 : lleno ? cupos : Math.max(1, Math.round(cupos * fill)),
    ocupados: 0,
    ofrecidos: 0,
  };
}

/** The most hours that a workshop of that turn takes: nobody stays after ten at night. */
function longestAt(turno: number): number {
  const [, hour, minute] = turnos[turno] as (typeof turnos)[number];
  return 22 - hour - minute / 60;
}

/** The next turn of that kind on or after a day; never one that would already have begun if ahead. */
function startNear(time: number, zona: string, turno: number, ahead: boolean, hoy: number): number {
  const [weekday, hour, minute] = turnos[turno] as (typeof turnos)[number];
  let date = localDate(iso(time), zona);
  const step = ahead ? 1 : -1;
  while (new Date(`${date}T12:00:00Z`).getUTCDay() !== weekday) date = addDays(date, step);
  if (!ahead && date >= localDate(iso(hoy), zona)) date = addDays(date, -7);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new TZDate(year, month - 1, day, hour, minute, zona).getTime();
}

/** The rows to store, once the seats are known; a full Taller has as many cupos as were taken. */
export function tallerRows(
  { zona, intereses }: Pick<Mundo, 'zona' | 'intereses'>,
  plans: readonly TallerPlan[],
  portadas: readonly (string | null)[],
) {
  const slugs = new Set<string>();
  const series = new Map<string, number>();
  return plans.map((plan, i) => {
    const { plantilla, lleno, ocupados, ofrecidos, anulado } = plan;
    const serieId = series.get(plantilla.titulo) ?? null;
    if (serieId === null) series.set(plantilla.titulo, plan.id);
    const tema = temas[plan.tema] as Tema;
    const enVivo = i % 9 === 4 && plantilla.precio > 0;
    const lugar = enVivo ? undefined : lugares[(plan.id * 7) % lugares.length];
    const base = `${slugify(plantilla.titulo)}-${localDate(iso(plan.inicio), zona)}`;
    const slug = slugs.has(base) ? `${base}-${plan.id}` : base;
    slugs.add(slug);
    return {
      id: plan.id,
      serieId,
      titulo: plantilla.titulo,
      slug,
      resumen: plantilla.resumen,
      descripcion: descripcionDe(plantilla, tema, enVivo),
      modalidad: enVivo ? 'EN_VIVO' : 'PRESENCIAL',
      lugar: lugar?.lugar ?? null,
      direccion: lugar?.direccion ?? null,
      comuna: lugar?.comuna ?? null,
      enlace: enVivo ? `https://sala.tallermanomia.cl/${slug}` : null,
      instructor: tema.instructores[plan.id % 2],
      interesId: intereses[plan.tema],
      imagenId: portadas[plan.tema] ?? null,
      iniciaEn: iso(plan.inicio),
      terminaEn: iso(plan.fin),
      zona,
      precio: plantilla.precio,
      afectoIva: false,
      cupos: (lleno && ocupados > 3 ? ocupados : Math.max(plan.cupos, ocupados)) + ofrecidos,
      cuposOcupados: ocupados,
      cuposOfrecidos: ofrecidos,
      estado: plan.borrador ? 'BORRADOR' : anulado ? 'ANULADO' : 'PUBLICADO',
      publicadoEn: plan.borrador ? null : iso(plan.publicado),
      anuladoEn: anulado ? iso(anulado) : null,
      anuladoMotivo: anulado ? 'La persona que guía el taller está con licencia.' : null,
      version: plan.borrador ? 1 : anulado ? 3 : 2,
      creadoEn: iso(plan.publicado - 3 * DAY),
      actualizadoEn: iso(anulado ?? plan.publicado),
    };
  });
}
