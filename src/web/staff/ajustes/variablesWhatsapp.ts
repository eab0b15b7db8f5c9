/** What a text may have in it of the person or of the school, and how an example reads. */
export const variablesWhatsapp = [
  { clave: 'cliente.nombres', label: 'Nombre', ejemplo: 'Camila' },
  { clave: 'cliente.nombreCompleto', label: 'Nombre completo', ejemplo: 'Camila Rojas Soto' },
  { clave: 'negocio.nombre', label: 'Escuela', ejemplo: 'la escuela' },
] as const;

/** As it is written in the text. */
export const marcaDe = (clave: string) => `{{ ${clave} }}`;

/** A piece of a text, and where it begins. */
export type Trozo = { at: number; text: string; variable: boolean };

/** A text in pieces: its variables as their example, `values` before that of the list; unknown ones as they are. */
export function leerTexto(texto: string, values: Record<string, string> = {}): Trozo[] {
  let at = 0;
  return texto
    .split(/(\{\{\s*[\w.]+\s*\}\})/)
    .filter(Boolean)
    .map((written) => {
      const clave = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(written)?.[1];
      const known = variablesWhatsapp.find((one) => one.clave === clave);
      const text = known ? values[known.clave] || known.ejemplo : written;
      const piece = { at, text, variable: known !== undefined };
      at += written.length;
      return piece;
    });
}
