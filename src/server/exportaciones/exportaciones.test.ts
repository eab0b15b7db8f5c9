import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listAvisos } from '#contract/avisos.ts';
import { listCampanas } from '#contract/campanas.ts';
import { listClientes } from '#contract/clientes.ts';
import { listCobros } from '#contract/cobros.ts';
import { listCursos, listInscripcionesCurso } from '#contract/cursos.ts';
import { listEmails } from '#contract/emails.ts';
import { listEmpresas } from '#contract/empresas.ts';
import * as contract from '#contract/exportaciones.ts';
import { listInteracciones, listSeguimientos } from '#contract/interacciones.ts';
import { permisosDe, roles } from '#contract/permisos.ts';
import { listMovimientos, listProductos, listVentasProducto } from '#contract/productos.ts';
import { listResenas } from '#contract/resenas.ts';
import { listSupresiones } from '#contract/supresiones.ts';
import { listTalleres } from '#contract/talleres.ts';
import { listInscripcionesDeTaller } from '#contract/ventas.ts';
import { type Caller, testApp } from '#tests/support/app.ts';
import { seedDemo } from '../demo/seedDemo.ts';

const app = testApp();
const db = () => app.services.deps.db;

beforeAll(async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db());
  const own = new URL(inject('templateUrl'));
  own.pathname = `/${rows[0]?.name}`;
  await seedDemo(own.href, { now: new Date(), zona: 'America/Santiago', portadas: false });
  // What the sample business has none of yet.
  const contenido = sql`insert into contenido_email (huella, asunto, html, texto) values ('h', 'a', 'b', 'c') returning id`;
  await sql`with campana as (
      insert into campana (nombre, tipo, estado, audiencia)
      values ('=1+1', 'OFERTA', 'COMPLETADA', '{"modo":"CLIENTES","clientes":[1]}') returning id
    ), contenido as (${contenido})
    insert into email_log (tipo, campana_id, comercial, cliente_id, email, contenido_id, estado, enviado_en)
    select 'OFERTA', campana.id, true, c.id, c.email, contenido.id, 'ENVIADO', now()
    from campana, contenido, cliente c where c.email is not null limit 120`.execute(db());
  await sql`insert into aviso (tipo, cliente_id, referencia, asunto, texto, enviado_en)
    select 'PEDIR_RESENA', id, id::text, 'Cuéntanos', '+ ¿Qué tal?', now() from cliente limit 3`.execute(
    db(),
  );
  await sql`insert into supresion (email, motivo, detalle)
    values ('-baja@correo.cl', 'BAJA', '@pidió no recibir más')`.execute(db());
});

/** The lists with a file of their own; ids within a path are those of the sample business. */
const lists: [contract.Lista, string][] = [
  [listClientes, ''],
  [listEmpresas, ''],
  [listCobros, ''],
  [listInteracciones, ''],
  [listSeguimientos, ''],
  [listCampanas, ''],
  [listEmails, ''],
  [listAvisos, '?estado=ENVIADOS'],
  [listTalleres, ''],
  [listInscripcionesDeTaller, '?anuladas=SI'],
  [listCursos, ''],
  [listInscripcionesCurso, ''],
  [listProductos, ''],
  [listMovimientos, ''],
  [listVentasProducto, ''],
  [listResenas, ''],
  [listSupresiones, ''],
];

const withQuery = (path: string, more: string) => path + (path.includes('?') ? '&' : '?') + more;

