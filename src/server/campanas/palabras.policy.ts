import type { Audiencia, FiltroAudiencia } from '#contract/campanas.ts';
import { nombreComuna } from '#contract/comunas.ts';

/** The names of what an audience refers to by id; what is no longer there has none. */
export type Nombres = Record<
  'intereses' | 'talleres' | 'cursos' | 'productos' | 'empresas',
  ReadonlyMap<number, string>
>;

const unidos = (partes: string[]) =>
  new Intl.ListFormat('es-CL', { type: 'disjunction' }).format(partes);
const cifra = (n: number) => n.toLocaleString('es-CL', { useGrouping: 'always' });
const fecha = (date: string) =>
  new Intl.DateTimeFormat('es-CL', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

const estados = {
  LEAD: 'Lead',
  PROSPECTO: 'Prospecto',
  CLIENTE: 'Cliente',
  INACTIVO: 'Inactivo',
};
const origenes = {
  INSTAGRAM: 'Instagram',
  FACEBOOK: 'Facebook',
  GOOGLE: 'Google',
  TIKTOK: 'TikTok',
  WHATSAPP: 'WhatsApp',
  REFERIDO: 'un referido',
  EVENTO: 'un evento',
  NEWSLETTER: 'el newsletter',
  WEB: 'la web',
  OTRO: 'otra parte',
};
const pagos = { PENDIENTE: 'pendientes', ABONADO: 'con abono', PAGADO: 'pagados' };

function nombrados(ids: number[] | undefined, nombres: ReadonlyMap<number, string>): string[] {
  return (ids ?? []).map((id) => nombres.get(id) ?? 'algo que ya no existe');
}

function compra(
  { algo, talleres, cursos, productos }: NonNullable<FiltroAudiencia['compro']>,
  nombres: Nombres,
  nada: string,
): string | undefined {
  if (algo) return nada;
  const cosas = [
    ...nombrados(talleres, nombres.talleres),
    ...nombrados(cursos, nombres.cursos),
    ...nombrados(productos, nombres.productos),
  ];
  return cosas.length > 0 ? unidos(cosas.map((titulo) => `«${titulo}»`)) : undefined;
}

type Plazo = {
  ambas: (desde: string, hasta: string) => string;
  desde: (desde: string) => string;
  hasta: (hasta: string) => string;
};

function plazo(desde: string | undefined, hasta: string | undefined, words: Plazo): string[] {
  if (desde && hasta) return [words.ambas(fecha(desde), fecha(hasta))];
  if (desde) return [words.desde(fecha(desde))];
  return hasta ? [words.hasta(fecha(hasta))] : [];
}

const registro: Plazo = {
  ambas: (desde, hasta) => `registradas entre el ${desde} y el ${hasta}`,
  desde: (desde) => `registradas desde el ${desde}`,
  hasta: (hasta) => `registradas hasta el ${hasta}`,
};
const actividad: Plazo = {
  ambas: (desde, hasta) => `con su última actividad desde el ${desde} y antes del ${hasta}`,
  desde: (desde) => `con actividad desde el ${desde}`,
  hasta: (hasta) => `sin actividad desde el ${hasta}`,
};

function condiciones(filtro: FiltroAudiencia, nombres: Nombres): string[] {
  const compro = filtro.compro && compra(filtro.compro, nombres, 'algo');
  const noCompro = filtro.noCompro && compra(filtro.noCompro, nombres, 'nada');
  return [
    ...(filtro.intereses?.length
      ? [`con interés en ${unidos(nombrados(filtro.intereses, nombres.intereses))}`]
      : []),
    ...(filtro.estado?.length
      ? [`de estado ${unidos(filtro.estado.map((estado) => estados[estado]))}`]
      : []),
    ...(filtro.tipo ? [filtro.tipo === 'B2B' ? 'de empresas' : 'particulares'] : []),
    ...(filtro.origen?.length
      ? [`que llegaron por ${unidos(filtro.origen.map((origen) => origenes[origen]))}`]
      : []),
    ...(filtro.comuna ? [`de ${nombreComuna(filtro.comuna) ?? filtro.comuna}`] : []),
    ...(filtro.empresaId
      ? [`de ${nombres.empresas.get(filtro.empresaId) ?? 'una empresa que ya no existe'}`]
      : []),
    ...(filtro.q ? [`que aparecen al buscar «${filtro.q}»`] : []),
    ...plazo(filtro.creadoDesde, filtro.creadoHasta, registro),
    ...(compro ? [`que compraron ${compro}`] : []),
    ...(noCompro ? [`que no compraron ${noCompro}`] : []),
    ...plazo(filtro.actividadDesde, filtro.actividadHasta, actividad),
  ];
}

/** An audience as people say it: `Personas con interés en Cerámica, de estado Cliente, que no compraron «Gres».` */
export function tellAudiencia(audiencia: Audiencia, nombres: Nombres): string {
  if (audiencia.modo === 'CLIENTES') {
    const n = new Set(audiencia.clientes).size;
    return n === 1 ? '1 persona elegida a mano.' : `${cifra(n)} personas elegidas a mano.`;
  }
  if (audiencia.modo === 'ASISTENTES') {
    const titulo = nombres.talleres.get(audiencia.tallerId);
    const estadosPago = audiencia.estados ?? [];
    const con =
      estadosPago.length > 0 ? `, con cupos ${unidos(estadosPago.map((e) => pagos[e]))}` : '';
    return titulo
      ? `Inscritos en «${titulo}»${con}.`
      : `Inscritos en un taller que ya no existe${con}.`;
  }
  if (audiencia.modo === 'SEGMENTO') return 'Personas de un segmento.';
  const partes = condiciones(audiencia.filtro, nombres);
  return partes.length > 0 ? `Personas ${partes.join(', ')}.` : 'Todas las personas.';
}
