import { comunas } from '#contract/comunas.ts';
import { foldText } from '#server/core/text.ts';
import type { Leido } from './leido.ts';
import { esNada, recortar, unaLinea } from './texto.ts';

/** Other ways in which people and older lists write them. */
const alias: Record<string, string> = {
  aisen: '11201',
  calera: '05502',
  coihaique: '11101',
  conce: '08101',
  conchali: '13104',
  'est central': '13106',
  'la calera': '05502',
  'llay llay': '05703',
  marchigue: '06204',
  pac: '13121',
  paihuano: '04105',
  provi: '13123',
  'pte alto': '13201',
  'puerto aysen': '11201',
  'puerto aisen': '11201',
  'puerto natales': '12401',
  'puerto williams': '12201',
  'rapa nui': '05201',
  'san jose maipo': '13203',
  'san vicente de tagua tagua': '06117',
  'santiago centro': '13101',
  stgo: '13101',
  'stgo centro': '13101',
  'til til': '13303',
  treguaco: '16207',
  vina: '05109',
};

/** Codes of Chillán and around it before the Región de Ñuble, in the order of the old ones from 08401. */
const enNuble =
  '101 102 202 203 302 103 104 204 303 105 106 205 107 201 206 301 304 108 305 207 109';

const porNombre = new Map(Object.entries(alias));
const porCodigo = new Map<string, string>();
for (const { codigo, nombre } of comunas) {
  porNombre.set(clave(nombre), codigo);
  porCodigo.set(codigo, codigo);
}
for (const [i, final] of enNuble.split(' ').entries()) {
  porCodigo.set(`084${String(i + 1).padStart(2, '0')}`, `16${final}`);
}

function clave(texto: string): string {
  return foldText(texto)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^ ?(?:i ?m ?de |comuna(?: de)? |municipalidad de )/, '')
    .replace(/ (?:rm|r m|chile|region metropolitana)$/, '')
    .trim();
}

/**
 * The CUT code of a comuna by its name, an alias (`Stgo`, `Nunoa`) or its code, old or new. What is no
 * comuna gives an aviso and no value: nobody is left out for it.
 */
export function leerComuna(celda: string): Leido<string> {
  const texto = unaLinea(celda);
  if (esNada(texto)) return { valor: null };
  const codigo =
    buscar(texto) ??
    texto
      .split(/[,/(]|\s-\s/)
      .map(buscar)
      .find(Boolean);
  if (codigo !== undefined) return { valor: codigo };
  return {
    valor: null,
    aviso: `No conocemos la comuna «${recortar(texto)}»: queda en las notas.`,
  };
}

function buscar(texto: string): string | undefined {
  if (/^\d{4,5}(\.0)?$/.test(texto))
    return porCodigo.get(texto.slice(0, 5).replace('.', '').padStart(5, '0'));
  return porNombre.get(clave(texto));
}
