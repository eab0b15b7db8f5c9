import { type Hoja, hoja } from '#contract/condicion.ts';

type Search = Record<string, string | undefined>;

const partes = (texto: string | undefined) => texto?.split(',').filter(Boolean);

/**
 * What the filters of the list of clientes say, as conditions that all hold; what the address says wrongly is left
 * out. A segment among them is not here: its own condition must be read.
 * @param yo the user who is `yo` in the filter of those in charge
 */
export function condicionDeLista(search: Search, yo: string): Hoja[] {
  const { creadoDesde, creadoHasta, responsable } = search;
  const said: unknown[] = [
    search.q && { campo: 'texto', contiene: search.q },
    search.estado && { campo: 'estado', en: partes(search.estado) },
    search.tipo && { campo: 'tipo', es: search.tipo },
    search.interes && {
      campo: 'interes',
      modo: 'ALGUNO',
      intereses: partes(search.interes)?.map(Number),
    },
    search.origen && { campo: 'origen', en: partes(search.origen) },
    search.comuna && { campo: 'comuna', en: [search.comuna] },
    search.empresa && { campo: 'empresa', empresas: [Number(search.empresa)] },
    responsable && { campo: 'responsable', en: [responsableDe(responsable, yo)] },
    (creadoDesde || creadoHasta) && {
      campo: 'capturado',
      cuando: {
        ...(creadoDesde && { desde: creadoDesde }),
        ...(creadoHasta && { hasta: creadoHasta }),
      },
    },
  ];
  return said.flatMap((one) => {
    const read = hoja.safeParse(one);
    return read.success ? read.data : [];
  });
}

function responsableDe(responsable: string, yo: string): string | null {
  if (responsable === 'nadie') return null;
  return responsable === 'yo' ? yo : responsable;
}
