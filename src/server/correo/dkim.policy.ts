const MAX_TEXT = 255;

export type RegistroDkim = { nombre: string; valor: string; partes: string[] };

/**
 * The TXT record that lets others check our signatures: `clave` is the public key in base64 (SubjectPublicKeyInfo).
 * Its text is longer than one string of a TXT record takes, so `partes` gives it in pieces too (RFC 6376, 3.6.2.2).
 */
export function registroDkim(dominio: string, selector: string, clave: string): RegistroDkim {
  const valor = `v=DKIM1; k=rsa; p=${clave}`;
  const partes = valor.match(new RegExp(`.{1,${MAX_TEXT}}`, 'g')) ?? [];
  return { nombre: `${selector}._domainkey.${dominio}`, valor, partes };
}

/** `k=v; k=v` of DKIM and DMARC records, names in lower case, white space within values left out. */
export function readTags(record: string): Map<string, string> {
  const tags = record
    .split(';')
    .map((part) => part.split('='))
    .filter(([name]) => name?.trim());
  return new Map(
    tags.map(([name = '', ...value]) => [
      name.trim().toLowerCase(),
      value.join('=').replace(/\s+/g, ''),
    ]),
  );
}
