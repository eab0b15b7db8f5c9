import { request } from 'node:http';
import { writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listClientes } from '#contract/clientes.ts';
import * as contract from '#contract/importaciones.ts';
import { testApp } from '#tests/support/app.ts';
import { expectRefusal } from '#tests/support/clientes.ts';
import { csv, filasDe, importFile, review, upload } from '#tests/support/importaciones.ts';
import { importLote } from './importar.ts';

const app = testApp();
const CORREOS = csv(
  'Nombre;Correo',
  ...Array.from({ length: 8 }, (_, i) => `P${i};p${i}@ejemplo.cl`),
);

async function send(bytes: Blob, nombre = 'lista.csv') {
  const query = { nombre, tipo: 'CLIENTES' } as const;
  return (await app.as('VENTAS')).call(contract.createImportacion, { query, archivo: bytes });
}

async function counts() {
  const { rows } = await sql<{ importaciones: number; trozos: number; filas: number }>`
    select (select count(*) from importacion) as importaciones, (select count(*) from importacion_trozo) as trozos,
      (select count(*) from importacion_fila) as filas`.execute(app.services.deps.db);
  return rows[0];
}

async function people(q: string) {
  const caller = await app.as('VENTAS');
  return (await caller.ok(listClientes, { query: { q } })).total;
}

describe('an upload', () => {
  it('refuses what is no table, and keeps nothing of it', async () => {
    const antes = await counts();
    expectRefusal(await send(new Blob(['%PDF-1.7 …'])), 'ARCHIVO_ILEGIBLE', []);
    expectRefusal(await send(new Blob([])), 'VALIDACION', ['archivo']);
    const big = new Blob([Buffer.alloc(contract.MAX_BYTES_IMPORTACION + 1, 'a;b\n')]);
    expectRefusal(await send(big), 'CUERPO_MUY_GRANDE', []);
    expect(await counts()).toEqual(antes);
  });

  it('refuses a large body whose length was not told, and one that ends before its end', async () => {
    const antes = await counts();
    const { cookie } = await app.as('VENTAS');
    const open = (headers: Record<string, string>) =>
      request(`${app.url}/api/importaciones?nombre=x.csv&tipo=CLIENTES`, {
        method: 'POST',
        headers: { cookie, ...headers },
      });
    const chunked = open({ 'transfer-encoding': 'chunked' });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      chunked.on('response', (response) => resolve(response.resume().statusCode));
      chunked.on('error', reject);
    });
    const mebibyte = Buffer.alloc(1024 * 1024, 'a;b\n');
    for (let i = 0; i < 31; i += 1) chunked.write(mebibyte);
    chunked.end();
    expect(await answered).toBe(413);
    const cut = open({ 'content-length': '3000000' });
    cut.on('error', () => {});
    cut.write(mebibyte);
    await expect
      .poll(async () => (await counts())?.importaciones)
      .toBe((antes?.importaciones ?? 0) + 1);
    expect(
      (await (await app.as('VENTAS')).ok(contract.listImportaciones, { query: {} })).total,
    ).toBe(0);
    cut.destroy();
    await expect.poll(counts).toEqual(antes);
  });

  it('is read, its columns suggested, and read again as it is told', async () => {
    const caller = await app.as('VENTAS');
    const leida = await upload(app, CORREOS, { nombre: 'personas.csv' });
    expect(leida).toMatchObject({
      ...{ estado: 'POR_MAPEAR', archivoNombre: 'personas.csv', formato: 'CSV', filas: 8 },
      lectura: {
        delimitador: ';',
        filaEncabezado: 1,
        columnas: [{ titulo: 'Nombre' }, { titulo: 'Correo' }],
      },
      puede: { mapear: true, revisar: true, importar: false, deshacer: false, eliminar: true },
    });
    expect(leida.mapeo).toContainEqual({ indice: 1, campo: 'email' });
    const params = { id: leida.id };
    const otra = await caller.ok(contract.updateImportacion, {
      params,
      body: { filaEncabezado: 3, version: leida.version },
    });
    expect(otra).toMatchObject({ estado: 'LEYENDO', lectura: null, version: leida.version + 1 });
    await app.runJobs();
    const releida = await caller.ok(contract.getImportacion, { params });
    expect(releida).toMatchObject({
      estado: 'POR_MAPEAR',
      filas: 6,
      lectura: { filaEncabezado: 3 },
    });
    const stale = { params, body: { opciones: {}, version: leida.version } };
    expectRefusal(await caller.call(contract.updateImportacion, stale), 'CONFLICTO_VERSION', []);
    await caller.ok(contract.deleteImportacion, { params });
    expectRefusal(await caller.call(contract.getImportacion, { params }), 'NO_ENCONTRADO', []);
  });

  it('of a workbook is read like that of a text', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Gente',
          rows: [
            ['Nombre', 'Correo'],
            ['Olga', 'olga@ejemplo.cl'],
          ],
        },
      ],
    });
    const { formato, resultado } = await importFile(app, new Blob([Buffer.from(bytes)]));
    expect({ formato, resultado }).toMatchObject({ formato: 'XLSX', resultado: { crear: 1 } });
    expect(await people('olga')).toBe(1);
  });

  it('that cannot be read says why', async () => {
    const leida = await upload(app, '\n\n\n');
    expect(leida).toMatchObject({ estado: 'FALLIDA', problema: expect.any(String), filas: 0 });
  });
});

