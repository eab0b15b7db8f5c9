import { describe, expect, it } from 'vitest';
import { createToken, type Proposito, readToken } from './token.ts';

const SECRET = 'secret-of-the-tests-0123456789abcdef';
const propositos: Proposito[] = [
  'baja',
  'preferencias',
  'ver',
  'clic',
  'apertura',
  'suscripcion',
  'rebote',
  'mensaje',
];

describe('tokens of links', () => {
  it.each(propositos)('%s says its id, and nothing for another purpose or secret', (proposito) => {
    for (const id of [1, 35, 36, 123_456, Number.MAX_SAFE_INTEGER]) {
      const token = createToken(SECRET, proposito, id);
      expect(token).toMatch(/^[\w-]{10,200}$/);
      expect(readToken(SECRET, proposito, token)).toBe(id);
      expect(readToken(`${SECRET}x`, proposito, token)).toBeUndefined();
      for (const other of propositos.filter((one) => one !== proposito)) {
        expect(readToken(SECRET, other, token)).toBeUndefined();
      }
    }
  });

  it('of a bounce address is lower case and fits before the @', () => {
    const token = createToken(SECRET, 'rebote', Number.MAX_SAFE_INTEGER);
    expect(token).toMatch(/^[a-z0-9]+$/);
    expect(`rebotes+${token}`.length).toBeLessThanOrEqual(64);
  });

  it('is refused whatever one character of it becomes', () => {
    const token = createToken(SECRET, 'baja', 4_321);
    for (let at = 0; at < token.length; at += 1) {
      for (const char of ['A', 'b', '0', '-', '_']) {
        const changed = token.slice(0, at) + char + token.slice(at + 1);
        if (changed !== token) expect(readToken(SECRET, 'baja', changed), changed).toBeUndefined();
      }
    }
  });

  it.each([
    '',
    'x',
    'baja',
    '-'.repeat(30),
    `${'A'.repeat(22)}`,
    `${'A'.repeat(22)}zzzzzzzzzzzzzzz`,
    '../../etc/passwd-----------------',
  ])('refuses %j', (token) => {
    for (const proposito of propositos) expect(readToken(SECRET, proposito, token)).toBeUndefined();
  });

  it('has one spelling: no zeros before it, nothing after it', () => {
    const token = createToken(SECRET, 'ver', 77);
    const [mac, id] = [token.slice(0, 22), token.slice(22)];
    for (const other of [`${mac}0${id}`, `${token} `, `${token}\n`, `${mac}${id.toUpperCase()}`]) {
      if (other !== token) expect(readToken(SECRET, 'ver', other)).toBeUndefined();
    }
  });
});
