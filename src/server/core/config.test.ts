import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env, '/srv/tmm');
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({}, '/srv/tmm')).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      TZ_NEGOCIO: 'America/Santiago',
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: '/srv/tmm/data',
    });
  });

  it('takes an empty setting as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ', SECRET: '' }, '/srv')).toMatchObject({
      PORT: 3000,
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://x'],
    ['PORT', 'ochenta'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'crm.escuela.cl'],
    ['PUBLIC_URL', 'ftp://crm.escuela.cl'],
    ['SECRET', 'corto'],
    ['SMTP_URL', 'correo.escuela.cl'],
    ['EMAIL_FROM', 'x'],
    ['TZ_NEGOCIO', 'America/Condorito'],
    ['LOG_LEVEL', 'mucho'],
    ['PUBLIC_RATE_PER_MINUTE', '0'],
  ])('names %s when it is %s', (name, value) => {
    const lines = problemsOf({ [name]: value }).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: \\S`));
  });

  it.each([
    ['ADMIN_EMAIL', 'no es correo', 'ADMIN_PASSWORD', 'una clave larga'],
    ['ADMIN_PASSWORD', 'corta', 'ADMIN_EMAIL', 'rosa@escuela.cl'],
  ])('names %s when it is wrong', (name, value, other, good) => {
    expect(problemsOf({ [name]: value, [other]: good })).toMatch(new RegExp(`^${name}: \\S`));
  });

  it('wants ADMIN_EMAIL and ADMIN_PASSWORD together', () => {
    expect(problemsOf({ ADMIN_EMAIL: 'rosa@escuela.cl' })).toContain('ADMIN_PASSWORD');
    expect(problemsOf({ ADMIN_PASSWORD: 'una clave larga' })).toContain('ADMIN_EMAIL');
  });

  it('names every wrong setting at once, in Spanish', () => {
    const lines = problemsOf({ PORT: '-1', SECRET: 'x', LOG_LEVEL: 'y' }).split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['PORT', 'SECRET', 'LOG_LEVEL']);
    expect(lines.every((line) => /: debe /.test(line))).toBe(true);
  });

  it('builds an address that people can open', () => {
    const url = (env: Record<string, string>) => readConfig(env, '/srv').publicUrl;
    expect(url({ HOST: '0.0.0.0', PORT: '8080' })).toBe('http://127.0.0.1:8080');
    expect(url({ HOST: '::1' })).toBe('http://[::1]:3000');
    expect(url({ PUBLIC_URL: 'https://crm.escuela.cl/' })).toBe('https://crm.escuela.cl');
  });
});
