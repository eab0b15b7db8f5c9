import { describe, expect, it } from 'vitest';
import { anularCobro, type Cobro, createPago, getCobro, listCobros } from '#contract/cobros.ts';
import { unpublishCurso } from '#contract/cursos.ts';
import { createEmpresa } from '#contract/empresas.ts';
import { listMovimientos, setEntrega, setEstadoProducto } from '#contract/productos.ts';
import {
  anularInscripcion,
  anularInscripcionCurso,
  anularVentaProducto,
  createVenta,
} from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildCurso,
  buildProducto,
  buildTaller,
  inDays,
  readEstado,
  readOcupados,
  readStock,
} from '#tests/support/builders.ts';
import { buildFicha } from '#tests/support/clientes.ts';

const app = testApp();

const taller = (tallerId: number, cantidad = 1) =>
  ({ tipo: 'TALLER', tallerId, cantidad }) as const;
const curso = (cursoId: number) => ({ tipo: 'CURSO', cursoId }) as const;
const kit = (productoId: number, cantidad = 1) =>
  ({ tipo: 'PRODUCTO', productoId, cantidad }) as const;

const linea = <T extends Cobro['lineas'][number]['tipo']>(cobro: Cobro, tipo: T) => {
  const found = cobro.lineas.find((l) => l.tipo === tipo);
  if (!found) throw new Error(`no line of ${tipo}`);
  return found as Extract<Cobro['lineas'][number], { tipo: T }>;
};

