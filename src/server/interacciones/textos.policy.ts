import type { FieldError } from '#contract/errors.ts';

/** What a text for WhatsApp may name. */
const variables = ['cliente.nombres', 'cliente.nombreCompleto', 'negocio.nombre'] as const;
export type ValoresTexto = Record<(typeof variables)[number], string>;

const VARIABLE = /\{\{\s*([\w.]*)\s*\}\}/g;

const isVariable = (name: string | undefined): name is keyof ValoresTexto =>
  variables.some((known) => known === name);

/** What is wrong with a text: a variable that there is not, or braces that are none. */
export function checkTexto(texto: string): FieldError[] {
  const unknown = [...texto.matchAll(VARIABLE)].find(([, name]) => !isVariable(name));
  const stray = /\{\{|\}\}/.test(texto.replace(VARIABLE, ''));
  if (!unknown && !stray) return [];
  const what = unknown ? `No existe la variable ${unknown[0]}.` : 'Hay llaves {{ }} sin su par.';
  const list = variables.map((name) => `{{ ${name} }}`).join(', ');
  return [{ campo: 'texto', mensaje: `${what} Puedes usar ${list}.` }];
}

/** The text with its variables replaced. Where there is no value no gap is left: «Hola , te» is «Hola, te». */
export function fillTexto(texto: string, valores: ValoresTexto): string {
  return texto.replace(/( *)\{\{\s*([\w.]*)\s*\}\}/g, (whole, gap: string, name: string) => {
    if (!isVariable(name)) return whole;
    const valor = valores[name];
    return valor ? gap + valor : '';
  });
}
