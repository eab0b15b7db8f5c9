export type Visita = {
  metodo: string;
  userAgent: string | null;
  /** Of `Sec-Purpose`, `Purpose` or `X-Moz`: programs that fetch what nobody asked for yet say so. */
  proposito: string | null;
  /** When the message went out (ISO 8601 UTC); null while the server that took it has not answered. */
  enviadoEn: string | null;
  now: string;
};

/** What comes sooner after sending was no person, but a filter that looks into messages as they arrive. */
const SOON_MS = 5_000;

/**
 * Filters of mail, previews of links, libraries. The proxies of Gmail and Yahoo are not among them: they fetch images
 * when someone opens the message, in that person's place.
 */
const PROGRAMS =
  /bot\b|bot\/|crawl|spider|preview|scan|barracuda|proofpoint|mimecast|symantec|trendmicro|fortinet|sophos|safelinks|office365|cloudmark|headless|phantom|facebookexternalhit|whatsapp|slack|telegram|discord|skype|curl|wget|python|java\/|okhttp|go-http|axios|node-fetch|undici|libwww|httpclient|postman/i;

/** Of Apple's privacy protection, which fetches all images of all messages beforehand. */
const APPLE_PROXY = 'Mozilla/5.0';

/** @returns whether an opening or a click was made by a program, as far as one can tell. */
export function isMaquina(visita: Visita): boolean {
  const { metodo, userAgent, proposito, enviadoEn, now } = visita;
  const agent = userAgent?.trim() ?? '';
  if (metodo === 'HEAD' || agent === '' || agent === APPLE_PROXY || PROGRAMS.test(agent))
    return true;
  if (proposito && /prefetch|preview/i.test(proposito)) return true;
  return enviadoEn === null || Date.parse(now) - Date.parse(enviadoEn) < SOON_MS;
}
