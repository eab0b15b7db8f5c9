import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { migrate, migrationsDir } from './migrate.ts';

async function onDatabase(options: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `m_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  try {
    await admin.query(`create database ${name} ${options}`);
    url.pathname = `/${name}`;
    await work(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

async function rows<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const applied = (url: string) =>
  rows<{ nombre: string; aplicada_en: Date }>(url, 'select * from migracion order by nombre');

describe('migrate', () => {
  it('applies each file once, however often it runs', () =>
    onDatabase('', async (url) => {
      await migrate(url);
      const first = await applied(url);
      const files = (await readdir(migrationsDir)).filter((name) => name.endsWith('.sql')).sort();
      expect(first.map((row) => row.nombre)).toEqual(files);
      await migrate(url);
      expect(await applied(url)).toEqual(first);
    }));

  it('lets one of several that start at once do it while the others wait', () =>
    onDatabase('', async (url) => {
      await Promise.all([1, 2, 3].map(() => migrate(url)));
      const files = (await readdir(migrationsDir)).filter((name) => name.endsWith('.sql'));
      expect(await applied(url)).toHaveLength(files.length);
      expect(await rows(url, 'select 1 from negocio')).toHaveLength(1);
    }));

  it('refuses a file that was edited after it was applied', () =>
    onDatabase('', async (url) => {
      await migrate(url);
      await rows(url, `update migracion set hash = 'otro' where nombre like '0001%'`);
      await expect(migrate(url)).rejects.toThrow('0001_base.sql cambió después de aplicarse');
    }));

  it('refuses a database that cannot hold every letter', () =>
    onDatabase(
      `template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
      async (url) => {
        await expect(migrate(url)).rejects.toThrow('UTF8');
      },
    ));
});
