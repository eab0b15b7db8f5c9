import { describe, expect, it } from 'vitest';
import { createPago } from '#contract/cobros.ts';
import * as contract from '#contract/publico.ts';
import { anularTaller } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildPersona,
  buildTaller,
  buildVenta,
  inDays,
  readEstado,
  readOcupados,
} from '#tests/support/builders.ts';

const app = testApp();

async function findCliente(email: string) {
  return app.services.deps.db
    .selectFrom('cliente')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
}

describe('the catalogue', () => {
  it('shows published workshops that have not begun, with their free seats and nothing private', async () => {
    const visitor = await app.as('VISITANTE');
    const open = await buildTaller(app, { titulo: 'Telar mapuche', cupos: 5 });
    await buildVenta(app, open.id, { cantidad: 2 });
    await buildTaller(app, { titulo: 'Telar en borrador', publicar: false });
    const { items } = await visitor.ok(contract.listTalleresPublicos, { query: { q: 'telar' } });
    expect(items.map((t) => [t.titulo, t.cuposLibres, t.disponibilidad])).toEqual([
      ['Telar mapuche', 3, 'ABIERTO'],
    ]);
    expect(Object.keys(items[0] ?? {})).not.toContain('id');
    expect(Object.keys(items[0] ?? {})).not.toContain('cuposOcupados');
  });

  it('refuses a cursor that was tampered with', async () => {
    const cursor = Buffer.from('["catalogo",null,null]').toString('base64url');
    const visitor = await app.as('VISITANTE');
    const { problem } = await visitor.call(contract.listTalleresPublicos, { query: { cursor } });
    expect(problem).toMatchObject({ status: 400, code: 'CURSOR_INVALIDO' });
  });

  it('tells full, begun and annulled apart, and knows no draft', async () => {
    const visitor = await app.as('VISITANTE');
    const ventas = await app.as('VENTAS');
    const full = await buildTaller(app, { cupos: 1 });
    await buildVenta(app, full.id);
    const begun = await buildTaller(app);
    const annulled = await buildTaller(app);
    await ventas.ok(anularTaller, {
      params: { id: annulled.id },
      body: { motivo: 'x', version: annulled.version },
    });
    const draft = await buildTaller(app, { publicar: false });
    const state = async (slug: string) =>
      (await visitor.call(contract.getTallerPublico, { params: { slug } })).body.disponibilidad;
    expect(await state(full.slug)).toBe('COMPLETO');
    expect(await state(annulled.slug)).toBe('ANULADO');
    app.setNow(new Date(Date.parse(begun.iniciaEn) + 60_000));
    const late = await visitor.call(contract.createInscripcionPublica, {
      params: { slug: begun.slug },
      body: buildPersona(),
    });
    expect(await state(begun.slug)).toBe('TERMINADO');
    expect(late.problem).toMatchObject({ status: 409, code: 'TALLER_NO_DISPONIBLE' });
    const hidden = await visitor.call(contract.getTallerPublico, { params: { slug: draft.slug } });
    expect(hidden.status).toBe(404);
  });
});

