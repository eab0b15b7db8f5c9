import { expect, it } from 'vitest';
import { isMaquina, type Visita } from './maquina.policy.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const person: Visita = {
  metodo: 'GET',
  userAgent: CHROME,
  proposito: null,
  enviadoEn: '2026-05-05T12:00:00.000Z',
  now: '2026-05-05T12:10:00.000Z',
};
const GMAIL =
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';

it.each<[string, Partial<Visita>, boolean]>([
  ['a browser', {}, false],
  ['a phone', { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)' }, false],
  ['the proxy of Gmail, when someone opens', { userAgent: GMAIL }, false],
  ['the proxy of Yahoo', { userAgent: 'YahooMailProxy; https://help.yahoo.com/' }, false],
  ['the proxy of Apple', { userAgent: 'Mozilla/5.0' }, true],
  ['nobody that says its name', { userAgent: null }, true],
  ['a filter', { userAgent: 'Barracuda Sentinel (EE)' }, true],
  ['a crawler', { userAgent: 'Mozilla/5.0 (compatible; bingbot/2.0)' }, true],
  ['a library', { userAgent: 'python-requests/2.32' }, true],
  ['a look at the head alone', { metodo: 'HEAD' }, true],
  ['a fetch beforehand', { proposito: 'prefetch;prerender' }, true],
  ['within seconds of sending', { now: '2026-05-05T12:00:03.000Z' }, true],
  ['before it is known that it went out', { enviadoEn: null }, true],
])('%s', (_, visita, maquina) => {
  expect(isMaquina({ ...person, ...visita })).toBe(maquina);
});
