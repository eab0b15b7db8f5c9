import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createCliente, getCliente, listClientes } from '#contract/clientes.ts';
import { getCobro, listCobros } from '#contract/cobros.ts';
import { getTaller, listTalleres } from '#contract/talleres.ts';
import { localDate } from '#server/core/time.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller } from '#tests/support/builders.ts';
import { csv, filasDe, importFile, review, runToEnd } from '#tests/support/importaciones.ts';

const app = testApp();
const TITULOS =
  'Nombre;Correo;Taller;Fecha taller;Cantidad;Precio;Descuento;Pagado;Fecha pago;Medio de pago;Referencia';
const tipo = 'INSCRIPCIONES' as const;

async function quien(email: string) {
  const caller = await app.as('VENTAS');
  const { items } = await caller.ok(listClientes, { query: { q: email } });
  return caller.ok(getCliente, { params: { id: items[0]?.id ?? 0 } });
}

async function cobrosDe(clienteId: number) {
  const caller = await app.as('VENTAS');
  const { items } = await caller.ok(listCobros, { query: { cliente: String(clienteId) as never } });
  return Promise.all(items.map(({ id }) => caller.ok(getCobro, { params: { id } })));
}

const chilean = (date: string) => date.split('-').reverse().join('/');
const dia = (instant: string) => chilean(localDate(instant, 'America/Santiago'));