async function countCobros(): Promise<number> {
  const { n } = await app.services.deps.db
    .selectFrom('cobro')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

describe('one sale of a workshop, a course and kits', () => {
  it('reserves everything, splits IVA by line, and opens what is paid', async () => {
    const ventas = await app.as('VENTAS');
    const clienteId = await buildCliente(app);
    const [t, c, k, exento] = [
      await buildTaller(app, { precio: 40_000 }),
      await buildCurso(app, { precio: 60_000, diasAcceso: 90 }),
      await buildProducto(app, { precio: 11_900, stock: 5 }),
      await buildProducto(app, { precio: 5_000, stock: 5, afectoIva: false }),
    ];
    const sold = await ventas.ok(createVenta, {
      body: {
        clienteId,
        lineas: [
          { ...kit(k.id, 2), descuento: 1_800, descuentoMotivo: 'Alumna' },
          curso(c.id),
          taller(t.id, 2),
          kit(exento.id),
        ],
      },
    });
    expect(sold).toMatchObject({ total: 167_000, estado: 'PENDIENTE', comprobante: null });
    expect(sold.lineas.map((l) => [l.tipo, l.total, l.neto, l.iva, l.exento])).toEqual([
      ['TALLER', 80_000, 0, 0, 80_000],
      ['CURSO', 60_000, 0, 0, 60_000],
      ['PRODUCTO', 22_000, 18_487, 3_513, 0],
      ['PRODUCTO', 5_000, 0, 0, 5_000],
    ]);
    expect(linea(sold, 'PRODUCTO')).toMatchObject({ entrega: 'POR_ENTREGAR', sku: k.sku });
    expect(linea(sold, 'CURSO').accesoDesde).toBeNull();
    expect(await readStock(app, k.id)).toBe(3);
    expect(await readOcupados(app, t.id)).toBe(2);
    const { items } = await ventas.ok(listMovimientos, { params: { id: k.id }, query: {} });
    expect(items.map((m) => [m.tipo, m.cantidad, m.stock, m.venta?.codigo ?? null])).toEqual([
      ['VENTA', -2, 3, sold.codigo],
      ['INGRESO', 5, 5, null],
    ]);

    const part = await ventas.ok(createPago, {
      params: { id: sold.id },
      body: { monto: 100_000, medio: 'TRANSFERENCIA' },
    });
    expect(part.estado).toBe('ABONADO');
    expect(part.comprobante).toBeGreaterThan(0);
    expect(linea(part, 'CURSO').accesoDesde).toBeNull();
    const paid = await ventas.ok(createPago, {
      params: { id: sold.id },
      body: { monto: 67_000, medio: 'EFECTIVO' },
    });
    expect(paid).toMatchObject({ estado: 'PAGADO', comprobante: part.comprobante });
    const { accesoDesde, accesoHasta } = linea(paid, 'CURSO');
    expect(Date.parse(accesoHasta ?? '') - Date.parse(accesoDesde ?? '')).toBe(90 * 86_400_000);
    expect(await readEstado(app, clienteId)).toBe('CLIENTE');
  });

  it('gives back exactly what each annulled line held, once', async () => {
    const ventas = await app.as('VENTAS');
    const [t, c, k] = [await buildTaller(app), await buildCurso(app), await buildProducto(app)];
    const sold = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [taller(t.id), curso(c.id), kit(k.id, 3)],
        pago: { monto: 145_000, medio: 'EFECTIVO' },
      },
    });
    expect(sold.estado).toBe('PAGADO');
    const motivo = { body: { motivo: 'Se arrepintió' } };
    const params = { id: linea(sold, 'PRODUCTO').id };
    for (let times = 0; times < 3; times += 1) {
      const after = await ventas.ok(anularVentaProducto, { params, ...motivo });
      expect(after).toMatchObject({ total: 100_000, saldoAFavor: 45_000, estado: 'PAGADO' });
    }
    expect(await readStock(app, k.id)).toBe(10);
    const noCurso = await ventas.ok(anularInscripcionCurso, {
      params: { id: linea(sold, 'CURSO').id },
      ...motivo,
    });
    expect(noCurso.total).toBe(40_000);
    expect(await readOcupados(app, t.id)).toBe(1);
    const none = await ventas.ok(anularInscripcion, {
      params: { id: linea(sold, 'TALLER').id },
      ...motivo,
    });
    expect(none).toMatchObject({ total: 0, estado: 'ANULADO', porReembolsar: 145_000 });
    expect(await readOcupados(app, t.id)).toBe(0);
  });

  it('annulled whole gives back seats, stock and access', async () => {
    const ventas = await app.as('VENTAS');
    const [t, c, k] = [await buildTaller(app), await buildCurso(app), await buildProducto(app)];
    const clienteId = await buildCliente(app);
    const body = { clienteId, lineas: [taller(t.id, 4), curso(c.id), kit(k.id, 10)] };
    const sold = await ventas.ok(createVenta, { body });
    expect(await readStock(app, k.id)).toBe(0);
    const after = await ventas.ok(anularCobro, {
      params: { id: sold.id },
      body: { motivo: 'Se arrepintió' },
    });
    expect(after.lineas.map((l) => l.anuladaCausa)).toEqual(['STAFF', 'STAFF', 'STAFF']);
    expect([await readStock(app, k.id), await readOcupados(app, t.id)]).toEqual([10, 0]);
    // The very same sale is possible again.
    await ventas.ok(createVenta, { body });
  });

  it('is charged to a company through its contact, and to no other', async () => {
    const ventas = await app.as('VENTAS');
    const { id: empresaId } = await ventas.ok(createEmpresa, {
      body: { razonSocial: 'Constructora Los Robles SpA' },
    });
    const contacto = await buildFicha(app, { tipo: 'B2B', empresaId });
    const k = await buildProducto(app);
    const lineas = [kit(k.id, 2)];
    const sold = await ventas.ok(createVenta, {
      body: { clienteId: contacto.id, empresaId, lineas },
    });
    expect(sold.empresa).toEqual({ id: empresaId, razonSocial: 'Constructora Los Robles SpA' });
    const { items } = await ventas.ok(listCobros, { query: { empresa: empresaId } });
    expect(items.map((c) => c.id)).toEqual([sold.id]);
    const wrong = await ventas.call(createVenta, {
      body: { clienteId: await buildCliente(app), empresaId, lineas },
    });
    expect(wrong.problem.errores).toEqual([
      { campo: 'clienteId', mensaje: 'Esta persona no es contacto de esa empresa.' },
    ]);
    expect(await readStock(app, k.id)).toBe(8);
  });

  it('is found by what it sold', async () => {
    const ventas = await app.as('VENTAS');
    const [c, k] = [await buildCurso(app), await buildProducto(app)];
    const sold = await ventas.ok(createVenta, {
      body: { clienteId: await buildCliente(app), lineas: [curso(c.id), kit(k.id, 2)] },
    });
    for (const query of [{ curso: c.id }, { producto: k.id }]) {
      const { items } = await ventas.ok(listCobros, { query });
      expect(items.map((one) => one.id)).toEqual([sold.id]);
      expect(items[0]?.detalle).toBe(`${c.titulo}, ${k.nombre} × 2`);
    }
  });
});

