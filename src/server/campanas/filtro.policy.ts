import type { FiltroAudiencia } from '#contract/campanas.ts';
import type { Condicion } from '#contract/condicion.ts';

type Compra = NonNullable<FiltroAudiencia['compro']>;

/** What was bought, of any of the things named; undefined when none is. */
function compra({ algo, talleres, cursos, productos }: Compra): Condicion | undefined {
  if (algo) return { campo: 'compra' };
  const named = [talleres, cursos, productos].some((ids) => ids?.length);
  return named ? { campo: 'compra', de: { talleres, cursos, productos } } : undefined;
}

/** Without the first day, also who never did anything. */
function actividad({ actividadDesde, actividadHasta }: FiltroAudiencia): Condicion[] {
  const since = (desde: string): Condicion => ({ campo: 'actividad', cuando: { desde } });
  return [
    ...(actividadDesde ? [since(actividadDesde)] : []),
    ...(actividadHasta ? [{ no: since(actividadHasta) }] : []),
  ];
}

/** The filter of an audience as the condition it stands for: all of its parts. */
export function toCondicion(filtro: FiltroAudiencia): Condicion {
  const { q, estado, tipo, intereses, origen, comuna, empresaId } = filtro;
  const { creadoDesde, creadoHasta, compro, noCompro } = filtro;
  const bought = compro && compra(compro);
  const unwanted = noCompro && compra(noCompro);
  const y: (Condicion | undefined)[] = [
    intereses?.length ? { campo: 'interes', modo: 'ALGUNO', intereses } : undefined,
    estado?.length ? { campo: 'estado', en: estado } : undefined,
    tipo && { campo: 'tipo', es: tipo },
    origen?.length ? { campo: 'origen', en: origen } : undefined,
    comuna ? { campo: 'comuna', en: [comuna] } : undefined,
    empresaId ? { campo: 'empresa', empresas: [empresaId] } : undefined,
    q ? { campo: 'texto', contiene: q } : undefined,
    creadoDesde || creadoHasta
      ? { campo: 'capturado', cuando: { desde: creadoDesde, hasta: creadoHasta } }
      : undefined,
    bought,
    unwanted && { no: unwanted },
    ...actividad(filtro),
  ];
  return { y: y.filter((one) => one !== undefined) };
}
