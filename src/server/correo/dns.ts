import { Resolver } from 'node:dns/promises';
import type { Consulta } from './dns.policy.ts';

const TIMEOUT_MS = 2_500;

export type Dns = (nombre: string) => Promise<Consulta>;

/** Asks the DNS servers of this machine, or those given as `127.0.0.1:5353`; one try, briefly. */
export function createDns(servers?: string[]): Dns {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 1 });
  if (servers) resolver.setServers(servers);
  return async (nombre) => {
    try {
      const records = await resolver.resolveTxt(nombre);
      return { hay: 'SI', textos: records.map((parts) => parts.join('')) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return { hay: code === 'ENOTFOUND' || code === 'ENODATA' ? 'NO' : 'SIN_RESPUESTA' };
    }
  };
}

/** What is published for a domain, each name asked at the same time. */
export async function askDominio(
  dns: Dns,
  nombres: { spf: string; dmarc: string; dkim: string | null },
): Promise<{ spf: Consulta; dmarc: Consulta; dkim: Consulta | null }> {
  const [spf, dmarc, dkim] = await Promise.all([
    dns(nombres.spf),
    askDmarc(dns, nombres.dmarc),
    nombres.dkim === null ? null : dns(nombres.dkim),
  ]);
  return { spf, dmarc, dkim };
}

/** A domain without a policy of its own follows that of the one above it (RFC 7489, 6.6.3). */
async function askDmarc(dns: Dns, dominio: string): Promise<Consulta> {
  const labels = dominio.split('.');
  const own = await dns(`_dmarc.${dominio}`);
  if (own.hay !== 'NO' || labels.length < 3) return own;
  return dns(`_dmarc.${labels.slice(-2).join('.')}`);
}
