import { run as spellCheck } from '@zootools/email-spell-checker';
import { email } from '#contract/fields.ts';
import { formatPhone, parsePhone, suggestPhone } from '#contract/phone.ts';
import { parseRut } from '#contract/rut.ts';
import type { Leido } from './leido.ts';
import { esNada, recortar, unaLinea } from './texto.ts';

/**
 * The emails of a cell, in their order, in lower case: `mailto:`, names around `<…>`, separators and
 * trailing dots are taken off. An error when there is text and none of it is one.
 */
export function leerCorreos(celda: string): Leido<string[]> {
  const texto = unaLinea(celda).toLowerCase();
  if (esNada(texto)) return { valor: null };
  if (/^[\w.+-]+@[\w.-]+\w$/.test(texto)) {
    const leido = email.safeParse(texto);
    if (leido.success) return { valor: [leido.data] };
  }
  const partes = texto
    .replace(/\s*@\s*/g, '@')
    .split(/[\s;,|/<>()[\]"']+/)
    .map((parte) => parte.replace(/^(?:mailto:|[.:])+|[.:]+$/g, ''))
    .filter((parte) => parte.includes('@'));
  const buenos = new Set<string>();
  const malos: string[] = [];
  for (const parte of partes) {
    const leido = email.safeParse(parte);
    if (leido.success) buenos.add(leido.data);
    else malos.push(parte);
  }
  if (buenos.size === 0) {
    return {
      valor: null,
      error: `«${recortar(texto)}» no es un correo completo, como nombre@ejemplo.cl.`,
    };
  }
  const valor = [...buenos];
  if (malos.length === 0) return { valor };
  return {
    valor,
    aviso: `Dejamos fuera «${recortar(malos.join(', '))}»: no es un correo completo.`,
  };
}

/** The email with the domain it may have meant (`gmial.com` → `gmail.com`); undefined when it seems right. */
export function corregirDominio(correo: string): string | undefined {
  return correo.endsWith('@gmail.com') ? undefined : spellCheck({ email: correo })?.full;
}

const ETIQUETA =
  /\b(?:tel[eé]?f?(?:ono)?|fono|cel(?:ular)?|m[oó]vil|whats?app|wsp|wpp|casa|oficina|trabajo)\b\s*[.:]*|\([^\d)]*\)|[^\d]*$/gi;
const EXPONENTE = /^\d[.,]?(\d*)e\+?(\d+)$/i;

/**
 * The phones of a cell, in E.164. A number Excel has cut (`5.69E+10`) or an old form is an error that
 * says what to do or what may have been meant; nothing is guessed.
 */
export function leerTelefonos(celda: string): Leido<string[]> {
  const texto = unaLinea(celda).replace(/\.0$/, '');
  if (esNada(texto)) return { valor: null };
  const entero = sinExponente(texto);
  if (entero === undefined) {
    return {
      valor: null,
      error: `Excel recortó el número (${recortar(texto)}): se perdieron sus últimas cifras. Dale formato de texto a la columna en el archivo original.`,
    };
  }
  const unico = parsePhone(entero.replace(ETIQUETA, ''));
  if (unico !== undefined) return { valor: [unico] };
  const leidos = entero.split(/[/;,|]|\s[-yo]\s/).flatMap((parte) => {
    const numero = parsePhone(parte.replace(ETIQUETA, ''));
    return numero === undefined ? [] : [numero];
  });
  if (leidos.length > 0) return { valor: [...new Set(leidos)] };
  const sugerido = suggestPhone(entero);
  const error = sugerido
    ? `Al teléfono «${recortar(texto)}» le faltan cifras o sobran. ¿Es ${formatPhone(sugerido)}?`
    : `«${recortar(texto)}» no es un teléfono con sus 9 dígitos, como 9 8765 4321.`;
  return { valor: null, error };
}

/** `5.6987654321E+10` whole → its digits; undefined when the exponent hides some. */
function sinExponente(texto: string): string | undefined {
  const partes = EXPONENTE.exec(texto.replace(/\s/g, ''));
  if (!partes) return texto;
  const cifras = partes[1] ?? '';
  const exponente = Number(partes[2]);
  if (cifras.length < exponente && exponente > 6) return undefined;
  return `${texto.trim().charAt(0)}${cifras.padEnd(exponente, '0').slice(0, exponente)}`;
}

/** A RUT as `12345678-5`, with or without dots and hyphen. */
export function leerRut(celda: string): Leido<string> {
  const texto = unaLinea(celda)
    .replace(/\.0$/, '')
    .replace(/^r\.?u\.?[tn]\.?\s*:?\s*/i, '');
  if (esNada(texto)) return { valor: null };
  const rut = parseRut(texto);
  if (rut !== undefined) return { valor: rut };
  const sinDigito = /^[\d.]{7,10}$/.test(texto) && texto.replaceAll('.', '').length <= 8;
  return {
    valor: null,
    error: sinDigito
      ? `Al RUT «${recortar(texto)}» parece faltarle el dígito verificador.`
      : `El RUT «${recortar(texto)}» no es válido. Revisa los números y el dígito verificador.`,
  };
}
