import {
  type Audiencia,
  audiencia as esquema,
  type FiltroAudiencia,
  filtroAudiencia,
} from '#contract/campanas.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The people chosen on the screen before, for a new campaign: too many for an address. */
    audiencia?: Audiencia;
  }
}

type Search = Record<string, string | undefined>;

const partes = (texto: string | undefined) => texto?.split(',').filter(Boolean);

/** The people whom the list of clientes shows, as an audience; what its URL says wrongly is left out. */
export function filtroDeLista(search: Search): FiltroAudiencia {
  const said: Record<string, unknown> = {
    q: search.q,
    estado: partes(search.estado),
    tipo: search.tipo,
    intereses: partes(search.interes)?.map(Number),
    origen: partes(search.origen),
    comuna: search.comuna,
    empresaId: search.empresa === undefined ? undefined : Number(search.empresa),
    creadoDesde: search.creadoDesde,
    creadoHasta: search.creadoHasta,
  };
  const valid = Object.entries(said).filter(([name, value]) => {
    const field = filtroAudiencia.shape[name as keyof typeof filtroAudiencia.shape];
    return value !== undefined && field.safeParse(value).success;
  });
  return Object.fromEntries(valid);
}

/** The audience with which a new campaign begins, from the address and what the screen before handed over. */
export function audienciaInicial(search: Search, handed: unknown): Audiencia {
  const given = esquema.safeParse(handed);
  if (given.success) return given.data;
  const taller = esquema.safeParse({ modo: 'ASISTENTES', tallerId: Number(search.taller) });
  if (taller.success) return taller.data;
  const segmento = esquema.safeParse({ modo: 'SEGMENTO', segmentoId: Number(search.segmento) });
  if (segmento.success) return segmento.data;
  return { modo: 'FILTRO', filtro: filtroDeLista(search) };
}

/** The filter without what says nothing: empty lists and texts. */
export function sinVacios(filtro: FiltroAudiencia): FiltroAudiencia {
  return limpio(filtro) as FiltroAudiencia;
}

function limpio(value: object): object {
  const entries = Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
    if (one === undefined || one === null || one === '' || one === false) return [];
    if (Array.isArray(one)) return one.length > 0 ? [[name, one]] : [];
    if (typeof one !== 'object') return [[name, one]];
    const inner = limpio(one);
    return Object.keys(inner).length > 0 ? [[name, inner]] : [];
  });
  return Object.fromEntries(entries);
}
