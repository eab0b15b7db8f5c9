import type { Campo, Condicion, Hoja } from '#contract/condicion.ts';

/** When, while it is being said: a number may still be missing. */
export type CuandoBorrador =
  | { desde?: string | undefined; hasta?: string | undefined }
  | { ultimosDias: number | undefined }
  | { haceMasDeDias: number | undefined };

/** From how much to how much; a missing end is open. */
export type RangoBorrador = { min?: number | undefined; max?: number | undefined };

type Suelta<H> = H extends { campo: infer C extends Campo }
  ? { campo: C } & {
      [P in Exclude<keyof H, 'campo'>]?:
        | (P extends 'cuando' ? CuandoBorrador : P extends 'veces' ? RangoBorrador : H[P])
        | undefined;
    }
  : never;

/** A condition while it is being written: any of its parts may be missing. */
export type HojaBorrador = Suelta<Hoja>;
export type HojaDe<C extends Campo> = Extract<HojaBorrador, { campo: C }>;

/** TODAS is `y`, ALGUNA is `o`, NINGUNA is neither of them. */
export type ModoGrupo = 'TODAS' | 'ALGUNA' | 'NINGUNA';
export type Linea = { clave: string; niega: boolean; hoja: HojaBorrador };
export type Grupo = { clave: string; modo: ModoGrupo; nodos: Nodo[] };
export type Nodo = Grupo | Linea;

export const esGrupo = (nodo: Nodo): nodo is Grupo => 'nodos' in nodo;

let last = 0;
const nuevaClave = () => `c${++last}`;

export function nuevoGrupo(modo: ModoGrupo): Grupo {
  return { clave: nuevaClave(), modo, nodos: [] };
}

export function nuevaLinea(hoja: HojaBorrador): Linea {
  return { clave: nuevaClave(), niega: false, hoja };
}

/**
 * A saved condition, laid out for editing. Reads the same people; laid out twice it is the same, so that two
 * versions can be compared.
 */
export function fromCondicion(condicion: Condicion): Grupo {
  const nodo = toNodo(condicion, 'r');
  return esGrupo(nodo) ? nodo : { clave: 'raiz', modo: 'TODAS', nodos: [nodo] };
}

function toNodo(c: Condicion, clave: string): Nodo {
  const nodosDe = (partes: Condicion[]) => partes.map((c, i) => toNodo(c, `${clave}.${i}`));
  if ('y' in c) return { clave, modo: 'TODAS', nodos: nodosDe(c.y) };
  if ('o' in c) return { clave, modo: 'ALGUNA', nodos: nodosDe(c.o) };
  if (!('no' in c)) return { clave, niega: false, hoja: c };
  const { no } = c;
  if ('no' in no) return toNodo(no.no, clave);
  if ('o' in no) return { clave, modo: 'NINGUNA', nodos: nodosDe(no.o) };
  if ('y' in no) return { clave, modo: 'NINGUNA', nodos: nodosDe([no]) };
  return { clave, niega: true, hoja: no };
}

/**
 * The condition that the tree says, without its empty groups and without what `leer` does not give:
 * conditions that are not complete. Everyone when nothing is left.
 */
export function toCondicion(grupo: Grupo, leer: (hoja: HojaBorrador) => Hoja | undefined) {
  return ofGrupo(grupo, leer) ?? { y: [] };
}

function ofGrupo(
  { modo, nodos }: Grupo,
  leer: (hoja: HojaBorrador) => Hoja | undefined,
): Condicion | undefined {
  const partes = nodos.flatMap((nodo): Condicion[] => {
    const parte = esGrupo(nodo) ? ofGrupo(nodo, leer) : leer(nodo.hoja);
    if (!parte) return [];
    return [!esGrupo(nodo) && nodo.niega ? { no: parte } : parte];
  });
  if (partes.length === 0) return undefined;
  if (modo === 'TODAS') return { y: partes };
  return modo === 'ALGUNA' ? { o: partes } : { no: { o: partes } };
}

/** All conditions of a tree, in the order in which they are read. */
export function lineas(grupo: Grupo): Linea[] {
  return grupo.nodos.flatMap((nodo) => (esGrupo(nodo) ? lineas(nodo) : nodo));
}

/** All groups of a tree but itself. */
export function subgrupos(grupo: Grupo): Grupo[] {
  return grupo.nodos.flatMap((nodo) => (esGrupo(nodo) ? [nodo, ...subgrupos(nodo)] : []));
}