describe('an import of past sales', () => {
  it('makes the taller of the past, the people, and what they bought and paid', async () => {
    const archivo = csv(
      TITULOS,
      'Ana Soto;ana@ejemplo.cl;Gres inicial;05/03/2025;1;30.000;;30.000;01/03/2025;Transferencia;T-1',
      'Beto Ruiz;beto@ejemplo.cl;gres  INICIAL;05/03/2025;2;30.000;10.000;20.000;;Efectivo;',
      'Caro Paz;caro@ejemplo.cl;Gres inicial;05/03/2025;1;30.000;;;;;',
      'Caro Paz;caro@ejemplo.cl;Esmaltes;12/04/2025;1;20.000;;20.000;;;',
    );
    const { id, revision } = await review(app, archivo, {
      tipo,
      opciones: { crearTalleres: true },
    });
    const conteo = { crear: 4, error: 0, inscripciones: 4, pagado: 70_000, talleresNuevos: 2 };
    expect(revision).toMatchObject(conteo);
    expect((await runToEnd(app, id)).resultado).toMatchObject(conteo);

    const caller = await app.as('VENTAS');
    const { items } = await caller.ok(listTalleres, {
      query: { q: 'gres inicial', cuando: 'PASADOS' },
    });
    expect(items).toMatchObject([
      { titulo: 'Gres inicial', estado: 'PUBLICADO', cupos: 4, cuposOcupados: 4, precio: 30_000 },
    ]);
    const ana = await quien('ana@ejemplo.cl');
    expect(ana).toMatchObject({ estado: 'CLIENTE', creadoEn: '2025-03-01T15:00:00.000Z' });
    expect(ana.historial.map(({ causa }) => causa).toSorted()).toEqual([
      'CAPTURA',
      'COMPRA_CONFIRMADA',
    ]);
    expect(await cobrosDe(ana.id)).toMatchObject([
      {
        ...{ total: 30_000, pagado: 30_000, estado: 'PAGADO', canal: 'STAFF', comprobante: null },
        pagos: [{ monto: 30_000, medio: 'TRANSFERENCIA', referencia: 'T-1' }],
      },
    ]);
    const beto = await quien('beto@ejemplo.cl');
    expect(await cobrosDe(beto.id)).toMatchObject([
      { total: 50_000, pagado: 20_000, estado: 'ABONADO' },
    ]);
    const caro = await quien('caro@ejemplo.cl');
    expect(caro).toMatchObject({ estado: 'CLIENTE' });
    expect(await cobrosDe(caro.id)).toMatchObject([
      { estado: 'PAGADO' },
      { estado: 'PENDIENTE', venceEn: null },
    ]);
    const { rows } = await sql`select from email_log`.execute(app.services.deps.db);
    expect(rows).toEqual([]);
    expect(await auditData(app.services.deps.db)).toEqual([]);

    const otra = await importFile(app, archivo, { tipo, opciones: { crearTalleres: true } });
    expect(otra.resultado).toMatchObject({
      crear: 0,
      actualizar: 0,
      igual: 4,
      error: 0,
      inscripciones: 0,
    });
  });

  it('takes the seats of a taller that is here, and never more than there are', async () => {
    const taller = await buildTaller(app, { titulo: 'Torno', cupos: 3, precio: 40_000 });
    const archivo = csv(
      TITULOS,
      `Uno;uno@ejemplo.cl;Torno;${dia(taller.iniciaEn)};2;;;40.000;;;`,
      'Dos;dos@ejemplo.cl;torno;;2;;;;;;',
      'Tres;tres@ejemplo.cl;torno;;1;;;40.000;;;',
    );
    const { id, resultado } = await importFile(app, archivo, { tipo });
    expect(resultado).toMatchObject({ crear: 2, error: 1, inscripciones: 2, pagado: 80_000 });
    const filas = await filasDe(app, id);
    expect(filas[1]?.errores[0]?.mensaje).toContain('solo queda 1 cupo');
    const caller = await app.as('VENTAS');
    expect(await caller.ok(getTaller, { params: { id: taller.id } })).toMatchObject({
      ...{ cupos: 3, cuposOcupados: 3 },
    });
    expect((await caller.ok(listClientes, { query: { q: 'dos@ejemplo.cl' } })).items).toEqual([]);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('refuses a row whose seats were taken between its review and the run', async () => {
    const taller = await buildTaller(app, { titulo: 'Raku', cupos: 1 });
    const { id, revision } = await review(
      app,
      csv(TITULOS, 'Cuatro;cuatro@ejemplo.cl;Raku;;1;;;;;;'),
      { tipo },
    );
    expect(revision).toMatchObject({ crear: 1, error: 0 });
    const { db } = app.services.deps;
    await sql`update taller set cupos_ofrecidos = 1 where id = ${taller.id}`.execute(db);
    expect((await runToEnd(app, id)).resultado).toMatchObject({ crear: 0, error: 1 });
    await sql`update taller set cupos_ofrecidos = 0 where id = ${taller.id}`.execute(db);
    expect(await auditData(db)).toEqual([]);
  });

  it('refuses references that were used, talleres that are not here and payments ahead of time', async () => {
    await buildTaller(app, { titulo: 'Mosaico' });
    const archivo = csv(
      TITULOS,
      'Cinco;cinco@ejemplo.cl;Mosaico;;1;;;5.000;;Transferencia;R-77',
      'Seis;seis@ejemplo.cl;Mosaico;;1;;;5.000;;Transferencia;R-77',
      'Siete;siete@ejemplo.cl;Mosaico;;1;;;5.000;;Efectivo;R-77',
      'Ocho;ocho@ejemplo.cl;No hay;01/02/2025;1;;;;;;',
      'Ana Soto;ana@ejemplo.cl;Mosaico;;1;;;30.000;;Transferencia;T-1',
    );
    const { id, resultado } = await importFile(app, archivo, { tipo });
    expect(resultado).toMatchObject({ crear: 2, error: 3 });
    expect((await filasDe(app, id)).map(({ errores }) => errores[0]?.mensaje)).toEqual([
      undefined,
      expect.stringContaining('ya se usó en la fila 2'),
      undefined,
      'No existe el taller «No hay» del 01-02-2025.',
      expect.stringMatching(/ya se usó en el cobro/),
    ]);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('brings nobody back who is INACTIVO, and counts a purchase of the past as activity then', async () => {
    const caller = await app.as('VENTAS');
    const body = { tipo: 'B2C', nombres: 'Nora', email: 'nora@ejemplo.cl', origen: 'WEB' } as const;
    const nora = await caller.ok(createCliente, { body });
    const { db } = app.services.deps;
    await sql`with c as (update cliente set estado = 'INACTIVO' where id = ${nora.id} returning id)
      insert into cliente_estado (cliente_id, de, a, causa) select id, 'LEAD', 'INACTIVO', 'MANUAL' from c`.execute(
      db,
    );
    const archivo = csv(TITULOS, 'Nora;nora@ejemplo.cl;Telar;03/05/2024;1;9.000;;9.000;;;');
    const { resultado } = await importFile(app, archivo, {
      tipo,
      opciones: { crearTalleres: true },
    });
    expect(resultado).toMatchObject({ crear: 1, error: 0 });
    expect(await quien('nora@ejemplo.cl')).toMatchObject({ id: nora.id, estado: 'INACTIVO' });
    expect(await auditData(db)).toEqual([]);
  });
});
