const E164 = /^\+[1-9]\d{7,14}$/;
const NACIONAL = /^[2-9]\d{8}$/;

/**
 * Reads a phone as a Chilean types it (`9 8765 4321`, `+56 9…`, `0056…`, `(2) 2345 6789`) to E.164.
 * @returns E.164, or undefined when it is not a whole number: old `09…` and 8-digit mobiles are not guessed.
 */
export function parsePhone(texto: string): string | undefined {
  const limpio = texto.normalize('NFKC').replace(/[\s\u200b().\-–—/]/g, '');
  if (!/^\+?\d+$/.test(limpio)) return undefined;
  const internacional = limpio.startsWith('00') ? `+${limpio.slice(2)}` : limpio;
  if (internacional.startsWith('+')) {
    if (internacional.startsWith('+56')) {
      return NACIONAL.test(internacional.slice(3)) ? internacional : undefined;
    }
    return E164.test(internacional) ? internacional : undefined;
  }
  if (NACIONAL.test(limpio)) return `+56${limpio}`;
  if (/^56\d{9}$/.test(limpio) && NACIONAL.test(limpio.slice(2))) return `+${limpio}`;
  return undefined;
}

/** What the person may have meant by an old or short form, to be offered, never applied. */
export function suggestPhone(texto: string): string | undefined {
  const digitos = texto.replace(/\D/g, '');
  const sinCero = /^0?9(\d{8})$/.exec(digitos);
  if (digitos.startsWith('09') && sinCero) return `+569${sinCero[1]}`;
  if (/^[4-9]\d{7}$/.test(digitos)) return `+569${digitos}`;
  return undefined;
}

/** `+56987654321` → `+56 9 8765 4321`; other countries as they are. */
export function formatPhone(e164: string): string {
  const chile = /^\+56(\d)(\d{4})(\d{4})$/.exec(e164);
  return chile ? `+56 ${chile[1]} ${chile[2]} ${chile[3]}` : e164;
}

/** The WhatsApp link of a phone in E.164, with a text already written. */
export function whatsappLink(e164: string, texto = ''): string {
  const query = texto ? `?text=${encodeURIComponent(texto)}` : '';
  return `https://wa.me/${e164.slice(1)}${query}`;
}
