/** What stands in a message where a link that acts for the person is not shown. */
const OCULTO = '(enlace personal: no se muestra)';

/** What these hold is public: the page of a taller is the same for all. */
const PUBLICOS: ReadonlySet<string> = new Set(['taller', 'curso', 'producto', 'negocio']);

type Datos = Record<string, unknown>;

const isRecord = (value: unknown): value is Datos =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The values of a message without the links with which one acts as its recipient: every `enlace`, but those of
 * public pages, and all that is under `privado`.
 * @returns whether any was left out.
 */
export function hideEnlaces(datos: Datos): { datos: Datos; ocultos: boolean } {
  let ocultos = false;
  function hide(value: unknown, all: boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => hide(item, all));
    if (isRecord(value)) return hideIn(value, all);
    if (!all || value === '' || value === null || value === undefined) return value;
    ocultos = true;
    return OCULTO;
  }
  const hideIn = (record: Datos, all: boolean): Datos =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        PUBLICOS.has(key) && !all
          ? value
          : hide(value, all || key === 'privado' || key === 'enlace'),
      ]),
    );
  const hidden = hideIn(datos, false);
  return { datos: hidden, ocultos };
}

/**
 * The values of a message without the link by which its recipient agrees to news again: it leads to where one leaves
 * them. A message is read by others too, and such a consent would be nobody's.
 */
export function withoutPreferencias<T extends { enlaces: { baja: string; preferencias: string } }>(
  valores: T,
): T {
  const { enlaces } = valores;
  return { ...valores, enlaces: { ...enlaces, preferencias: enlaces.baja } };
}