describe('enrolment by a visitor', () => {
  it('captures a PROSPECTO with origen and utm, holds the seat, and answers how to pay', async () => {
    const visitor = await app.as('VISITANTE');
    await app.services.deps.db
      .updateTable('negocio')
      .set({
        banco: 'BancoEstado',
        tipoCuenta: 'Cuenta corriente',
        numeroCuenta: '123',
        rutCuenta: '11111111-1',
      })
      .set({ titularCuenta: 'Taller Ltda.', whatsapp: '+56987654321' })
      .execute();
    const taller = await buildTaller(app, { precio: 40_000 });
    const body = {
      ...buildPersona(),
      email: ' Rosa.Diaz@Correo.CL ',
      telefono: '9 8765 4321',
      cantidad: 2,
      aceptaNovedades: true,
      utmSource: 'instagram',
      utmCampaign: 'verano',
    };
    const reserva = await visitor.ok(contract.createInscripcionPublica, {
      params: { slug: taller.slug },
      body,
    });
    expect(reserva).toMatchObject({
      estado: 'PENDIENTE',
      total: 80_000,
      saldo: 80_000,
      vencida: false,
      lineas: [{ tipo: 'TALLER', cantidad: 2, anulada: false }],
    });
    expect(reserva.transferencia).toMatchObject({ banco: 'BancoEstado', rut: '11111111-1' });
    const hours = (Date.parse(reserva.venceEn ?? '') - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(48);

    const cliente = await findCliente('rosa.diaz@correo.cl');
    expect(cliente).toMatchObject({
      estado: 'PROSPECTO',
      origen: 'INSTAGRAM',
      telefono: '+56987654321',
    });
    expect(cliente.origenDetalle).toEqual({ utmSource: 'instagram', utmCampaign: 'verano' });
    const consent = await app.services.deps.db
      .selectFrom('consentimiento')
      .selectAll()
      .where('clienteId', '=', cliente.id)
      .execute();
    expect(consent.map((c) => [c.accion, c.canal, c.textoVersion])).toEqual([
      ['OTORGADO', 'WEB', 1],
    ]);
    expect(await readOcupados(app, taller.id)).toBe(2);
    const seen = await visitor.ok(contract.getReserva, { params: { codigo: reserva.codigo } });
    expect(seen).toEqual(reserva);
  });

  it('ends the hold when the workshop begins, if that is sooner', async () => {
    const visitor = await app.as('VISITANTE');
    const taller = await buildTaller(app, { dias: 1 });
    const reserva = await visitor.ok(contract.createInscripcionPublica, {
      params: { slug: taller.slug },
      body: buildPersona(),
    });
    expect(reserva.venceEn).toBe(taller.iniciaEn);
  });

  it('never changes what is known of a person, nor downgrades', async () => {
    const visitor = await app.as('VISITANTE');
    const ventas = await app.as('VENTAS');
    const [a, b] = [await buildTaller(app), await buildTaller(app)];
    const body = buildPersona();
    const first = await visitor.ok(contract.createInscripcionPublica, {
      params: { slug: a.slug },
      body,
    });
    const { db } = app.services.deps;
    const { id } = await db
      .selectFrom('cobro')
      .select('id')
      .where('codigo', '=', first.codigo)
      .executeTakeFirstOrThrow();
    await ventas.ok(createPago, { params: { id }, body: { monto: 1_000, medio: 'EFECTIVO' } });
    await visitor.ok(contract.createInscripcionPublica, {
      params: { slug: b.slug },
      body: { ...body, nombres: 'Otra', telefono: '911111111', utmSource: 'google' },
    });
    const cliente = await findCliente(body.email);
    expect(cliente).toMatchObject({ estado: 'CLIENTE', nombres: 'María José', origen: 'WEB' });
    expect(cliente.telefono).not.toBe('+56911111111');
    expect(await readEstado(app, cliente.id)).toBe('CLIENTE');
  });

  it('gives no phone to who bought before and has none: their link to the portal would go to it', async () => {
    const visitor = await app.as('VISITANTE');
    const ventas = await app.as('VENTAS');
    const { email, nombres, apellidos } = buildPersona();
    const enrol = async (telefono: string) => {
      const { slug } = await buildTaller(app);
      const body = { ...buildPersona(), email, nombres, apellidos, telefono };
      return visitor.ok(contract.createInscripcionPublica, { params: { slug }, body });
    };
    const { codigo } = await enrol('911111111');
    const { db } = app.services.deps;
    await db.updateTable('cliente').set({ telefono: null }).where('email', '=', email).execute();
    await enrol('922222222');
    expect((await findCliente(email)).telefono).toBe('+56922222222');
    await db.updateTable('cliente').set({ telefono: null }).where('email', '=', email).execute();
    const cobro = db.selectFrom('cobro').select('id').where('codigo', '=', codigo);
    const { id } = await cobro.executeTakeFirstOrThrow();
    await ventas.ok(createPago, { params: { id }, body: { monto: 1_000, medio: 'EFECTIVO' } });
    await enrol('933333333');
    expect((await findCliente(email)).telefono).toBeNull();
  });

  it('a hold of the same person that ran out does not stand in the way', async () => {
    const visitor = await app.as('VISITANTE');
    const taller = await buildTaller(app, { cupos: 1 });
    const body = buildPersona();
    const enrol = () =>
      visitor.call(contract.createInscripcionPublica, { params: { slug: taller.slug }, body });
    const first = await enrol();
    expect((await enrol()).problem.code).toBe('YA_INSCRITO');
    app.setNow(new Date(inDays(3)));
    const expired = await visitor.ok(contract.getReserva, {
      params: { codigo: first.body.codigo },
    });
    const again = await enrol();
    expect(expired.vencida).toBe(true);
    expect(again.status).toBe(201);
    expect(await readOcupados(app, taller.id)).toBe(1);
  });

  it('finds the own expired hold behind many of other workshops', async () => {
    const visitor = await app.as('VISITANTE');
    const [other, wanted] = [await buildTaller(app, { cupos: 250 }), await buildTaller(app)];
    const enrol = (slug: string, body: ReturnType<typeof buildPersona>) =>
      visitor.call(contract.createInscripcionPublica, { params: { slug }, body });
    for (let i = 0; i < 210; i += 1) await enrol(other.slug, buildPersona());
    const body = buildPersona();
    await enrol(wanted.slug, body);
    app.setNow(new Date(inDays(3)));
    expect((await enrol(wanted.slug, body)).status).toBe(201);
    expect(await readOcupados(app, other.id), 'holds of others are left to the job').toBe(210);
  });

  it.each([
    ['no name', { nombres: '' }, 'nombres'],
    ['a name of 10,000', { nombres: 'a'.repeat(10_000) }, 'nombres'],
    ['a control character', { apellidos: 'Pérez\u0007' }, 'apellidos'],
    ['a name turned around', { apellidos: 'Pérez\u202Etxt' }, 'apellidos'],
    ['half a surrogate', { apellidos: 'Pérez\uD800' }, 'apellidos'],
    ['an email that is none', { email: 'rosa@' }, 'email'],
    ['a short phone', { telefono: '1234' }, 'telefono'],
    ['no seats', { cantidad: 0 }, 'cantidad'],
    ['too many seats', { cantidad: 11 }, 'cantidad'],
    ['seats as text', { cantidad: '2' }, 'cantidad'],
    ['a filled trap', { sitioWeb: 'http://spam' }, 'sitioWeb'],
    ['a price', { precio: 1 }, 'precio'],
  ])('refuses %s and writes nothing', async (_name, wrong, campo) => {
    const visitor = await app.as('VISITANTE');
    const { id, slug } = await buildTaller(app);
    const body = { ...buildPersona(), ...wrong };
    const { problem } = await visitor.send(
      'POST',
      `/api/publico/talleres/${slug}/inscripciones`,
      body,
    );
    expect([problem.status, problem.errores?.[0]?.campo]).toEqual([422, campo]);
    expect(await readOcupados(app, id)).toBe(0);
  });

  it('offers the phone that was meant, and knows no workshop of another address', async () => {
    const visitor = await app.as('VISITANTE');
    const { slug } = await buildTaller(app);
    const path = `/api/publico/talleres/${slug}/inscripciones`;
    const old = await visitor.send('POST', path, { ...buildPersona(), telefono: '87654321' });
    expect(old.problem.errores?.[0]?.mensaje).toContain('+56 9 8765 4321');
    const reply = await visitor.call(contract.getTallerPublico, { params: { slug: 'no-hay' } });
    expect(reply.status).toBe(404);
    const reserva = await visitor.call(contract.getReserva, { params: { codigo: 'AAAA-AAAA' } });
    expect(reserva.status).toBe(404);
  });
});
