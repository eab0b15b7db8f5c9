import { describe, expect, it } from 'vitest';
import { updateAjustes } from '#contract/ajustes.ts';
import { uploadImagen } from '#contract/archivos.ts';
import { anularCobro, createPago, createReverso, getCobro } from '#contract/cobros.ts';
import * as contract from '#contract/comprobantes.ts';
import { anularInscripcion, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildProducto, buildTaller, buildVenta } from '#tests/support/builders.ts';
import { pixelPng } from '#tests/support/images.ts';
import { pdfText } from '#tests/support/pdf.ts';
import { emitComprobante } from '../cobros/emitComprobante.ts';
import { jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';

const app = testApp();
const db = () => app.services.deps.db;
const params = (id: number) => ({ params: { id } });

async function numbers(): Promise<number[]> {
  const rows = await db()
    .selectFrom('cobro')
    .select('comprobante')
    .where('comprobante', 'is not', null)
    .orderBy('comprobante')
    .execute();
  return rows.map(({ comprobante }) => comprobante ?? 0);
}

/** A kit with stock and a published course. */
async function buildCatalogo() {
  const kit = await db()
    .insertInto('producto')
    .values({
      nombre: 'Kit de esmaltes',
      sku: 'ESM-01',
      slug: 'kit-de-esmaltes',
      precio: 11_900,
      stockActual: 10,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db()
    .insertInto('movimientoStock')
    .values({ productoId: kit.id, tipo: 'INGRESO', cantidad: 10, stock: 10 })
    .execute();
  const curso = await db()
    .insertInto('curso')
    .values({
      titulo: 'Torno desde cero',
      slug: 'torno-desde-cero',
      precio: 30_000,
      estado: 'PUBLICADO',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { productoId: kit.id, cursoId: curso.id };
}

describe('the number of a receipt', () => {
  it('has no gaps when many are issued at once and some are undone', async () => {
    const taller = await buildTaller(app, { cupos: 100 });
    const ventas = await app.as('VENTAS');
    const cobros = await Promise.all(
      Array.from({ length: 30 }, () => buildVenta(app, taller.id, { cantidad: 1 })),
    );
    const before = await numbers();
    const ctx = jobCtx(new Date(), 'test');
    const undone = cobros.slice(0, 10).map(({ id }) =>
      transaction(db(), async (trx) => {
        await emitComprobante(trx, ctx, id);
        throw new Error('undone on purpose');
      }),
    );
    const issued = cobros.map(({ id }) => ventas.ok(contract.emitComprobante, params(id)));
    const failed = await Promise.allSettled(undone);
    expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
    const docs = await Promise.all(issued);
    expect(new Set(docs.map(({ numero }) => numero)).size).toBe(30);
    const all = await numbers();
    expect(all).toEqual(Array.from({ length: before.length + 30 }, (_, index) => index + 1));
  });

  it('is given once, however often and at once it is asked for', async () => {
    const taller = await buildTaller(app);
    const { id } = await buildVenta(app, taller.id);
    const ventas = await app.as('VENTAS');
    const before = (await numbers()).length;
    const docs = await Promise.all(
      Array.from({ length: 20 }, () => ventas.ok(contract.emitComprobante, params(id))),
    );
    expect(new Set(docs.map(({ numero }) => numero))).toEqual(new Set([before + 1]));
    expect(await numbers()).toHaveLength(before + 1);
  });

  it('comes with the first payment and stays through what follows', async () => {
    const taller = await buildTaller(app, { precio: 40_000 });
    const { id } = await buildVenta(app, taller.id, { pago: 10_000 });
    const ventas = await app.as('VENTAS');
    const { comprobante, pagos } = await ventas.ok(getCobro, params(id));
    expect(comprobante).toBe((await numbers()).length);
    await ventas.ok(createPago, { ...params(id), body: { monto: 30_000, medio: 'EFECTIVO' } });
    const reverso = { id, pagoId: pagos[0]?.id ?? 0 };
    await ventas.ok(createReverso, { params: reverso, body: { nota: 'Era de otra venta' } });
    await ventas.ok(anularCobro, { ...params(id), body: { motivo: 'Se arrepintió' } });
    const doc = await ventas.ok(contract.emitComprobante, params(id));
    expect(doc).toMatchObject({
      numero: comprobante,
      estado: 'ANULADO',
      total: 0,
      pagado: 30_000,
      porReembolsar: 30_000,
    });
    expect(doc.pagos.map(({ tipo, monto }) => [tipo, monto])).toEqual([
      ['PAGO', 10_000],
      ['PAGO', 30_000],
      ['REVERSO', 10_000],
    ]);
  });

  it('is refused to a sale annulled before any payment', async () => {
    const taller = await buildTaller(app);
    const { id } = await buildVenta(app, taller.id);
    const ventas = await app.as('VENTAS');
    await ventas.ok(anularCobro, { ...params(id), body: { motivo: 'No viene' } });
    const reply = await ventas.call(contract.emitComprobante, params(id));
    expect([reply.status, reply.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
  });
});

describe('a receipt', () => {
  it('splits each line and adds up, with an annulled line marked and not counted', async () => {
    const { productoId, cursoId } = await buildCatalogo();
    const taller = await buildTaller(app, { titulo: 'Raku en Ñuñoa', precio: 40_000 });
    const ventas = await app.as('VENTAS');
    const cobro = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [
          { tipo: 'PRODUCTO', productoId, cantidad: 3 },
          {
            tipo: 'TALLER',
            tallerId: taller.id,
            cantidad: 2,
            descuento: 5_000,
            descuentoMotivo: 'Pareja',
          },
          { tipo: 'CURSO', cursoId },
        ],
        pago: { monto: 50_000, medio: 'TRANSFERENCIA', referencia: 'TR-881' },
      },
    });
    const inscripcion = cobro.lineas.find(({ tipo }) => tipo === 'TALLER');
    const whole = await ventas.ok(contract.emitComprobante, params(cobro.id));
    expect(whole).toMatchObject({ neto: 30_000, iva: 5_700, exento: 105_000, total: 140_700 });
    expect(whole).toMatchObject({ pagado: 50_000, saldo: 90_700, codigo: cobro.codigo });
    const lineas = whole.lineas.map((l) => [l.tipo, l.detalle, l.neto, l.iva, l.exento]);
    expect(lineas).toEqual([
      ['TALLER', expect.stringMatching(/ de 20\d\d, \d\d:\d\d$/), 0, 0, 75_000],
      ['CURSO', null, 0, 0, 30_000],
      ['PRODUCTO', 'SKU ESM-01', 30_000, 5_700, 0],
    ]);
    expect(whole.comprador).toMatchObject({ nombre: expect.stringMatching(/^María José Muñoz/) });

    await ventas.ok(anularInscripcion, { ...params(inscripcion?.id ?? 0), body: { motivo: 'No' } });
    const less = await ventas.ok(contract.getComprobante, params(cobro.id));
    expect(less).toMatchObject({ numero: whole.numero, exento: 30_000, total: 65_700 });
    expect(less.lineas.map(({ anulada }) => anulada)).toEqual([true, false, false]);
    for (const doc of [whole, less]) {
      expect(doc.neto + doc.iva + doc.exento).toBe(doc.total);
      expect(doc.pagado + doc.saldo).toBe(doc.total + doc.saldoAFavor);
    }
  });

  it('names the company that bought, and its contact', async () => {
    const empresa = await db()
      .insertInto('empresa')
      .values({ razonSocial: 'Constructora Andes Ltda.', rut: '76086428-5', giro: 'Construcción' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const clienteId = await buildCliente(app);
    await db()
      .updateTable('cliente')
      .set({ tipo: 'B2B', empresaId: empresa.id })
      .where('id', '=', clienteId)
      .execute();
    const taller = await buildTaller(app);
    const ventas = await app.as('VENTAS');
    const { id } = await ventas.ok(createVenta, {
      body: {
        clienteId,
        empresaId: empresa.id,
        lineas: [{ tipo: 'TALLER', tallerId: taller.id, cantidad: 4 }],
      },
    });
    const { comprador } = await ventas.ok(contract.emitComprobante, params(id));
    expect(comprador).toMatchObject({
      nombre: 'Constructora Andes Ltda.',
      rut: '76086428-5',
      giro: 'Construcción',
      contacto: expect.stringContaining('María José'),
    });
  });

  it('does not exist until it is issued, for staff nor for whoever holds the reference', async () => {
    const taller = await buildTaller(app);
    const { id, codigo } = await buildVenta(app, taller.id);
    const [ventas, anyone] = await Promise.all([app.as('VENTAS'), app.as('VISITANTE')]);
    const before = [
      await ventas.fetch(`/api/cobros/${id}/comprobante`),
      await ventas.fetch(`/api/cobros/${id}/comprobante/pdf`),
      await anyone.fetch(`/api/publico/reservas/${codigo}/comprobante`),
      await anyone.fetch(`/api/publico/reservas/${codigo}/comprobante/pdf`),
      await anyone.fetch('/api/publico/reservas/ZZZZ-9999/comprobante/pdf'),
      await ventas.fetch('/api/cobros/999999999/comprobante'),
    ];
    expect(before.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    await ventas.ok(contract.emitComprobante, params(id));
    const doc = await anyone.ok(contract.getComprobantePublico, {
      params: { codigo: codigo.toLowerCase() },
    });
    expect(doc).toMatchObject({ codigo, comprador: { email: null, telefono: null } });
    const staffs = await ventas.ok(contract.getComprobante, params(id));
    expect(staffs.comprador.email).toContain('@correo.cl');
  });
});

describe('the PDF', () => {
  it('calls a kit that is given away neither taxed nor exempt', async () => {
    const ventas = await app.as('VENTAS');
    const kit = await buildProducto(app, { precio: 11_900, stock: 1, afectoIva: true });
    const cobro = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [
          {
            tipo: 'PRODUCTO',
            productoId: kit.id,
            cantidad: 1,
            descuento: 11_900,
            descuentoMotivo: 'Regalo',
          },
        ],
      },
    });
    await ventas.ok(contract.emitComprobante, params(cobro.id));
    const response = await ventas.fetch(`/api/cobros/${cobro.id}/comprobante/pdf`);
    const text = pdfText(new Uint8Array(await response.arrayBuffer()));
    expect(text).toContain('Descuento: Regalo');
    expect(text).not.toMatch(/Exento|Afecto/);
  });

  it('carries the number, the lines, the split and the money, in Spanish', async () => {
    const admin = await app.as('ADMIN');
    const ventas = await app.as('VENTAS');
    const taller = await buildTaller(app, {
      titulo: 'Cerámica «raku» 🌸',
      precio: 11_900,
      afectoIva: true,
    });
    const { id, codigo } = await buildVenta(app, taller.id, { cantidad: 2, pago: 10_000 });
    const doc = await ventas.ok(contract.emitComprobante, params(id));
    const numero = String(doc.numero).padStart(6, '0');
    const response = await ventas.fetch(`/api/cobros/${id}/comprobante/pdf`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="comprobante-${numero}.pdf"`,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const text = pdfText(bytes);
    for (const words of [
      `N° ${numero}`,
      codigo,
      'Cerámica «raku» ?',
      '$23.800',
      '$20.000',
      '$3.800',
      'Transferencia',
      '$13.800',
      'No es un documento tributario',
    ]) {
      expect(text).toContain(words);
    }

    const { id: logoId } = await admin.ok(uploadImagen, { archivo: await pixelPng(300, 90) });
    await admin.ok(updateAjustes, { body: { logoId, version: 1 } });
    const anyone = await app.as('VISITANTE');
    const own = await anyone.fetch(`/api/publico/reservas/${codigo}/comprobante/pdf`);
    const withLogo = Buffer.from(await own.arrayBuffer()).toString('latin1');
    expect(withLogo).toContain('/Subtype /Image');
  });

  it('goes on over as many pages as the lines need, with their head on each', async () => {
    const ventas = await app.as('VENTAS');
    const talleres = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        buildTaller(app, { titulo: `Taller ${index} de nombre más largo que su línea del papel` }),
      ),
    );
    const { id } = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: talleres.map(({ id: tallerId }) => ({
          tipo: 'TALLER' as const,
          tallerId,
          cantidad: 1,
        })),
      },
    });
    await ventas.ok(contract.emitComprobante, params(id));
    const response = await ventas.fetch(`/api/cobros/${id}/comprobante/pdf`);
    const text = pdfText(new Uint8Array(await response.arrayBuffer()));
    expect(text).toContain('Página 2 de 2');
    expect(text.match(/^Detalle$/gm)).toHaveLength(2);
  });
});