describe('the steps of an import', () => {
  it('come one after the other', async () => {
    const caller = await app.as('VENTAS');
    const { id, version } = await upload(app, csv('Nombre;Ciudad', 'Ana;Talca'));
    const params = { id };
    expectRefusal(await caller.call(contract.runImportacion, { params }), 'ESTADO_NO_PERMITE', []);
    const mapeo = [{ indice: 0, campo: 'nombres' as const }];
    await caller.ok(contract.updateImportacion, { params, body: { mapeo, version } });
    expectRefusal(await caller.call(contract.reviewImportacion, { params }), 'VALIDACION', [
      'mapeo',
    ]);
    expectRefusal(
      await caller.call(contract.undoImportacion, { params, body: {} }),
      'ESTADO_NO_PERMITE',
      [],
    );
  });

  it('go on by themselves after a run was killed, and do nothing twice', async () => {
    const { id } = await review(app, csv('Nombre;Correo', ...numbered('muerta', 9)));
    const caller = await app.as('VENTAS');
    await caller.ok(contract.runImportacion, { params: { id } });
    const { db } = app.services.deps;
    await sql`
      create function cortar() returns trigger language plpgsql as $$
      begin raise exception 'cut' using errcode = 'admin_shutdown'; end $$`.execute(db);
    await sql
      .raw(`create trigger cortar before update on importacion_fila for each row
      when (new.numero = 5) execute function cortar()`)
      .execute(db);
    expect(await importLote(app.services.deps, id, { after: 0, size: 2 })).toBe(3);
    await expect(importLote(app.services.deps, id, { after: 3, size: 2 })).rejects.toThrow('cut');
    expect(await people('muerta')).toBe(2);
    await sql.raw('drop trigger cortar on importacion_fila').execute(db);
    await sql`delete from graphile_worker._private_jobs`.execute(db);
    await sql`update importacion set actualizado_en = actualizado_en - interval '5 minutes'`.execute(
      db,
    );
    await app.runCron('importaciones');
    await app.runJobs();
    expect(await caller.ok(contract.getImportacion, { params: { id } })).toMatchObject({
      ...{ estado: 'COMPLETADA', procesadas: 9, resultado: { crear: 9, error: 0 } },
    });
    expect(await people('muerta')).toBe(9);
  });

  it('leave out a row that cannot be written, and only that', async () => {
    const { id } = await review(app, csv('Nombre;Correo', ...numbered('mala', 5)));
    const { db } = app.services.deps;
    await sql`alter table cliente add constraint sin_mala check (email <> 'mala3@ejemplo.cl')`.execute(
      db,
    );
    const caller = await app.as('VENTAS');
    await caller.ok(contract.runImportacion, { params: { id } });
    await app.runJobs();
    await sql`alter table cliente drop constraint sin_mala`.execute(db);
    expect(await caller.ok(contract.getImportacion, { params: { id } })).toMatchObject({
      ...{ estado: 'COMPLETADA', resultado: { crear: 4, error: 1 } },
    });
    const filas = await filasDe(app, id);
    expect(filas.filter(({ accion }) => accion === 'ERROR')).toMatchObject([
      { numero: 5, errores: [{ mensaje: expect.stringContaining('No se pudo guardar') }] },
    ]);
  });

  it('write one import at a time', async () => {
    const caller = await app.as('VENTAS');
    const una = await review(app, csv('Nombre;Correo', 'Una;una@ejemplo.cl'));
    const otra = await review(app, csv('Nombre;Correo', 'Otra;otra@ejemplo.cl'));
    const [first, second] = await Promise.all(
      [una, otra].map(({ id }) => caller.call(contract.runImportacion, { params: { id } })),
    );
    expect([first?.status, second?.status].toSorted()).toEqual([202, 409]);
    await app.runJobs();
  });

  it('are told row by row, with what is searched for', async () => {
    const { id } = await review(
      app,
      csv('Nombre;Correo', 'Zoé;zoe@ejemplo.cl', 'Yaz;yaz@', 'Xime;xime@ejemplo.cl'),
    );
    const caller = await app.as('VENTAS');
    const read = (query: object) =>
      caller.ok(contract.listFilasImportacion, { params: { id }, query });
    expect((await read({ q: 'zoe' })).items).toMatchObject([
      { numero: 2, celdas: ['Zoé', 'zoe@ejemplo.cl'] },
    ]);
    expect(await read({ accion: ['ERROR'] })).toMatchObject({ total: 1, items: [{ numero: 3 }] });
    const first = await read({ limite: 2 });
    expect(first).toMatchObject({ total: 3, items: [{ numero: 2 }, { numero: 3 }] });
    expect((await read({ limite: 2, cursor: first.siguiente })).items).toMatchObject([
      { numero: 4 },
    ]);
  });
});

