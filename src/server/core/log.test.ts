import { describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { buildPersona } from '#tests/support/builders.ts';
import { createLog, withoutAddresses } from './log.ts';

const app = testApp();

describe('the log', () => {
  it('tells which rule of the database was broken, not by whose data', async () => {
    const { db } = app.services.deps;
    const { nombres, apellidos, email } = buildPersona();
    const row = { tipo: 'B2C', nombres, apellidos, email, origen: 'WEB', estado: 'LEAD' } as const;
    await db.insertInto('cliente').values(row).execute();
    const error = await db
      .insertInto('cliente')
      .values(row)
      .execute()
      .catch((e: unknown) => e);
    const lines: string[] = [];
    createLog('error', { write: (line) => lines.push(line) }).error({ err: error }, 'failed');
    expect(lines.join('')).toContain('23505');
    expect(lines.join('')).not.toContain(email);
  });

  it('tells what a mail server said without the address it said it of', () => {
    const said = '421 4.7.0 <ana.perez+x@correo.cl>: try again later';
    expect(withoutAddresses(said)).toBe('421 4.7.0 <(address)>: try again later');
  });
});
