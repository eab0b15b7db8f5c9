import { sql } from 'kysely';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { email, rut, telefono } from '#contract/fields.ts';
import { migrate } from '#server/core/db/migrate.ts';
import { testApp } from '#tests/support/app.ts';
import { startTemporaryServer } from '#tests/support/server.ts';
import { createDb, createPool, type Db } from '../core/db/connect.ts';
import { codigoOf } from './codigo.ts';
import { DatabaseInUseError, seedDemo } from './seedDemo.ts';

const app = testApp();
const options = {
  now: new Date('2026-08-12T15:30:00Z'),
  zona: 'America/Santiago',
  portadas: false,
};
const morning = new Date('2026-08-12T12:00:00Z');
let db: Db;
let url: string;

beforeAll(async () => {
  db = app.services.deps.db;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const own = new URL(inject('templateUrl'));
  own.pathname = `/${rows[0]?.name}`;
  url = own.href;
  await seedDemo(url, { ...options, portadas: true });
});

async function count(query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${query}) q`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

async function fingerprint(database: Db): Promise<string> {
  const { rows } = await sql<{ hash: string }>`
    select md5(string_agg(fila, '|' order by fila)) as hash from (
      select cliente.id || nombres || apellidos || coalesce(email, '') || estado || cliente.creado_en as fila from cliente
      union all select codigo || total || pagado || estado || creado_en from cobro
      union all select slug || inicia_en || cupos || cupos_ocupados from taller) filas`.execute(
    database,
  );
  return rows[0]?.hash ?? '';
}

describe('the sample business', () => {
  test('has the people, companies, interests and workshops it promises', async () => {
    expect(await count(sql`select from cliente`)).toBe(2000);
    expect(await count(sql`select from empresa`)).toBe(40);
    expect(await count(sql`select from interes`)).toBe(12);
    expect(await count(sql`select from archivo`)).toBe(12);
    expect(await count(sql`select from taller`)).toBe(80);
    expect(await count(sql`select from curso`)).toBe(4);
    expect(await count(sql`select from producto`)).toBe(8);
  });

  test.each([
    [
      'a live hold',
      sql`select from cobro where estado = 'PENDIENTE' and vence_en > ${options.now}`,
    ],
    [
      'a debt without a date',
      sql`select from cobro where estado = 'PENDIENTE' and vence_en is null`,
    ],
    ['a part paid', sql`select from cobro where estado = 'ABONADO'`],
    ['an expired hold', sql`select from cobro where vencido_en is not null and pagado = 0`],
    ['a payment without a seat', sql`select from cobro where alerta = 'PAGO_SIN_CUPO'`],
    ['money to give back', sql`select from cobro where estado = 'ANULADO' and pagado > 0`],
    ['money given back', sql`select from pago where tipo = 'REEMBOLSO'`],
    ['a reversal', sql`select from pago where tipo = 'REVERSO'`],
    ['money in favour', sql`select from cobro where estado = 'PAGADO' and pagado > total`],
    ['a discount', sql`select from inscripcion where descuento > 0`],
    ['a company that named its people', sql`select from asistente where puesto > 2`],
    ['a free workshop', sql`select from taller where precio = 0 and cupos_ocupados > 0`],
    [
      'a full workshop ahead',
      sql`select from taller where cupos = cupos_ocupados and inicia_en > ${options.now}`,
    ],
    ['a draft', sql`select from taller where estado = 'BORRADOR'`],
    ['an annulled workshop', sql`select from taller where estado = 'ANULADO'`],
    ['who came back', sql`select from cliente_estado where de = 'INACTIVO' and a = 'CLIENTE'`],
    [
      'a kit sold with a seat',
      sql`select from venta_producto v join inscripcion i using (cobro_id)`,
    ],
    [
      'a kit to deliver',
      sql`select from venta_producto where entrega = 'POR_ENTREGAR' and anulada_en is null`,
    ],
    ['a kit sent', sql`select from venta_producto where entrega = 'ENVIADO'`],
    ['a kit given back', sql`select from movimiento_stock where tipo = 'ANULACION'`],
    [
      'low stock',
      sql`select from producto where stock_actual > 0 and stock_actual <= stock_minimo`,
    ],
    ['nothing left of a kit', sql`select from producto where stock_actual = 0`],
    ['a course half watched', sql`select from progreso_leccion where terminada_en is null`],
    ['access that ended', sql`select from inscripcion_curso where acceso_hasta < ${options.now}`],
    ['people who wait for a seat', sql`select from espera where estado = 'ESPERANDO'`],
    ['an offer of a seat', sql`select from taller where cupos_ofrecidos = 1`],
    ['who did not come', sql`select from asistencia where estado = 'AUSENTE'`],
    ['a review to moderate', sql`select from resena where estado = 'PENDIENTE'`],
    ['a review answered', sql`select from resena where respuesta is not null`],
    ['a review of a course', sql`select from resena where curso_id is not null`],
    ['a sale to a company', sql`select from cobro where empresa_id is not null`],
    ['several editions of a workshop', sql`select from taller where serie_id is not null`],
    ['who withdrew consent', sql`select from consentimiento where accion = 'RETIRADO'`],
  ])('shows %s', async (_, query) => {
    expect(await count(query)).toBeGreaterThan(0);
  });

  test('writes only what the forms would take', async () => {
    const { rows } = await sql<{
      email: string | null;
      telefono: string | null;
      rut: string | null;
    }>`
      select email, telefono, rut from cliente`.execute(db);
    for (const row of rows) {
      if (row.email) expect(email.parse(row.email)).toBe(row.email);
      if (row.telefono) expect(telefono.parse(row.telefono)).toBe(row.telefono);
      if (row.rut) expect(rut.parse(row.rut)).toBe(row.rut);
    }
  });

  test('puts nothing after now', async () => {
    expect(
      await count(sql`
        select from cliente where creado_en > ${morning} union all select from espera where creado_en > ${morning}
        union all select from asistencia where marcada_en > ${morning} union all select from resena where creado_en > ${morning}
        union all select from movimiento_stock where creado_en > ${morning}
        union all select from progreso_leccion where visto_en > ${morning} union all select from cobro where creado_en > ${morning}
        union all select from pago where fecha > ${morning} union all select from cliente_estado where creado_en > ${morning}`),
    ).toBe(0);
  });

  test('leaves the numbering where the next row can go on', async () => {
    const { rows } = await sql<{ id: number }>`
      insert into cliente (tipo, nombres, telefono, origen) values ('B2C', 'Prueba', '+56912345678', 'WEB') returning id`.execute(
      db,
    );
    expect(rows[0]?.id).toBe(2001);
    await sql`delete from cliente where id = 2001`.execute(db);
  });

  test('refuses a database that is in use, and leaves it alone', async () => {
    const before = await fingerprint(db);
    await expect(seedDemo(url, options)).rejects.toThrow(DatabaseInUseError);
    expect(await fingerprint(db)).toBe(before);
  });

  test('is the same at any time of a day', async () => {
    const server = await startTemporaryServer();
    try {
      await migrate(server.url);
      await seedDemo(server.url, { ...options, now: morning });
      const other = createDb(createPool({ url: server.url, max: 1 }));
      expect(await fingerprint(other)).toBe(await fingerprint(db));
      await other.destroy();
    } finally {
      await server.stop();
    }
  });

  test('gives each sale a reference of its own', () => {
    const codes = Array.from({ length: 50_000 }, (_, id) => codigoOf(id + 1));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(code))).toBe(true);
  });
});