describe('around imports', () => {
  it('a mapping is kept by the titles of its columns, under one name', async () => {
    const caller = await app.as('VENTAS');
    const { id } = await upload(app, CORREOS);
    const save = () =>
      caller.ok(contract.saveMapeo, { params: { id }, body: { nombre: 'De la web' } });
    const saved = await save();
    expect(saved.mapeo).toMatchObject({ correo: 'email' });
    expect((await save()).id).toBe(saved.id);
    const { items } = await caller.ok(contract.listMapeos, { query: { tipo: 'CLIENTES' } });
    expect(items).toMatchObject([{ id: saved.id, nombre: 'De la web' }]);
    await caller.ok(contract.deleteMapeo, { params: { id: saved.id } });
    expectRefusal(
      await caller.call(contract.deleteMapeo, { params: { id: saved.id } }),
      'NO_ENCONTRADO',
      [],
    );
  });

  it('what is no longer needed is deleted, the import itself once run stays', async () => {
    const { id } = await importFile(app, csv('Nombre;Correo', 'Vera;vera@ejemplo.cl'));
    const abandonada = await upload(app, CORREOS);
    const { db } = app.services.deps;
    await sql`update importacion set actualizado_en = actualizado_en - interval '31 days',
      terminada_en = terminada_en - interval '31 days'`.execute(db);
    await app.runCron('importaciones-limpiar');
    expect(await counts()).toMatchObject({ trozos: 0, filas: 0 });
    const caller = await app.as('VENTAS');
    expect(await caller.ok(contract.getImportacion, { params: { id } })).toMatchObject({
      ...{ estado: 'COMPLETADA', puede: { deshacer: false } },
    });
    const gone = await caller.call(contract.getImportacion, { params: { id: abandonada.id } });
    expectRefusal(gone, 'NO_ENCONTRADO', []);
    const audits = await sql<{
      accion: string;
    }>`select accion from auditoria where entidad = 'IMPORTACION'
      and entidad_id = ${String(id)} order by id`.execute(db);
    expect(audits.rows.map(({ accion }) => accion)).toEqual([
      'SUBIR',
      'IMPORTAR',
      'TERMINAR_IMPORTACION',
    ]);
  });

  it('only those who may import do', async () => {
    for (const rol of ['MARKETING', 'SOPORTE'] as const) {
      const caller = await app.as(rol);
      expectRefusal(
        await caller.call(contract.listImportaciones, { query: {} }),
        'SIN_PERMISO',
        [],
      );
    }
  });
});

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${name} ${i};${name}${i}@ejemplo.cl`);
