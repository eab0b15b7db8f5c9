import { describe, expect, it } from 'vitest';
import { anularCobro, type Cobro, createPago, getCobro } from '#contract/cobros.ts';
import { createCompraCurso, createInscripcionPublica } from '#contract/publico.ts';
import { anularVentaProducto, createVenta } from '#contract/ventas.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { type Reply, testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildCurso,
  buildPersona,
  buildProducto,
  buildTaller,
  readOcupados,
  readStock,
} from '#tests/support/builders.ts';

const app = testApp();

const kit = (productoId: number, cantidad = 1) =>
  ({ tipo: 'PRODUCTO', productoId, cantidad }) as const;
const many = <T>(count: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => work(i)));
const statuses = (replies: Reply<unknown>[]) =>
  replies.map((reply) => (reply.status < 300 ? reply.status : reply.problem.code)).toSorted();

async function sell(lineas: Parameters<typeof body>[0]): Promise<Cobro> {
  const ventas = await app.as('VENTAS');
  return ventas.ok(createVenta, { body: body(lineas, await buildCliente(app)) });
}
function body(lineas: ReturnType<typeof kit>[], clienteId: number) {
  return { clienteId, lineas };
}

describe('stock never oversells', () => {
  it('the last kit, two buyers: one', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app, { stock: 1 });
    const clientes = await many(2, () => buildCliente(app));
    const replies = await Promise.all(
      clientes.map((clienteId) => ventas.call(createVenta, { body: body([kit(k.id)], clienteId) })),
    );
    expect(statuses(replies)).toEqual([201, 'SIN_STOCK']);
    expect(await readStock(app, k.id)).toBe(0);
  });

  it('60 visitors for 40 seats and 25 kits: 25 get both, the others neither', async () => {
    const visitor = await app.as('VISITANTE');
    const t = await buildTaller(app, { cupos: 40 });
    const k = await buildProducto(app, { stock: 25, ventaWeb: true });
    const replies = await many(60, () =>
      visitor.call(createInscripcionPublica, {
        params: { slug: t.slug },
        body: { ...buildPersona(), productos: [{ slug: k.slug, cantidad: 1 }] },
      }),
    );
    const sold = replies.filter((reply) => reply.status === 201).length;
    expect(sold).toBe(25);
    expect(new Set(statuses(replies))).toEqual(new Set([201, 'SIN_STOCK']));
    expect([await readStock(app, k.id), await readOcupados(app, t.id)]).toEqual([0, 25]);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('sales of A,B and of B,A at once all end, each whole or not at all', async () => {
    const ventas = await app.as('VENTAS');
    const [a, b] = [
      await buildProducto(app, { stock: 15 }),
      await buildProducto(app, { stock: 20 }),
    ];
    const clientes = await many(30, () => buildCliente(app));
    const replies = await Promise.all(
      clientes.map((clienteId, i) => {
        const lineas = i % 2 === 0 ? [kit(a.id), kit(b.id)] : [kit(b.id), kit(a.id)];
        return ventas.call(createVenta, { body: body(lineas, clienteId) });
      }),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(15);
    expect(new Set(statuses(replies))).toEqual(new Set([201, 'SIN_STOCK']));
    expect([await readStock(app, a.id), await readStock(app, b.id)]).toEqual([0, 5]);
  });

  it('expired holds of both kits, cleared by buyers of A,B and B,A at once, are sold once', async () => {
    const ventas = await app.as('VENTAS');
    const [a, b] = [await buildProducto(app, { stock: 6 }), await buildProducto(app, { stock: 6 })];
    const venceEn = new Date(Date.now() + 3_600_000).toISOString();
    for (let i = 0; i < 6; i += 1) {
      const clienteId = await buildCliente(app);
      const lineas = i % 2 === 0 ? [kit(a.id), kit(b.id)] : [kit(b.id), kit(a.id)];
      await ventas.ok(createVenta, { body: { ...body(lineas, clienteId), venceEn } });
    }
    app.setNow(new Date(Date.now() + 2 * 3_600_000));
    const clientes = await many(12, () => buildCliente(app));
    const replies = await Promise.all(
      clientes.map((clienteId, i) => {
        const lineas = i % 2 === 0 ? [kit(a.id), kit(b.id)] : [kit(b.id), kit(a.id)];
        return ventas.call(createVenta, { body: body(lineas, clienteId) });
      }),
    );
    expect(new Set(statuses(replies))).toEqual(new Set([201, 'SIN_STOCK']));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(6);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });
});

describe('giving back', () => {
  it('20 annulments of one sale at once give its stock back once', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app, { stock: 5 });
    const sold = await sell([kit(k.id, 2), kit(k.id, 1)]);
    const motivo = { body: { motivo: 'Prueba' } };
    const line = { id: sold.lineas[0]?.id ?? 0 };
    const replies = await many(20, (i) =>
      i % 2 === 0
        ? ventas.call(anularCobro, { params: { id: sold.id }, ...motivo })
        : ventas.call(anularVentaProducto, { params: line, ...motivo }),
    );
    expect(new Set(statuses(replies))).toEqual(new Set([200]));
    expect(await readStock(app, k.id)).toBe(5);
    const moved = await app.services.deps.db
      .selectFrom('movimientoStock')
      .select('cantidad')
      .where('productoId', '=', k.id)
      .where('tipo', '=', 'ANULACION')
      .execute();
    expect(moved.map((m) => m.cantidad).toSorted()).toEqual([1, 2]);
  });

  it('annulments and sales of the same kit at once keep stock and movements equal', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app, { stock: 10, minimo: 5 });
    const sales = await many(10, () => sell([kit(k.id)]));
    const clientes = await many(10, () => buildCliente(app));
    await Promise.all([
      ...sales.map(({ id }) =>
        ventas.ok(anularCobro, { params: { id }, body: { motivo: 'Prueba' } }),
      ),
      ...clientes.map((clienteId) =>
        ventas.call(createVenta, { body: body([kit(k.id)], clienteId) }),
      ),
    ]);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });
});