describe('all or nothing', () => {
  it('refuses the same kit twice when their sum is not there: 3 + 3 of 5', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app, { stock: 5 });
    const before = await countCobros();
    const body = { clienteId: await buildCliente(app), lineas: [kit(k.id, 3), kit(k.id, 3)] };
    const refused = await ventas.call(createVenta, { body });
    expect([refused.status, refused.problem.code]).toEqual([409, 'SIN_STOCK']);
    expect(refused.problem.title).toBe(`De «${k.nombre}» solo quedan 5, y se piden 6.`);
    expect([await readStock(app, k.id), await countCobros()]).toEqual([5, before]);
    await ventas.ok(createVenta, { body: { ...body, lineas: [kit(k.id, 3), kit(k.id, 2)] } });
    expect(await readStock(app, k.id)).toBe(0);
  });

  it('moves nothing when kit A is enough and kit B is short', async () => {
    const ventas = await app.as('VENTAS');
    const [t, a, b] = [
      await buildTaller(app),
      await buildProducto(app, { stock: 5 }),
      await buildProducto(app, { stock: 1 }),
    ];
    const clienteId = await buildCliente(app);
    const before = await countCobros();
    const refused = await ventas.call(createVenta, {
      body: { clienteId, lineas: [taller(t.id), kit(a.id, 2), kit(b.id, 2)] },
    });
    expect(refused.problem.code).toBe('SIN_STOCK');
    expect([await readStock(app, a.id), await readStock(app, b.id)]).toEqual([5, 1]);
    expect([await readOcupados(app, t.id), await countCobros()]).toEqual([0, before]);
    expect(await readEstado(app, clienteId)).toBe('LEAD');
  });

  it('moves nothing when the kit is there and the seat is not', async () => {
    const ventas = await app.as('VENTAS');
    const [t, k] = [await buildTaller(app, { cupos: 1 }), await buildProducto(app)];
    const refused = await ventas.call(createVenta, {
      body: { clienteId: await buildCliente(app), lineas: [kit(k.id), taller(t.id, 2)] },
    });
    expect(refused.problem.code).toBe('SIN_CUPOS');
    expect(await readStock(app, k.id)).toBe(10);
  });

  it('does not sell what is archived or not published', async () => {
    const ventas = await app.as('VENTAS');
    const admin = await app.as('ADMIN');
    const [c, k] = [await buildCurso(app), await buildProducto(app)];
    const clienteId = await buildCliente(app);
    await admin.ok(unpublishCurso, { params: { id: c.id }, body: { version: c.version } });
    await admin.ok(setEstadoProducto, {
      params: { id: k.id },
      body: { estado: 'ARCHIVADO', version: k.version },
    });
    for (const [one, code] of [
      [curso(c.id), 'CURSO_NO_DISPONIBLE'],
      [kit(k.id), 'PRODUCTO_NO_DISPONIBLE'],
    ] as const) {
      const reply = await ventas.call(createVenta, { body: { clienteId, lineas: [one] } });
      expect([reply.status, reply.problem.code]).toEqual([409, code]);
    }
  });
});

