import type { Bandeja } from '#contract/emails.ts';
import type { Deps } from '../core/context.ts';
import { dayStart, localDate } from '../core/time.ts';
import { selectBandeja } from './registro.queries.ts';
import { readTransporte } from './transporte.ts';

/** How mail goes out now and what waits; today is the day of the business. */
export async function readBandeja(deps: Deps): Promise<Bandeja> {
  const zone = deps.config.TZ_NEGOCIO;
  const today = localDate(deps.now().toISOString(), zone);
  const [{ tipo }, { problema, ...cifras }] = await Promise.all([
    readTransporte(deps),
    selectBandeja(deps.db, dayStart(today, zone)),
  ]);
  return { transporte: tipo, ...cifras, problema: tipo === 'SMTP' ? problema : null };
}
