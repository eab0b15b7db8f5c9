import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  createCliente,
  getCliente,
  listClientes,
  setEstadoCliente,
  updateCliente,
} from '#contract/clientes.ts';
import { createPago, listCobros } from '#contract/cobros.ts';
import { previewDeshacer, undoImportacion } from '#contract/importaciones.ts';
import { subscribeNewsletter } from '#contract/publico.ts';
import { createVenta } from '#contract/ventas.ts';
import type { Db } from '#server/core/db/connect.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller } from '#tests/support/builders.ts';
import { expectRefusal } from '#tests/support/clientes.ts';
import { csv, importFile, undoToEnd } from '#tests/support/importaciones.ts';
import { setDobleConfirmacion } from '#tests/support/mensajes.ts';
import { colgados } from './deshacer.queries.ts';
import { foldName } from './libro.ts';

const app = testApp();
const VENTAS = 'Nombre;Correo;Teléfono;Taller;Fecha taller;Cantidad;Precio;Pagado;Referencia';

/** Tables that tell of what happened rather than of what there is. */
const APARTE =
  /^(importacion\w*|auditoria|sesion|cuenta|usuario|cliente_cambio|migracion|\w+_(delta|dia))$/;

/** Every row of every table, as text, and the figures that are kept by day. */
async function dump(db: Db): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const all: Record<string, string[]> = {};
  for (const { name } of tables.filter((table) => !APARTE.test(table.name))) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(name)} t`.execute(db);
    all[name] = rows.map(({ row }) => row).toSorted();
  }
  const { rows } = await sql<{ row: string }>`
    select f::text as row from (
      select dia, origen as clave, sum(leads) as a, sum(convertidos) as b
      from (select dia, origen, leads, convertidos from captacion_dia
        union all select dia, origen, leads, convertidos from captacion_delta) c group by 1, 2
      union all
      select dia, medio, sum(monto), sum(movimientos)
      from (select dia, medio, monto, movimientos from ingreso_dia
        union all select dia, medio, monto, movimientos from ingreso_delta) i group by 1, 2
    ) f where a <> 0 or b <> 0`.execute(db);
  return { ...all, cifras: rows.map(({ row }) => row).toSorted() };
}

async function crear(body: { nombres: string; email?: string; telefono?: string }) {
  return (await app.as('VENTAS')).ok(createCliente, {
    body: { tipo: 'B2C', origen: 'WEB', ...body },
  });
}

async function buscar(q: string) {
  const { items } = await (await app.as('VENTAS')).ok(listClientes, { query: { q } });
  return items;
}

describe('undoing an import', () => {
  it('leaves people as they were, to the last column', async () => {
    await crear({ nombres: 'Ana', email: 'ana@ejemplo.cl' });
    await crear({ nombres: 'Beto', telefono: '9 1234 5678' });
    const antes = await dump(app.services.deps.db);
    const archivo = csv(
      'Nombres;Apellidos;Correo;Teléfono;RUT;Comuna;Nacimiento;Intereses;Empresa;Notas',
      'Ana;Soto;ana@ejemplo.cl;9 8888 7777;12.345.678-5;Ñuñoa;03/04/1990;Cerámica;Barro SpA;Una nota',
      'Beto;;beto@ejemplo.cl;9 1234 5678;;;;Telar;;',
      'Caro;Paz;caro@ejemplo.cl;;;;;Cerámica;Barro SpA;',
      'Caro;Paz;caro@ejemplo.cl;9 2222 1111;;;;Telar;;',
      'Ana;;ana@ejemplo.cl;;;;;Telar;;',
    );
    const opciones = { crearIntereses: true, crearEmpresas: true };
    const { id, resultado } = await importFile(app, archivo, { opciones });
    expect(resultado).toMatchObject({ crear: 1, actualizar: 4, error: 0 });
    expect(await dump(app.services.deps.db)).not.toEqual(antes);
    const caller = await app.as('VENTAS');
    const preview = await caller.ok(previewDeshacer, { params: { id } });
    expect(preview).toMatchObject({ tocadas: 0, ejemplos: [] });
    const deshecha = await undoToEnd(app, id);
    expect(deshecha).toMatchObject({ puede: { deshacer: false, importar: false } });
    expect(await dump(app.services.deps.db)).toEqual(antes);
  });

  it('takes the sales of the past away whole, with their money and seats', async () => {
    await buildTaller(app, { titulo: 'Torno', cupos: 5, precio: 10_000 });
    const caller = await app.as('VENTAS');
    const prospecto = await crear({ nombres: 'Dora', email: 'dora@ejemplo.cl' });
    await caller.ok(setEstadoCliente, {
      params: { id: prospecto.id },
      body: { estado: 'PROSPECTO', motivo: 'Preguntó', version: prospecto.version },
    });
    const antes = await dump(app.services.deps.db);
    const archivo = csv(
      VENTAS,
      'Dora;dora@ejemplo.cl;9 3333 2222;Torno;;2;;20.000;TR-1',
      'Eva;eva@ejemplo.cl;;Torno;;1;;5.000;TR-2',
      'Eva;eva@ejemplo.cl;9 4444 2222;Gres;02/03/2025;1;8.000;8.000;TR-3',
    );
    const { id, resultado } = await importFile(app, archivo, {
      tipo: 'INSCRIPCIONES',
      opciones: { crearTalleres: true },
    });
    expect(resultado).toMatchObject({ crear: 3, error: 0, talleresNuevos: 1 });
    await undoToEnd(app, id);
    expect(await dump(app.services.deps.db)).toEqual(antes);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('leaves what another import brought to a taller of the past', async () => {
    const tipo = 'INSCRIPCIONES' as const;
    const opciones = { crearTalleres: true };
    const sell = (nombre: string) =>
      importFile(
        app,
        csv(VENTAS, `${nombre};${nombre}@ejemplo.cl;;Telar;04/05/2025;2;9.000;18.000;`),
        { tipo, opciones },
      );
    await sell('lalo');
    const antes = await dump(app.services.deps.db);
    const { id, resultado } = await sell('memo');
    expect(resultado).toMatchObject({ inscripciones: 1, talleresNuevos: 0, error: 0 });
    await undoToEnd(app, id);
    expect(await dump(app.services.deps.db)).toEqual(antes);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('leaves who changed since as they are, and only when it is asked to', async () => {
    const archivo = csv(
      VENTAS,
      'Fina;fina@ejemplo.cl;;Gres;02/03/2025;1;8.000;8.000;',
      'Gala;gala@ejemplo.cl;;Gres;02/03/2025;1;8.000;3.000;',
      'Hugo;hugo@ejemplo.cl;;Gres;02/03/2025;1;8.000;;',
    );
    const { id } = await importFile(app, archivo, {
      tipo: 'INSCRIPCIONES',
      opciones: { crearTalleres: true },
    });
    const caller = await app.as('VENTAS');
    const [gala] = await buscar('gala@ejemplo.cl');
    const cobros = await caller.ok(listCobros, { query: { cliente: (gala?.id ?? 0) as never } });
    await caller.ok(createPago, {
      params: { id: cobros.items[0]?.id ?? 0 },
      body: { monto: 5_000, medio: 'EFECTIVO' },
    });
    const preview = await caller.ok(previewDeshacer, { params: { id } });
    expect(preview).toMatchObject({
      ...{ intactas: 2, tocadas: 1 },
      ejemplos: [
        { numero: 3, clienteId: gala?.id, nombre: 'Gala', motivo: 'Su venta cambió después.' },
      ],
    });
    expectRefusal(await caller.call(undoImportacion, { params: { id }, body: {} }), 'IMPEDIDO', []);
    await undoToEnd(app, id, { soloIntactas: true });
    expect(await buscar('gala@ejemplo.cl')).toMatchObject([{ id: gala?.id, estado: 'CLIENTE' }]);
    expect(await buscar('fina@ejemplo.cl')).toEqual([]);
    expect(await buscar('hugo@ejemplo.cl')).toEqual([]);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('gives a field back only while it is as it was filled in', async () => {
    const irma = await crear({ nombres: 'Irma', email: 'irma@ejemplo.cl' });
    const jose = await crear({ nombres: 'José', email: 'jose@ejemplo.cl' });
    const archivo = csv(
      'Nombre;Correo;Teléfono;Comuna',
      'Irma;irma@ejemplo.cl;9 5555 1111;Maipú',
      'José;jose@ejemplo.cl;9 5555 2222;Maipú',
    );
    const { id } = await importFile(app, archivo);
    const caller = await app.as('VENTAS');
    const change = (
      clienteId: number,
      version: number,
      body: { telefono?: string; notas?: string },
    ) => caller.ok(updateCliente, { params: { id: clienteId }, body: { ...body, version } });
    await change(irma.id, irma.version + 1, { telefono: '9 5555 9999' });
    await change(jose.id, jose.version + 1, { notas: 'Llamar en la tarde' });
    const preview = await caller.ok(previewDeshacer, { params: { id } });
    expect(preview).toMatchObject({ intactas: 1, tocadas: 1, ejemplos: [{ clienteId: irma.id }] });
    await undoToEnd(app, id, { soloIntactas: true });
    expect(await buscar('irma@ejemplo.cl')).toMatchObject([
      { telefono: '+56955559999', comuna: '13119' },
    ]);
    expect(await buscar('jose@ejemplo.cl')).toMatchObject([{ telefono: null, comuna: null }]);
  });

  it('leaves an address that was used since', async () => {
    await setDobleConfirmacion(app, false);
    const nombres = ['Lía', 'Mía', 'Noa', 'Pía', 'Ray'];
    const personas = [];
    for (const [i, nombre] of nombres.entries()) {
      personas.push(await crear({ nombres: nombre, telefono: `9 6666 100${i}` }));
    }
    const correo = (nombre: string) => `${foldName(nombre)}@ejemplo.cl`;
    const { id } = await importFile(
      app,
      csv(
        'Nombre;Correo;Teléfono',
        ...nombres.map((nombre, i) => `${nombre};${correo(nombre)};9 6666 100${i}`),
      ),
    );
    await app.asAlumno(personas[0]?.id ?? 0);
    const visitante = await app.as('VISITANTE');
    const subscribe = (nombre: string) =>
      visitante.ok(subscribeNewsletter, {
        body: { email: correo(nombre), nombres: nombre, acepta: true, intereses: [], sitioWeb: '' },
      });
    await subscribe('Mía');
    await setDobleConfirmacion(app, true);
    // Written to, and no answer yet.
    await subscribe('Noa');
    const caller = await app.as('VENTAS');
    const ray = personas[4];
    await caller.ok(updateCliente, {
      params: { id: ray?.id ?? 0 },
      body: { notas: 'Llamar en la tarde', version: (ray?.version ?? 0) + 1 },
    });
    const preview = await caller.ok(previewDeshacer, { params: { id } });
    const motivo = 'Ya se usó el correo que se le había completado.';
    expect(preview).toMatchObject({
      ...{ intactas: 2, tocadas: 3 },
      ejemplos: [
        { nombre: 'Lía', motivo },
        { nombre: 'Mía', motivo },
        { nombre: 'Noa', motivo },
      ],
    });
    await undoToEnd(app, id, { soloIntactas: true });
    for (const nombre of ['Lía', 'Mía', 'Noa']) {
      expect(await buscar(correo(nombre))).toMatchObject([{ nombres: nombre }]);
    }
    expect(await buscar(correo('Pía'))).toEqual([]);
    expect(await buscar(correo('Ray'))).toEqual([]);
  });

  it('leaves the company to which a sale was charged since', async () => {
    const taller = await buildTaller(app, { precio: 0 });
    const uno = await crear({ nombres: 'Saúl', email: 'saul@ejemplo.cl' });
    const dos = await crear({ nombres: 'Tere', email: 'tere@ejemplo.cl' });
    const archivo = csv(
      'Nombre;Correo;Empresa',
      'Saúl;saul@ejemplo.cl;Gredas SpA',
      'Tere;tere@ejemplo.cl;Gredas SpA',
    );
    const { id } = await importFile(app, archivo, { opciones: { crearEmpresas: true } });
    const caller = await app.as('VENTAS');
    const { empresa } = await caller.ok(getCliente, { params: { id: uno.id } });
    const lineas = [{ tipo: 'TALLER' as const, tallerId: taller.id, cantidad: 1 }];
    const empresaId = empresa?.id ?? 0;
    await caller.ok(createVenta, { body: { clienteId: uno.id, empresaId, lineas } });
    await caller.ok(createVenta, { body: { clienteId: dos.id, lineas } });
    expect(await caller.ok(previewDeshacer, { params: { id } })).toMatchObject({
      ...{ intactas: 1, tocadas: 1 },
      ejemplos: [
        { clienteId: uno.id, motivo: 'Se cobró a la empresa que se le había completado.' },
      ],
    });
    await undoToEnd(app, id, { soloIntactas: true });
    const ahora = (clienteId: number) => caller.ok(getCliente, { params: { id: clienteId } });
    expect(await ahora(uno.id)).toMatchObject({ empresa: { id: empresaId } });
    expect(await ahora(dos.id)).toMatchObject({ empresa: null });
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('has a time to it', async () => {
    const { id } = await importFile(app, csv('Nombre;Correo', 'Karl;karl@ejemplo.cl'));
    await sql`update importacion set terminada_en = terminada_en - interval '31 days' where id = ${id}`.execute(
      app.services.deps.db,
    );
    const caller = await app.as('VENTAS');
    expectRefusal(
      await caller.call(undoImportacion, { params: { id }, body: {} }),
      'ESTADO_NO_PERMITE',
      [],
    );
  });

  it('knows every table that hangs from a person', async () => {
    const { rows } = await sql<{ tabla: string }>`
      select conrelid::regclass::text as tabla from pg_constraint
      where contype = 'f' and confrelid = 'cliente'::regclass`.execute(app.services.deps.db);
    // Of the sale itself, of the capture, or only what the system thinks of them.
    const propias = [
      'inscripcion',
      'inscripcion_curso',
      'venta_producto',
      'cliente_estado',
      'cliente_interes',
      'duplicado',
    ];
    const known = new Set([...colgados.map(({ tabla }) => tabla), ...propias]);
    expect(rows.map(({ tabla }) => tabla).filter((tabla) => !known.has(tabla))).toEqual([]);
  });
});
