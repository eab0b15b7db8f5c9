import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { formatoExportacion } from '#contract/formatos.ts';
import { type Cell, type Column, type Table, tableResponse } from './table.ts';

const columns: Column[] = [
  { title: 'Nombre', kind: 'text' },
  { title: 'Total', kind: 'money' },
  { title: 'Día', kind: 'date' },
  { title: 'Momento', kind: 'instant' },
];
const zone = 'America/Santiago';

/** An answer of the table over HTTP, and how to be done with it. */
async function serve(
  table: Pick<Table, 'pages' | 'format'>,
): Promise<{ answer: IncomingMessage; close: () => void }> {
  const app = new Hono();
  app.get('/', (c) => tableResponse(c, { name: 'prueba', columns, zone, ...table }));
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, host: '127.0.0.1' }, resolve).on('error', reject);
  });
  return {
    answer,
    close: () => {
      answer.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function download(table: Pick<Table, 'pages' | 'format'>): Promise<Buffer> {
  const { answer, close } = await serve(table);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    close();
  }
}

async function* few(): AsyncGenerator<Cell[][]> {
  yield [];
  yield [['Ana; "la de Ñuñoa"', 25_000, '2026-04-30', '2026-05-01T02:59:00.000Z']];
  yield [];
  yield [
    ['=HYPERLINK("http://malo")', -500, null, null],
    ['+56912345678', null, '2026-09-06', '2026-09-06T04:00:00.000Z'],
  ];
}

describe('a table', () => {
  it('is a CSV that spreadsheets open, no cell a formula', async () => {
    const text = (await download({ pages: few(), format: 'CSV' })).toString();
    expect(text).toBe(
      [
        '\ufeffNombre;Total;Día;Momento',
        '"Ana; ""la de Ñuñoa""";25000;2026-04-30;2026-04-30 22:59',
        '"\'=HYPERLINK(""http://malo"")";-500;;',
        "'+56912345678;;2026-09-06;2026-09-06 01:00",
        '',
      ].join('\r\n'),
    );
  });

  it('is an XLSX with amounts and days as such, and text as text', async () => {
    const book = await readXlsx(await download({ pages: few(), format: 'XLSX' }), {
      readStyles: true,
    });
    expect(book.sheets[0]?.rows).toEqual([
      ['Nombre', 'Total', 'Día', 'Momento'],
      [
        'Ana; "la de Ñuñoa"',
        25_000,
        new Date('2026-04-30T00:00:00Z'),
        new Date('2026-04-30T22:59:00Z'),
      ],
      ['=HYPERLINK("http://malo")', -500, null, null],
      ['+56912345678', null, new Date('2026-09-06T00:00:00Z'), new Date('2026-09-06T01:00:00Z')],
    ]);
    const cells = [...(book.sheets[0]?.cells?.values() ?? [])];
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => cell.formula)).toEqual([]);
  });
});

const PAGE = 1_000;
const PAGES = 400;

/** Far more than the sockets between can hold, of text that does not compress away. */
function counted() {
  const seen = { pages: 0, ended: false };
  async function* pages(): AsyncGenerator<Cell[][]> {
    try {
      for (; seen.pages < PAGES; seen.pages += 1) {
        yield Array.from({ length: PAGE }, () => [crypto.randomUUID().repeat(3), 1, null, null]);
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, pages: pages() };
}

describe.each(formatoExportacion.options)('a reader of %s', (format) => {
  it('that does not read on makes the pages wait, and goes on later', async () => {
    const { seen, pages } = counted();
    const { answer, close } = await serve({ pages, format });
    try {
      answer.pause();
      let before = -1;
      while (seen.pages > before) {
        before = seen.pages;
        await sleep(300);
      }
      expect(seen.pages).toBeLessThan(PAGES * 0.75);
      let bytes = 0;
      for await (const chunk of answer) bytes += chunk.length;
      expect(seen).toEqual({ pages: PAGES, ended: true });
      expect(bytes).toBeGreaterThan(1_000_000);
    } finally {
      close();
    }
  });

  it('that goes away ends them', async () => {
    const { seen, pages } = counted();
    const { answer, close } = await serve({ pages, format });
    await new Promise((resolve) => answer.once('data', resolve));
    close();
    await expect.poll(() => seen.ended).toBe(true);
    expect(seen.pages).toBeLessThan(PAGES);
  });

  it('is told by a broken download when something fails half way', async () => {
    async function* failing(): AsyncGenerator<Cell[][]> {
      yield Array.from({ length: PAGE }, () => [crypto.randomUUID(), 1, null, null]);
      throw new Error('the database went away');
    }
    await expect(download({ pages: failing(), format })).rejects.toThrow();
  });
});
