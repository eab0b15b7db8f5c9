import { describe, expect, it } from 'vitest';
import { signIn } from '#contract/auth.ts';
import { listTalleresPublicos } from '#contract/publico.ts';
import { testApp } from '#tests/support/app.ts';

const app = testApp({ PUBLIC_RATE_PER_MINUTE: '5' });

const from = (address: string) =>
  fetch(app.url + listTalleresPublicos.path, { headers: { 'x-forwarded-for': address } });

describe('the rate limit', () => {
  it('answers 429 and when to come back, to that address only', async () => {
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await from('200.1.1.1')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await from('200.1.1.1');
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ status: 429, code: 'DEMASIADAS_SOLICITUDES' });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await from('200.1.1.2')).status).toBe(200);
  });

  it('is not passed by an address the caller made up ahead of the real one', async () => {
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await from(`9.9.9.${i}, 200.1.1.3`)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('holds for guesses at one account from many addresses', async () => {
    const guess = (i: number) =>
      fetch(app.url + signIn.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `200.2.0.${i}` },
        body: JSON.stringify({ email: 'rosa@escuela.cl', clave: `intento ${i}` }),
      });
    const statuses = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await guess(i)).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });

  it('holds for guesses at many accounts from one address', async () => {
    const guess = (i: number) =>
      fetch(app.url + signIn.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '200.3.0.1' },
        body: JSON.stringify({ email: `persona${i}@escuela.cl`, clave: 'siempre la misma' }),
      });
    const statuses = [];
    for (let i = 0; i < 21; i += 1) statuses.push((await guess(i)).status);
    expect(statuses).toEqual([...Array(20).fill(401), 429]);
  });
});
