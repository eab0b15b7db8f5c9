import { beforeAll, describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { anularCobro, createPago, createReverso, getCobro } from '#contract/cobros.ts';
import { grantAcceso } from '#contract/cursos.ts';
import { createInscripcionPublica } from '#contract/publico.ts';
import { createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { armarCorreo, leerCorreo, readClaves, readCorreos } from '#tests/support/automaticos.ts';
import {
  buildCliente,
  buildCurso,
  buildPersona,
  buildProducto,
  buildTaller,
  buildVenta,
  inDays,
} from '#tests/support/builders.ts';

const app = testApp();

async function setTransferencia(): Promise<void> {
  const admin = await app.as('ADMIN');
  const { version } = await admin.ok(getAjustes, {});
  await admin.ok(updateAjustes, {
    body: {
      version,
      nombre: 'Taller Ñandú',
      whatsapp: '9 8765 4321',
      banco: 'Banco Estado',
      tipoCuenta: 'Cuenta corriente',
      numeroCuenta: '123456789',
      titularCuenta: 'Taller Ñandú SpA',
      rutCuenta: '76.192.083-9',
      emailTransferencias: 'pagos@nandu.cl',
    },
  });
}
beforeAll(setTransferencia);

async function pay(cobroId: number, monto: number, key?: string) {
  const ventas = await app.as('VENTAS');
  return ventas.ok(createPago, {
    params: { id: cobroId },
    body: { monto, medio: 'TRANSFERENCIA' },
    ...(key ? { idempotencyKey: key } : {}),
  });
}

async function clienteDe(email: string): Promise<number> {
  const { id } = await app.services.deps.db
    .selectFrom('cliente')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}

describe('an enrolment', () => {
  it('on the web is told once, though it is asked for again, with how to pay by when', async () => {
    const taller = await buildTaller(app, { titulo: 'Gres «a mano»', precio: 35_000 });
    const visitor = await app.as('VISITANTE');
    const persona = { ...buildPersona(), cantidad: 2 };
    const enrol = () =>
      visitor.fetch(`/api/publico/talleres/${taller.slug}/inscripciones`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'una-vez-0001' },
        body: JSON.stringify(persona),
      });
    const replies = await Promise.all([enrol(), enrol(), enrol()]);
    await enrol();
    expect(replies.some((reply) => reply.status === 201)).toBe(true);
    const clienteId = await clienteDe(persona.email);
    expect(await readClaves(app, clienteId)).toEqual(['INSCRIPCION_RECIBIDA']);

    const { asunto, texto, html } = await leerCorreo(app, clienteId, 'INSCRIPCION_RECIBIDA');
    expect(asunto).toBe('Recibimos tu inscripción: así la pagas');
    expect(texto).toContain('Hola, María José:');
    expect(texto).toContain('Te guardamos lo que pediste hasta el');
    expect(texto).toContain('Gres «a mano» × 2: $70.000');
    expect(texto).toContain('Taller Ñuñoa');
    expect(texto).toContain('Por pagar: $70.000');
    expect(texto).toContain('RUT 76.192.083-9');
    expect(texto).toContain('N.º 123456789');
    expect(texto).toMatch(/\/reservas\/[\w-]+/);
    expect(texto).toContain('WhatsApp al +56 9 8765 4321');
    expect(html).toContain('Taller Ñandú');
    expect(html).not.toMatch(/\{[{%]|undefined|null/);
    expect(texto).not.toMatch(/\{[{%]|undefined|null/);
  });

  it('of something free says that it is confirmed, and asks for no money', async () => {
    const taller = await buildTaller(app, { precio: 0 });
    const persona = buildPersona();
    const visitor = await app.as('VISITANTE');
    await visitor.ok(createInscripcionPublica, { params: { slug: taller.slug }, body: persona });
    const clienteId = await clienteDe(persona.email);
    const { asunto, texto } = await leerCorreo(app, clienteId, 'INSCRIPCION_RECIBIDA');
    expect(asunto).toBe('Tu inscripción está confirmada');
    expect(texto).toContain(`${taller.titulo}: gratis`);
    expect(texto).not.toMatch(/Por pagar|Transfiere/);
  });

  it('that finds no seat tells nothing', async () => {
    const taller = await buildTaller(app, { cupos: 1 });
    await buildVenta(app, taller.id);
    const persona = buildPersona();
    const visitor = await app.as('VISITANTE');
    const full = await visitor.call(createInscripcionPublica, {
      params: { slug: taller.slug },
      body: persona,
    });
    expect(full.problem.code).toBe('SIN_CUPOS');
    const rows = await app.services.deps.db
      .selectFrom('emailLog')
      .select('id')
      .where('email', '=', persona.email)
      .execute();
    expect(rows).toEqual([]);
  });

  it('sold by staff with a first payment is one mail, with what is left', async () => {
    const taller = await buildTaller(app, { precio: 40_000 });
    const clienteId = await buildCliente(app);
    await buildVenta(app, taller.id, { clienteId, pago: 10_000 });
    expect(await readClaves(app, clienteId)).toEqual(['INSCRIPCION_RECIBIDA']);
    const { asunto, texto } = await leerCorreo(app, clienteId, 'INSCRIPCION_RECIBIDA');
    expect(asunto).toBe('Recibimos tu inscripción: así la pagas');
    expect(texto).toContain('tu pago de $10.000');
    expect(texto).toContain('Por pagar: $30.000');
  });

  it('of kits alone is a purchase; a paid course opens the portal', async () => {
    const ventas = await app.as('VENTAS');
    const [producto, curso] = [await buildProducto(app), await buildCurso(app)];
    const clienteId = await buildCliente(app);
    await ventas.ok(createVenta, {
      body: { clienteId, lineas: [{ tipo: 'PRODUCTO', productoId: producto.id, cantidad: 1 }] },
    });
    const kit = await leerCorreo(app, clienteId, 'INSCRIPCION_RECIBIDA');
    expect(kit.asunto).toBe('Recibimos tu compra: así la pagas');
    expect(kit.texto).not.toContain('tu portal');
    await ventas.ok(grantAcceso, {
      params: { id: curso.id },
      body: { clienteId, motivo: 'Ganó el sorteo' },
    });
    const { asunto, texto } = await leerCorreo(app, clienteId, 'INSCRIPCION_RECIBIDA');
    expect(asunto).toBe('Tu compra está confirmada');
    expect(texto).toMatch(/tu portal.*\/mi>/s);
  });

  it('annulled before it is sent is not told', async () => {
    const taller = await buildTaller(app);
    const clienteId = await buildCliente(app);
    const { id } = await buildVenta(app, taller.id, { clienteId });
    const ventas = await app.as('VENTAS');
    await ventas.ok(anularCobro, { params: { id }, body: { motivo: 'Se arrepintió' } });
    const [fila] = await readCorreos(app, clienteId);
    expect(fila && (await armarCorreo(app, fila))).toEqual({ cancelar: 'La venta se anuló.' });
  });

  it('of who has no address, or had their data blocked, queues nothing', async () => {
    const taller = await buildTaller(app);
    const { db } = app.services.deps;
    const [bare, blocked] = [await buildCliente(app), await buildCliente(app)];
    const values = { email: null, telefono: '+56987654321' };
    await db.updateTable('cliente').set(values).where('id', '=', bare).execute();
    const bloqueadoEn = new Date().toISOString();
    await db.updateTable('cliente').set({ bloqueadoEn }).where('id', '=', blocked).execute();
    for (const clienteId of [bare, blocked]) {
      await buildVenta(app, taller.id, { clienteId });
      expect(await readClaves(app, clienteId)).toEqual([]);
    }
  });

  it('is not told to an address that is no longer theirs', async () => {
    const taller = await buildTaller(app);
    const clienteId = await buildCliente(app);
    await buildVenta(app, taller.id, { clienteId });
    const email = buildPersona().email;
    await app.services.deps.db
      .updateTable('cliente')
      .set({ email })
      .where('id', '=', clienteId)
      .execute();
    const [fila] = await readCorreos(app, clienteId);
    expect(fila && (await armarCorreo(app, fila))).toEqual({
      cancelar: 'El correo de la persona cambió.',
    });
  });
});

describe('a payment', () => {
  it('is confirmed once, also when the request is repeated, with what is left', async () => {
    const taller = await buildTaller(app, { precio: 50_000 });
    const clienteId = await buildCliente(app);
    const { id } = await buildVenta(app, taller.id, { clienteId });
    await pay(id, 20_000, 'pago-de-prueba-1');
    await pay(id, 20_000, 'pago-de-prueba-1');
    expect(await readClaves(app, clienteId)).toEqual(['INSCRIPCION_RECIBIDA', 'PAGO_RECIBIDO']);
    const { asunto, texto } = await leerCorreo(app, clienteId, 'PAGO_RECIBIDO');
    expect(asunto).toBe('Recibimos tu pago de $20.000');
    expect(texto).toContain('$20.000 (transferencia, ');
    expect(texto).toContain('Te quedan por pagar $30.000 de un total de $50.000.');
    await pay(id, 35_000);
    const last = await leerCorreo(app, clienteId, 'PAGO_RECIBIDO');
    expect(last.texto).toContain('pagada por completo');
    expect(last.texto).toContain('$5.000 a tu favor');
  });

  it('that is reversed before it was told is not told', async () => {
    const taller = await buildTaller(app, { precio: 50_000 });
    const clienteId = await buildCliente(app);
    const { id } = await buildVenta(app, taller.id, { clienteId });
    const { pagos } = await pay(id, 20_000);
    const ventas = await app.as('VENTAS');
    await ventas.ok(createReverso, {
      params: { id, pagoId: pagos[0]?.id ?? 0 },
      body: { nota: 'Era de otra persona' },
    });
    const fila = (await readCorreos(app, clienteId)).at(-1);
    expect(fila && (await armarCorreo(app, fila))).toEqual({ cancelar: 'El pago se reversó.' });
  });

  it('that came too late for its seat says so, and that the money is safe', async () => {
    const taller = await buildTaller(app, { cupos: 1, precio: 30_000 });
    const clienteId = await buildCliente(app);
    const { id } = await buildVenta(app, taller.id, { clienteId, venceEn: inDays(1) });
    app.setNow(new Date(inDays(2)));
    await app.runCron('vencer-reservas');
    await buildVenta(app, taller.id);
    await pay(id, 30_000);
    const cobro = await (await app.as('VENTAS')).ok(getCobro, { params: { id } });
    expect(cobro.alerta).toBe('PAGO_SIN_CUPO');
    const { texto } = await leerCorreo(app, clienteId, 'PAGO_RECIBIDO');
    expect(texto).toContain('Tu dinero está a salvo');
    expect(texto).not.toContain('confirmada');
  });
});

describe('a hold about to run out', () => {
  const warn = () => app.runCron('avisar-vencimientos');

  it('is warned of once, twelve hours before, and not when it was short', async () => {
    const taller = await buildTaller(app, { precio: 30_000 });
    const [long, short] = [await buildCliente(app), await buildCliente(app)];
    await buildVenta(app, taller.id, { clienteId: long, venceEn: inDays(2) });
    await buildVenta(app, taller.id, { clienteId: short, venceEn: inDays(0.4) });
    await warn();
    expect(await readClaves(app, long)).toEqual(['INSCRIPCION_RECIBIDA']);
    app.setNow(new Date(inDays(1.6)));
    await Promise.all([warn(), warn(), warn()]);
    await warn();
    expect(await readClaves(app, long)).toEqual(['INSCRIPCION_RECIBIDA', 'RESERVA_POR_VENCER']);
    expect(await readClaves(app, short)).toEqual(['INSCRIPCION_RECIBIDA']);
    const { asunto, texto } = await leerCorreo(app, long, 'RESERVA_POR_VENCER');
    expect(asunto).toMatch(/^Tu reserva vence el \w+ \d+ de \w+, \d\d:\d\d$/);
    expect(texto).toContain('Por pagar: $30.000');
    expect(texto).toContain('Banco Estado, Cuenta corriente');
  });

  it('is not told to who paid meanwhile', async () => {
    const taller = await buildTaller(app, { precio: 30_000 });
    const clienteId = await buildCliente(app);
    const { id } = await buildVenta(app, taller.id, { clienteId, venceEn: inDays(2) });
    app.setNow(new Date(inDays(1.7)));
    await warn();
    await pay(id, 1_000);
    const fila = (await readCorreos(app, clienteId)).find(
      ({ automatico }) => automatico === 'RESERVA_POR_VENCER',
    );
    expect(fila && (await armarCorreo(app, fila))).toEqual({ cancelar: 'Ya pagó.' });
    const paid = await buildCliente(app);
    await buildVenta(app, taller.id, { clienteId: paid, venceEn: inDays(3), pago: 5_000 });
    app.setNow(new Date(inDays(2.8)));
    await warn();
    expect(await readClaves(app, paid)).toEqual(['INSCRIPCION_RECIBIDA']);
  });
});