describe('holds of kits and courses', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

  it('expire by the job and give the kit back', async () => {
    const ventas = await app.as('VENTAS');
    const [t, k] = [await buildTaller(app), await buildProducto(app, { stock: 2 })];
    const sold = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [taller(t.id), kit(k.id, 2)],
        venceEn: inHours(2).toISOString(),
      },
    });
    app.setNow(inHours(3));
    await app.runCron('vencer-reservas');
    const after = await ventas.ok(getCobro, { params: { id: sold.id } });
    expect(after.lineas.map((l) => l.anuladaCausa)).toEqual(['VENCIDO', 'VENCIDO']);
    expect([await readStock(app, k.id), await readOcupados(app, t.id)]).toEqual([2, 0]);
  });

  it('never block a buyer, even before the job ran', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app, { stock: 1 });
    const c = await buildCurso(app);
    const held = await buildCliente(app);
    const venceEn = inHours(2).toISOString();
    await ventas.ok(createVenta, {
      body: { clienteId: held, lineas: [kit(k.id), curso(c.id)], venceEn },
    });
    app.setNow(inHours(3));
    await ventas.ok(createVenta, { body: { clienteId: held, lineas: [kit(k.id), curso(c.id)] } });
    expect(await readStock(app, k.id)).toBe(0);
  });

  it('paid late take all of it again, or nothing', async () => {
    const ventas = await app.as('VENTAS');
    const [t, k] = [await buildTaller(app), await buildProducto(app, { stock: 1 })];
    const venceEn = inHours(2).toISOString();
    const lineas = [taller(t.id), kit(k.id)];
    const sell = async () =>
      ventas.ok(createVenta, { body: { clienteId: await buildCliente(app), lineas, venceEn } });
    const first = await sell();
    app.setNow(inHours(3));
    await app.runCron('vencer-reservas');
    const pago = { monto: 55_000, medio: 'TRANSFERENCIA' } as const;
    const paid = await ventas.ok(createPago, { params: { id: first.id }, body: pago });
    expect(paid).toMatchObject({ estado: 'PAGADO', alerta: null });
    expect([await readStock(app, k.id), await readOcupados(app, t.id)]).toEqual([0, 1]);

    const other = await buildProducto(app, { stock: 1 });
    app.setNow(new Date());
    const second = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [taller(t.id), kit(other.id)],
        venceEn,
      },
    });
    app.setNow(inHours(3));
    await ventas.ok(createVenta, {
      body: { clienteId: await buildCliente(app), lineas: [kit(other.id)] },
    });
    const late = await ventas.ok(createPago, { params: { id: second.id }, body: pago });
    // The kit is gone: the seat is not taken either, and the money waits for a decision.
    expect(late).toMatchObject({
      estado: 'ANULADO',
      alerta: 'PAGO_SIN_CUPO',
      porReembolsar: 55_000,
    });
    expect([await readStock(app, other.id), await readOcupados(app, t.id)]).toEqual([0, 1]);
  });
});

describe('a course', () => {
  it('is sold once to a person while they have it, and again when it ended', async () => {
    const ventas = await app.as('VENTAS');
    const c = await buildCurso(app, { diasAcceso: 10 });
    const clienteId = await buildCliente(app);
    const body = {
      clienteId,
      lineas: [curso(c.id)],
      pago: { monto: 60_000, medio: 'EFECTIVO' as const },
    };
    await ventas.ok(createVenta, { body });
    const again = await ventas.call(createVenta, { body });
    expect([again.status, again.problem.code]).toEqual([409, 'YA_INSCRITO']);
    expect(again.problem.title).toContain(c.titulo);
    app.setNow(new Date(Date.now() + 11 * 86_400_000));
    await ventas.ok(createVenta, { body });
  });

  it('opens with part of the price only where the school says so', async () => {
    const ventas = await app.as('VENTAS');
    const { db } = app.services.deps;
    const c = await buildCurso(app);
    const sell = async () =>
      ventas.ok(createVenta, {
        body: {
          clienteId: await buildCliente(app),
          lineas: [curso(c.id)],
          pago: { monto: 10_000, medio: 'EFECTIVO' },
        },
      });
    expect(linea(await sell(), 'CURSO').accesoDesde).toBeNull();
    await db.updateTable('negocio').set({ accesoConAbono: true }).execute();
    expect(linea(await sell(), 'CURSO').accesoDesde).not.toBeNull();
    await db.updateTable('negocio').set({ accesoConAbono: false }).execute();
  });
});

