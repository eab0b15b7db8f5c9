import '#contract/messages.ts';
import { hoja as esquema, type Hoja } from '#contract/condicion.ts';
import type { CuandoBorrador, Grupo, HojaBorrador, RangoBorrador } from './arbol.ts';
import { lineas, subgrupos } from './arbol.ts';

/** What is wrong, by part of the condition: `cuando`, `min`, `intereses`. */
export type Problemas = Record<string, string>;

const FALTA_DIAS = 'Escribe cuántos días.';

/** The complete condition, undefined while something is missing or wrong. */
export function leerHoja(borrador: HojaBorrador): Hoja | undefined {
  if (Object.keys(contradicciones(borrador)).length > 0) return undefined;
  const read = esquema.safeParse(sinVacios(borrador));
  return read.success ? read.data : undefined;
}

/** What keeps a condition from being used, each beside the part that must change. */
export function problemasDe(borrador: HojaBorrador): Problemas {
  const found = contradicciones(borrador);
  const limpia = sinVacios(borrador);
  const read = esquema.safeParse(limpia);
  if (read.success) return found;
  for (const issue of read.error.issues) {
    const parte = String(issue.path[0] ?? '');
    found[parte] ??= parte in limpia ? issue.message : (faltas[parte] ?? 'Completa este dato.');
  }
  return found;
}

const faltas: Record<string, string> = {
  contiene: 'Escribe qué buscar.',
  cuando: 'Di cuándo.',
  en: 'Elige al menos uno.',
  intereses: 'Elige al menos uno.',
  empresas: 'Elige al menos una.',
  meses: 'Elige al menos un mes.',
};

/** The tree may be saved: nothing is missing in it. */
export function estaCompleto(grupo: Grupo): boolean {
  return (
    grupo.nodos.length > 0 &&
    subgrupos(grupo).every(({ nodos }) => nodos.length > 0) &&
    lineas(grupo).every(({ hoja }) => leerHoja(hoja) !== undefined)
  );
}

/** What the schema of one condition does not see: ranges upside down, and those that say nothing. */
function contradicciones(hoja: HojaBorrador): Problemas {
  const found: Problemas = {};
  if ('cuando' in hoja && hoja.cuando) {
    const mensaje = problemaDeCuando(hoja.cuando);
    if (mensaje) found.cuando = mensaje;
  }
  if ('veces' in hoja && hoja.veces) {
    const { veces } = hoja;
    if (vacio(veces)) found.veces = 'Escribe cuántas veces.';
    else if (alReves(veces)) found.veces = 'La segunda debe ser mayor que la primera.';
  }
  if (hoja.campo === 'edad' || hoja.campo === 'gasto' || hoja.campo === 'saldo') {
    if (vacio(hoja)) found.min = 'Escribe desde o hasta cuánto.';
  }
  if ('min' in hoja && 'max' in hoja && alReves(hoja)) found.max = 'Debe ser mayor que el primero.';
  return found;
}

function problemaDeCuando(cuando: CuandoBorrador): string | undefined {
  if ('ultimosDias' in cuando) return problemaDeDias(cuando.ultimosDias);
  if ('haceMasDeDias' in cuando) return problemaDeDias(cuando.haceMasDeDias);
  const { desde, hasta } = cuando;
  if (!desde && !hasta) return 'Elige al menos una fecha.';
  return desde && hasta && desde > hasta ? 'La segunda fecha es anterior a la primera.' : undefined;
}

function problemaDeDias(dias: number | undefined): string | undefined {
  if (dias === undefined) return FALTA_DIAS;
  return dias >= 1 && dias <= 3650 ? undefined : 'Escribe de 1 a 3.650 días.';
}

const vacio = ({ min, max }: RangoBorrador) => min === undefined && max === undefined;
const alReves = ({ min, max }: RangoBorrador) =>
  min !== undefined && max !== undefined && min > max;

/** Without the parts that say nothing, at any depth. */
function sinVacios(valor: object): Record<string, unknown> {
  const entries = Object.entries(valor).flatMap(([name, one]): [string, unknown][] => {
    if (one === undefined || one === '') return [];
    if (Array.isArray(one)) return one.length > 0 ? [[name, one]] : [];
    if (typeof one !== 'object' || one === null) return [[name, one]];
    const inner = sinVacios(one);
    return Object.keys(inner).length > 0 ? [[name, inner]] : [];
  });
  return Object.fromEntries(entries);
}
