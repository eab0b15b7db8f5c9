import { beforeAll, describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { anularCobro, createPago, createReembolso } from '#contract/cobros.ts';
import { emitComprobante } from '#contract/comprobantes.ts';
import * as contract from '#contract/portal.ts';
import { createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildCurso,
  buildProducto,
  buildTaller,
  buildVenta,
} from '#tests/support/builders.ts';

const app = testApp();

beforeAll(async () => {
  const admin = await app.as('ADMIN');
  const { version } = await admin.ok(getAjustes, {});
  await admin.ok(updateAjustes, {
    body: {
      version,
      banco: 'Banco Estado',
      tipoCuenta: 'Cuenta corriente',
      numeroCuenta: '123456789',
      titularCuenta: 'Escuela Ltda.',
      rutCuenta: '12.345.678-5',
      instruccionesPago: 'Escribe tu referencia en el comentario.',
    },
  });
});

describe('my payments', () => {
  it('show what was bought, paid and is owed, and how to pay it', async () => {
    const clienteId = await buildCliente(app);
    const [taller, curso, kit] = [
      await buildTaller(app, { precio: 40_000 }),
      await buildCurso(app, { precio: 60_000 }),
      await buildProducto(app, { precio: 15_000 }),
    ];
    const ventas = await app.as('VENTAS');
    const cobro = await ventas.ok(createVenta, {
      body: {
        clienteId,
        lineas: [
          { tipo: 'PRODUCTO', productoId: kit.id, cantidad: 2 },
          { tipo: 'CURSO', cursoId: curso.id },
          { tipo: 'TALLER', tallerId: taller.id, cantidad: 1 },
        ],
        pago: { monto: 100_000, medio: 'EFECTIVO' },
      },
    });
    const params = { id: cobro.id };
    await ventas.ok(createReembolso, { params, body: { monto: 10_000, medio: 'EFECTIVO' } });
    const alumna = await app.asAlumno(clienteId);
    const { items, ...howToPay } = await alumna.ok(contract.listMisPagos, {});
    expect(howToPay).toEqual({
      saldo: 40_000,
      transferencia: {
        banco: 'Banco Estado',
        tipoCuenta: 'Cuenta corriente',
        numeroCuenta: '123456789',
        titular: 'Escuela Ltda.',
        rut: '12345678-5',
        email: null,
      },
      instruccionesPago: 'Escribe tu referencia en el comentario.',
      whatsapp: null,
    });
    const [item, ...others] = items;
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      id: cobro.id,
      codigo: cobro.codigo,
      estado: 'ABONADO',
      total: 130_000,
      pagado: 90_000,
      saldo: 40_000,
      vencida: false,
    });
    expect(item?.lineas).toEqual([
      { ...linea('TALLER', taller.titulo, 40_000), cantidad: 1 },
      { ...linea('CURSO', curso.titulo, 60_000), cantidad: 1 },
      { ...linea('PRODUCTO', kit.nombre, 30_000), cantidad: 2, entrega: 'POR_ENTREGAR' },
    ]);
    expect(item?.pagos.map(({ tipo, monto }) => [tipo, monto])).toEqual([
      ['PAGO', 100_000],
      ['REEMBOLSO', 10_000],
    ]);
    for (const { fecha } of item?.pagos ?? []) expect(new Date(fecha).toISOString()).toBe(fecha);
  });

  it('owe nothing for a hold that ran out, nor for what was annulled', async () => {
    const clienteId = await buildCliente(app);
    const [one, two] = [await buildTaller(app), await buildTaller(app)];
    const venceEn = new Date(Date.now() + 3_600_000).toISOString();
    await buildVenta(app, one.id, { clienteId, venceEn });
    const paid = await buildVenta(app, two.id, { clienteId, pago: 40_000 });
    const ventas = await app.as('VENTAS');
    await ventas.ok(anularCobro, { params: { id: paid.id }, body: { motivo: 'No puede' } });
    const alumna = await app.asAlumno(clienteId);
    const before = await alumna.ok(contract.listMisPagos, {});
    expect(before.saldo).toBe(40_000);
    expect(before.items[0]).toMatchObject({ estado: 'ANULADO', saldo: 0, porReembolsar: 40_000 });
    expect(before.items[0]?.lineas[0]?.anulada).toBe(true);
    app.setNow(new Date(Date.now() + 2 * 3_600_000));
    const after = await alumna.ok(contract.listMisPagos, {});
    expect(after.saldo).toBe(0);
    expect(after.items[1]).toMatchObject({ estado: 'PENDIENTE', vencida: true });
  });

  it('have their receipt once it is issued, on screen and as a PDF', async () => {
    const clienteId = await buildCliente(app);
    const cobro = await buildVenta(app, (await buildTaller(app)).id, { clienteId });
    const params = { id: cobro.id };
    const alumna = await app.asAlumno(clienteId);
    expect((await alumna.call(contract.getMiComprobante, { params })).status).toBe(404);
    const ventas = await app.as('VENTAS');
    await ventas.ok(createPago, { params, body: { monto: 40_000, medio: 'EFECTIVO' } });
    const { numero } = await ventas.ok(emitComprobante, { params });
    const { items } = await alumna.ok(contract.listMisPagos, {});
    expect(items[0]?.comprobante).toBe(numero);
    const receipt = await alumna.ok(contract.getMiComprobante, { params });
    expect(receipt).toMatchObject({ numero, codigo: cobro.codigo, total: 40_000 });
    const pdf = await alumna.fetch(`/api/portal/pagos/${cobro.id}/comprobante/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true);
  });
});

const linea = (tipo: string, titulo: string, total: number) => ({
  tipo,
  titulo,
  total,
  anulada: false,
  entrega: null,
  entregaNota: null,
});
