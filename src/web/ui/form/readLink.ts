const EMAIL = /^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address of a typed link: `https` is added when it is left out, and an email gets its `mailto`.
 * @returns undefined for what is no such address: other schemes (`http`, `javascript`), plain words.
 */
export function readLink(typed: string): string | undefined {
  const text = typed.trim();
  if (EMAIL.test(text)) return `mailto:${text}`;
  const url = URL.parse(SCHEME.test(text) ? text : `https://${text}`);
  if (url?.protocol === 'mailto:') return EMAIL.test(url.pathname) ? url.href : undefined;
  const isSite = url?.protocol === 'https:' && url.hostname.includes('.') && !/\s/.test(text);
  return isSite ? url.href : undefined;
}