describe('three settlements of one sale at once', () => {
  const pago = { monto: 15_000, medio: 'TRANSFERENCIA' } as const;
  const settle = async (args: (i: number) => { body: object; idempotencyKey?: string }) => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app);
    const sold = await sell([kit(k.id)]);
    const replies = await many(3, (i) => {
      const { body: rest, ...key } = args(i);
      return ventas.call(createPago, {
        params: { id: sold.id },
        body: { ...pago, ...rest },
        ...key,
      });
    });
    const after = await ventas.ok(getCobro, { params: { id: sold.id } });
    expect(after).toMatchObject({ pagado: 15_000, saldoAFavor: 0, estado: 'PAGADO' });
    expect(after.pagos).toHaveLength(1);
    return statuses(replies);
  };

  it('of a balance that each saw owed: one', async () => {
    const codes = await settle(() => ({ body: { saldoVisto: 15_000 } }));
    expect(codes).toEqual([201, 'CONFLICTO_VERSION', 'CONFLICTO_VERSION']);
  });

  it('with one bank reference: one', async () => {
    const codes = await settle(() => ({ body: { referencia: 'BCI 9001' } }));
    expect(codes).toEqual([201, 'REFERENCIA_DUPLICADA', 'REFERENCIA_DUPLICADA']);
  });

  it('of one click repeated: one', async () => {
    const codes = await settle(() => ({ body: {}, idempotencyKey: 'un-solo-clic-repetido' }));
    for (const code of codes) expect([201, 'SOLICITUD_EN_CURSO']).toContain(code);
    expect(codes).toContain(201);
  });
});

describe('a course bought many times at once by one person', () => {
  it('is sold once', async () => {
    const visitor = await app.as('VISITANTE');
    const c = await buildCurso(app);
    const { cantidad: _, ...persona } = buildPersona();
    const replies = await many(12, () =>
      visitor.call(createCompraCurso, { params: { slug: c.slug }, body: persona }),
    );
    expect(statuses(replies)).toEqual([201, ...Array.from({ length: 11 }, () => 'YA_INSCRITO')]);
  });
});

describe('receipts', () => {
  it('are numbered without gaps while many sales are paid and others fail', async () => {
    const ventas = await app.as('VENTAS');
    const k = await buildProducto(app, { stock: 12 });
    const clientes = await many(24, () => buildCliente(app));
    const replies = await Promise.all(
      clientes.map((clienteId) =>
        ventas.call(createVenta, {
          body: { ...body([kit(k.id)], clienteId), pago: { monto: 15_000, medio: 'EFECTIVO' } },
        }),
      ),
    );
    const numbers = replies.flatMap((reply) =>
      reply.status === 201 ? (reply.body.comprobante ?? 0) : [],
    );
    expect(numbers).toHaveLength(12);
    expect(new Set(numbers).size).toBe(12);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });
});