describe('what is delivered', () => {
  it('says when and by whom, and a kit annulled afterwards is back in stock', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app, { stock: 3 });
    const sold = await ventas.ok(createVenta, {
      body: { clienteId: await buildCliente(app), lineas: [kit(k.id)] },
    });
    const params = { id: linea(sold, 'PRODUCTO').id };
    await ventas.ok(setEntrega, { params, body: { entrega: 'ENVIADO', nota: 'Starken 123' } });
    const sent = linea(await ventas.ok(getCobro, { params: { id: sold.id } }), 'PRODUCTO');
    expect(sent).toMatchObject({ entrega: 'ENVIADO', entregaNota: 'Starken 123' });
    expect(sent.entregaPor).toBe('Persona VENTAS');
    await ventas.ok(anularVentaProducto, { params, body: { motivo: 'Lo devolvió' } });
    expect(await readStock(app, k.id)).toBe(3);
  });
});

describe('bad input', () => {
  const cases: [string, (ids: { k: number; c: number }) => unknown, string][] = [
    ['no units', ({ k }) => [kit(k, 0)], 'lineas.0.cantidad'],
    ['a thousand million', ({ k }) => [kit(k, 1_000_000_000)], 'lineas.0.cantidad'],
    ['half a kit', ({ k }) => [kit(k, 0.5)], 'lineas.0.cantidad'],
    ['a kit that is not', () => [kit(999_999)], 'lineas.0.productoId'],
    ['a course that is not', () => [curso(999_999)], 'lineas.0.cursoId'],
    ['a course twice', ({ c }) => [curso(c), curso(c)], 'lineas.1.cursoId'],
    ['another kind', () => [{ tipo: 'REGALO', productoId: 1 }], 'lineas.0.tipo'],
    ['a course in units', ({ c }) => [{ ...curso(c), cantidad: 2 }], 'lineas.0.cantidad'],
    [
      'a discount above the price',
      ({ k }) => [{ ...kit(k), descuento: 15_001, descuentoMotivo: 'x' }],
      'lineas.0.descuento',
    ],
    [
      'a discount without reason',
      ({ k }) => [{ ...kit(k), descuento: 1 }],
      'lineas.0.descuentoMotivo',
    ],
  ];
  it.each(cases)('names %s', async (_, lineas, campo) => {
    const ventas = await app.as('VENTAS');
    const [k, c] = [await buildProducto(app), await buildCurso(app)];
    const before = await countCobros();
    const { status, problem } = await ventas.send('POST', '/api/ventas', {
      clienteId: await buildCliente(app),
      lineas: lineas({ k: k.id, c: c.id }),
    });
    expect(status, JSON.stringify(problem)).toBe(422);
    expect(problem.errores?.map((error) => error.campo)).toContain(campo);
    expect([await readStock(app, k.id), await countCobros()]).toEqual([10, before]);
  });

  it('has more lines than a sale may have', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app);
    const { problem } = await ventas.send('POST', '/api/ventas', {
      clienteId: await buildCliente(app),
      lineas: Array.from({ length: 21 }, () => kit(k.id)),
      venceEn: inDays(1),
    });
    expect(problem.errores?.[0]).toMatchObject({ campo: 'lineas' });
  });
});