async function idIn(table: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select ${sql.ref(`${table}_id`)} as id from ${sql.table(table === 'taller' ? 'inscripcion' : 'movimiento_stock')}
    limit 1`.execute(db());
  return rows[0]?.id ?? 0;
}

/** The path of a list, about something that has rows in it. */
async function pathOf(list: contract.Lista): Promise<string> {
  if (!list.path.includes(':id')) return list.path;
  const table = list.path.startsWith('/api/talleres') ? 'taller' : 'producto';
  return list.path.replace(':id', String(await idIn(table)));
}
const fileOf = (path: string) => path.replace('/api/', '/api/exportaciones/');

/** How many rows the list itself has, walked to its end. */
async function countRows(caller: Caller, path: string): Promise<number> {
  let n = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: string =
      cursor === '' ? path : withQuery(path, `cursor=${encodeURIComponent(cursor)}`);
    const response = await caller.fetch(page);
    expect(response.status, page).toBe(200);
    const { items, siguiente = null } = (await response.json()) as {
      items: unknown[];
      siguiente?: string | null;
    };
    n += items.length;
    cursor = siguiente;
  }
  return n;
}

/** The rows of a CSV file, its quotes undone. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

async function download(caller: Caller, path: string, formato: 'CSV' | 'XLSX') {
  const response = await caller.fetch(withQuery(path, `formato=${formato}`));
  expect(response.status, path).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
const readCsv = async (caller: Caller, path: string) =>
  parse((await download(caller, path, 'CSV')).toString());
async function readSheet(caller: Caller, path: string) {
  const book = await readXlsx(await download(caller, path, 'XLSX'));
  return book.sheets[0]?.rows ?? [];
}

const show = (value: unknown) =>
  value instanceof Date ? '' : value === null || value === undefined ? '' : String(value);

describe('the file of a list', () => {
  it.each(lists)('$path has all its rows, in both formats', async (list, query) => {
    const admin = await app.as('ADMIN');
    const path = (await pathOf(list)) + query;
    const rows = await countRows(admin, path);
    expect(rows, path).toBeGreaterThan(0);
    const csv = await readCsv(admin, fileOf(path));
    const sheet = await readSheet(admin, fileOf(path));
    expect(csv).toHaveLength(rows + 1);
    expect(sheet).toHaveLength(rows + 1);
    expect(sheet[0]).toEqual(csv[0]);
    expect(new Set(csv[0]).size).toBe(csv[0]?.length);
    for (const [i, line] of csv.entries()) {
      expect(line).toHaveLength(csv[0]?.length ?? 0);
      const same = (sheet[i] ?? []).flatMap((cell, column) =>
        cell instanceof Date
          ? []
          : [[show(cell), (line[column] ?? '').replace(/^'(?=[=+@-])/, '')]],
      );
      for (const [xlsx, text] of same) expect(xlsx).toBe(text);
    }
  });

  it('exists for every one that is declared', () => {
    const declared = Object.values(contract).flatMap((one) =>
      typeof one === 'object' && 'path' in one ? [one.path] : [],
    );
    expect(declared.sort()).toEqual(lists.map(([{ path }]) => fileOf(path)).sort());
  });

  it('follows the filters and the order of the list', async () => {
    const admin = await app.as('ADMIN');
    const { items } = await admin.ok(listClientes, {
      query: { estado: ['CLIENTE'], orden: 'apellidos', limite: 100 },
    });
    const [header = [], ...rows] = await readCsv(
      admin,
      '/api/exportaciones/clientes?estado=CLIENTE&orden=apellidos',
    );
    const at = header.indexOf('Número');
    expect(rows.slice(0, 100).map((row) => Number(row[at]))).toEqual(items.map(({ id }) => id));
    const some = items.slice(3, 6).map(({ id }) => id);
    const chosen = await readCsv(
      admin,
      `/api/exportaciones/clientes?orden=apellidos&ids=${some.join(',')}`,
    );
    expect(chosen.slice(1).map((row) => Number(row[at]))).toEqual(some);
  });

  it('refuses what the list refuses, before anything is sent', async () => {
    const admin = await app.as('ADMIN');
    const status = async (path: string) => (await admin.fetch(path)).status;
    expect(await status('/api/exportaciones/clientes')).toBe(422);
    expect(await status('/api/exportaciones/clientes?formato=PDF')).toBe(422);
    expect(await status('/api/exportaciones/clientes?formato=CSV&limite=5')).toBe(422);
    expect(await status('/api/exportaciones/clientes?formato=CSV&segmento=999999')).toBe(404);
    expect(await status('/api/exportaciones/productos/999999/movimientos?formato=CSV')).toBe(404);
  });
});

describe('who takes data out', () => {
  it.each(roles)('%s needs the permission of the list and that of taking it', async (rol) => {
    const caller = await app.as(rol);
    const permisos: readonly string[] = permisosDe(rol);
    for (const [list, query] of lists) {
      const may = permisos.includes(list.acceso) && permisos.includes('datos:exportar');
      const path = withQuery(fileOf((await pathOf(list)) + query), 'formato=CSV');
      const response = await caller.fetch(path);
      await response.arrayBuffer();
      expect(response.status, `${rol} ${path}`).toBe(may ? 200 : 403);
    }
  });

  it('is noted with what they took', async () => {
    const ventas = await app.as('VENTAS');
    const rows = await readCsv(ventas, '/api/exportaciones/cobros?estado=PAGADO');
    const note = await lastNote();
    expect(note).toMatchObject({
      accion: 'EXPORTAR',
      entidad: 'EXPORTACION',
      despues: {
        lista: 'ventas',
        formato: 'CSV',
        filtros: { estado: ['PAGADO'] },
        filas: rows.length - 1,
        completa: true,
      },
    });
  });
});

function lastNote() {
  return db()
    .selectFrom('auditoria')
    .selectAll()
    .where('accion', '=', 'EXPORTAR')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
}

const MANY = 20_000;

describe('a large list', () => {
  beforeAll(async () => {
    await sql`
      insert into cliente (tipo, nombres, apellidos, email, origen, notas, creado_en)
      select 'B2C', 'Multitud', ${'='} || 'Persona ' || i, 'multitud' || i || '@correo.cl', 'WEB', repeat('x', 200),
        '2026-01-01T00:00:00Z'::timestamptz + (i / 3) * interval '1 ms'
      from generate_series(1, ${MANY}::int) i`.execute(db());
  });

  it.each(['CSV', 'XLSX'] as const)(
    'comes whole as %s, without being held whole',
    async (formato) => {
      const admin = await app.as('ADMIN');
      const path = `/api/exportaciones/clientes?q=multitud&formato=${formato}`;
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      let peak = 0;
      const response = await admin.fetch(path);
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body ?? []) {
        chunks.push(chunk);
        peak = Math.max(peak, process.memoryUsage().rss - before);
      }
      const file = Buffer.concat(chunks);
      const rows =
        formato === 'CSV' ? parse(file.toString()) : ((await readXlsx(file)).sheets[0]?.rows ?? []);
      const at = rows[0]?.indexOf('Número') ?? -1;
      expect(new Set(rows.slice(1).map((row) => row[at])).size).toBe(MANY);
      expect(rows).toHaveLength(MANY + 1);
      expect(peak).toBeLessThan(200 * 1024 * 1024);
    },
  );

  it('is read no further once its reader went away, and that is noted', async () => {
    const admin = await app.as('ADMIN');
    const gone = new AbortController();
    const response = await admin.fetch('/api/exportaciones/clientes?formato=CSV', {
      signal: gone.signal,
    });
    const reader = response.body?.getReader();
    await reader?.read();
    gone.abort();
    await expect
      .poll(async () => (await lastNote()).despues, { timeout: 10_000 })
      .toMatchObject({ completa: false, filas: expect.any(Number) });
    const { despues } = await lastNote();
    expect((despues as { filas: number }).filas).toBeLessThan(MANY);
  });
});
