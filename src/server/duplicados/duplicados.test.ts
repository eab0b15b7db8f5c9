import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createCliente, getCliente, updateCliente } from '#contract/clientes.ts';
import { createPago } from '#contract/cobros.ts';
import {
  compararClientes,
  createFusion,
  dismissDuplicado,
  findParecidos,
  listDuplicados,
  listFusiones,
  searchDuplicados,
  undoFusion,
} from '#contract/duplicados.ts';
import { createInscripcionPublica } from '#contract/publico.ts';
import { captureCliente } from '#server/clientes/captura.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { quiereNovedades } from '#server/supresiones/consentimiento.queries.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller, buildVenta, readEstado } from '#tests/support/builders.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';
import { bodyUnion, fichaDe } from '#tests/support/fusiones.ts';

const app = testApp();
let n = 0;
const unique = () => {
  n += 1;
  return `duo${n}@correo.cl`;
};

const bodyOf = (principalId: number, absorbidoId: number, campos = {}) =>
  bodyUnion(app, principalId, absorbidoId, campos);

async function merge(principalId: number, absorbidoId: number, campos = {}) {
  const admin = await app.as('ADMIN');
  return admin.ok(createFusion, { body: await bodyOf(principalId, absorbidoId, campos) });
}

const pair = async () => {
  const one = await buildFicha(app, { email: unique() });
  const two = await buildFicha(app, { email: unique() });
  return { one, two, lost: two.email ?? '' };
};

const capture = (email: string) =>
  transaction(app.services.deps.db, (trx) =>
    captureCliente(trx, jobCtx(new Date(), 'test'), { email, origen: 'WEB', origenDetalle: {} }),
  );

describe('merge', () => {
  it('brings sales, money and estado to the one that stays, and tells of it', async () => {
    const { one, two } = await pair();
    const taller = await buildTaller(app);
    await buildVenta(app, taller.id, { clienteId: two.id, pago: 40_000 });
    const fusion = await merge(one.id, two.id);
    expect(fusion).toMatchObject({
      principal: { id: one.id },
      absorbidoId: two.id,
      nombre: 'Ana Rojas',
      creadoPor: 'Persona ADMIN',
      puede: { deshacer: true },
    });
    const ventas = await app.as('VENTAS');
    const cliente = await ventas.ok(getCliente, { params: { id: one.id } });
    expect(cliente).toMatchObject({ estado: 'CLIENTE', cuenta: { pagado: 40_000 } });
    expect(cliente.historial[0]).toMatchObject({ de: 'LEAD', a: 'CLIENTE', causa: 'FUSION' });
    expect((await ventas.call(getCliente, { params: { id: two.id } })).status).toBe(404);
    const soporte = await app.as('SOPORTE');
    for (const cliente of [one.id, two.id]) {
      const { items } = await soporte.ok(listFusiones, { query: { cliente } });
      expect(items.map((item) => item.id)).toEqual([fusion.id]);
      expect(items[0]?.puede.deshacer).toBe(false);
    }
  });

  it('keeps the values that were chosen, and refuses one that neither has', async () => {
    const { one, two } = await pair();
    const admin = await app.as('ADMIN');
    const other = { email: 'ajeno@correo.cl' };
    const refused = await admin.call(createFusion, { body: await bodyOf(one.id, two.id, other) });
    expectRefusal(refused, 'VALIDACION', ['email']);
    await merge(one.id, two.id, { email: two.email, nombres: two.nombres, notas: 'De las dos' });
    expect(await admin.ok(getCliente, { params: { id: one.id } })).toMatchObject({
      email: two.email,
      notas: 'De las dos',
    });
    expect(await capture(one.email ?? '')).toEqual({ id: one.id, nuevo: false });
  });

  it('tells what stands in the way: two seats in one taller, and nothing changes', async () => {
    const { one, two } = await pair();
    const taller = await buildTaller(app, { titulo: 'Gres esmaltado' });
    const a = await buildVenta(app, taller.id, { clienteId: one.id });
    const b = await buildVenta(app, taller.id, { clienteId: two.id });
    const admin = await app.as('ADMIN');
    const query = { a: one.id, b: two.id };
    const comparacion = await admin.ok(compararClientes, { query });
    expect(comparacion.diferencias).toEqual(['email']);
    expect(comparacion.impedimentos).toEqual([
      {
        mensaje: expect.stringContaining('Los dos están inscritos en «Gres esmaltado»'),
        cobros: [a, b].map(({ id, codigo }) => ({ id, codigo })),
      },
    ]);
    const reply = await admin.call(createFusion, { body: await bodyOf(one.id, two.id) });
    expect(reply.problem).toMatchObject({ status: 409, code: 'IMPEDIDO' });
    expect((await fichaDe(app, two.id)).ventas).toBe(1);
  });

  it('refuses what was changed meanwhile', async () => {
    const { one, two } = await pair();
    const admin = await app.as('ADMIN');
    const body = await bodyOf(one.id, two.id);
    await admin.ok(updateCliente, {
      params: { id: two.id },
      body: { version: two.version, apellidos: 'Otra' },
    });
    expect((await admin.call(createFusion, { body })).problem.code).toBe('CONFLICTO_VERSION');
  });

  it('is done once when two ask for it at the same time, either way round', async () => {
    const { one, two } = await pair();
    const admin = await app.as('ADMIN');
    const bodies = [await bodyOf(one.id, two.id), await bodyOf(two.id, one.id)];
    const replies = await Promise.all(
      [...bodies, ...bodies].map((body) => admin.call(createFusion, { body })),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status } of replies) expect([201, 404, 409]).toContain(status);
    const { rows } = await sql`select id from cliente where id in (${one.id}, ${two.id})`.execute(
      app.services.deps.db,
    );
    expect(rows).toHaveLength(1);
  });

  it('loses no payment that arrives meanwhile', async () => {
    const admin = await app.as('ADMIN');
    for (let round = 0; round < 5; round += 1) {
      const { one, two } = await pair();
      const taller = await buildTaller(app);
      const cobro = await buildVenta(app, taller.id, { clienteId: two.id });
      const body = await bodyOf(one.id, two.id);
      const pago = { monto: 40_000, medio: 'EFECTIVO' as const };
      const [fusion, paid] = await Promise.all([
        admin.call(createFusion, { body }),
        admin.call(createPago, { params: { id: cobro.id }, body: pago }),
      ]);
      expect(paid.status, JSON.stringify(paid.problem)).toBe(201);
      // The payment makes a CLIENTE of the absorbed, and so another version of it.
      expect([201, 409]).toContain(fusion.status);
      const owner = fusion.status === 201 ? one.id : two.id;
      expect(await fichaDe(app, owner)).toMatchObject({ pagado: 40_000, ventas: 1 });
      expect(await readEstado(app, owner)).toBe('CLIENTE');
    }
  });
});

describe('an address that was merged away', () => {
  it('is its principal’s: for a form, for enrolment, for staff', async () => {
    const { one, two, lost } = await pair();
    await merge(one.id, two.id);
    expect(await capture(lost)).toEqual({ id: one.id, nuevo: false });

    const taller = await buildTaller(app);
    await (await app.as('VISITANTE')).ok(createInscripcionPublica, {
      params: { slug: taller.slug },
      body: { nombres: 'Ana', apellidos: 'Rojas', email: lost, telefono: '912345678', cantidad: 1 },
    });
    expect((await fichaDe(app, one.id)).ventas).toBe(1);

    const ventas = await app.as('VENTAS');
    const ficha = { tipo: 'B2C', nombres: 'Ana', origen: 'WEB', email: lost } as const;
    const refused = await ventas.call(createCliente, { body: ficha });
    expectRefusal(refused, 'EMAIL_DUPLICADO', ['email']);
    expect(refused.problem.title).toBe(
      'Ese correo es de Ana Rojas: su otra ficha se unió con la suya.',
    );
    const { items } = await ventas.ok(findParecidos, { body: { email: lost } });
    expect(items[0]).toMatchObject({ id: one.id, motivos: ['EMAIL'], confianza: 100 });
  });

  it('may be taken up again by its principal, and is then free', async () => {
    const { one, two, lost } = await pair();
    const { id } = await merge(one.id, two.id);
    const admin = await app.as('ADMIN');
    const { version } = await fichaDe(app, one.id);
    await admin.ok(updateCliente, { params: { id: one.id }, body: { version, email: lost } });
    expect((await admin.call(undoFusion, { params: { id } })).problem.title).toContain(
      'mientras la ficha que quedó tenga el correo de la otra',
    );
    expect((await capture(one.email ?? '')).nuevo).toBe(true);
  });

  it('makes no second person when it is captured while the merge goes on', async () => {
    const admin = await app.as('ADMIN');
    for (let round = 0; round < 5; round += 1) {
      const { one, two, lost } = await pair();
      const body = await bodyOf(one.id, two.id);
      const [fusion, ...captured] = await Promise.all([
        admin.call(createFusion, { body }),
        capture(lost),
        capture(lost),
      ]);
      expect(fusion.status).toBe(201);
      for (const { nuevo } of captured) expect(nuevo).toBe(false);
      expect(await capture(lost)).toEqual({ id: one.id, nuevo: false });
    }
  });

  it('speaks for itself alone in what it agreed to', async () => {
    const { one, two, lost } = await pair();
    const { db } = app.services.deps;
    const agree = (email: string, clienteId: number, accion: string) =>
      sql`insert into consentimiento (cliente_id, email, finalidad, accion, texto, texto_version, canal)
        values (${clienteId}, ${email}, 'NEWSLETTER', ${accion}, 'Acepto', 1, 'WEB')`.execute(db);
    await agree(one.email ?? '', one.id, 'RETIRADO');
    await agree(lost, two.id, 'OTORGADO');
    const { id } = await merge(one.id, two.id);
    expect((await fichaDe(app, one.id)).suscrito).toBe(false);
    expect(await quiereNovedades(db, { clienteId: one.id, email: lost })).toBe(true);
    const admin = await app.as('ADMIN');
    await admin.ok(undoFusion, { params: { id } });
    expect((await fichaDe(app, two.id)).suscrito).toBe(true);
  });
});

describe('undo', () => {
  it('leaves what came later with the one that stayed, and gives back what moved', async () => {
    const { one, two } = await pair();
    const admin = await app.as('ADMIN');
    const first = await buildVenta(app, (await buildTaller(app)).id, { clienteId: two.id });
    const { id } = await merge(one.id, two.id);
    await buildVenta(app, (await buildTaller(app)).id, { clienteId: one.id, pago: 40_000 });
    await admin.ok(createPago, {
      params: { id: first.id },
      body: { monto: 10_000, medio: 'EFECTIVO' },
    });
    const { version } = await fichaDe(app, one.id);
    await admin.ok(updateCliente, {
      params: { id: one.id },
      body: { version, nombres: 'Anita' },
    });
    const fusion = await admin.ok(undoFusion, { params: { id } });
    expect(fusion).toMatchObject({ deshechaPor: 'Persona ADMIN', puede: { deshacer: false } });
    expect(await fichaDe(app, one.id)).toMatchObject({
      nombres: 'Anita',
      email: one.email,
      ventas: 1,
      pagado: 40_000,
      estado: 'CLIENTE',
    });
    expect(await fichaDe(app, two.id)).toMatchObject({
      email: two.email,
      ventas: 1,
      pagado: 10_000,
      estado: 'CLIENTE',
    });
    expect((await capture(two.email ?? '')).id).toBe(two.id);
  });

  it('is refused after thirty days, and nobody keeps the data for it', async () => {
    const { one, two } = await pair();
    const { id } = await merge(one.id, two.id);
    await sql`update fusion set creado_en = now() - interval '31 days' where id = ${id}`.execute(
      app.services.deps.db,
    );
    const admin = await app.as('ADMIN');
    const reply = await admin.call(undoFusion, { params: { id } });
    expect(reply.problem).toMatchObject({ code: 'IMPEDIDO' });
    expect(reply.problem.title).toContain('pasaron más de 30 días');
    await app.runCron('fusiones-olvidar');
    const row = await app.services.deps.db
      .selectFrom('fusion')
      .select(['datos', 'nombre'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ datos: {}, nombre: 'Ana Rojas' });
  });
});

describe('finding', () => {
  const list = async (cliente: number) => {
    const admin = await app.as('ADMIN');
    const { items } = await admin.ok(listDuplicados, { query: { cliente } });
    return items.map(({ a, b, motivos, confianza }) => ({ ids: [a.id, b.id], motivos, confianza }));
  };

  const people = async (one: object, two: object) => {
    const a = await buildFicha(app, { ...one });
    const b = await buildFicha(app, { ...two });
    await app.runJobs();
    return { a, b, found: await list(a.id) };
  };

  it('finds the same phone, surer with alike names', async () => {
    const family = await people(
      { nombres: 'Jorge', apellidos: 'Pinto', telefono: '+56911110001' },
      { nombres: 'Camila', apellidos: 'Araya', telefono: '+56911110001' },
    );
    expect(family.found).toMatchObject([{ motivos: ['TELEFONO'], confianza: 35 }]);
    const same = await people(
      { nombres: 'Jorge', apellidos: 'Farías Soto', telefono: '+56911110002' },
      { nombres: 'JORGE', apellidos: 'Farias', telefono: '+56911110002' },
    );
    expect(same.found).toMatchObject([{ motivos: ['TELEFONO', 'NOMBRE_PARECIDO'] }]);
    expect(same.found[0]?.confianza).toBeGreaterThan(75);
  });

  it.each([
    ['ana.perez@gmail.com', 'anaperez+talleres@gmail.com', true],
    ['bea@gmail.com', 'bea@gmial.com', true],
    ['caro+a@empresa.cl', 'caro@empresa.cl', true],
    ['dani@hotmail.com', 'dani@hotmial.com', true],
    ['eva@gmail.com', 'eva@hotmail.com', false],
    ['f.lores@hotmail.com', 'flores@hotmail.com', false],
    ['contacto@ceramica.cl', 'contacto@maderas.cl', false],
  ])('takes %s and %s for one: %s', async (one, two, expected) => {
    const { found } = await people(
      { nombres: 'Uno', apellidos: 'Distinto', email: one },
      { nombres: 'Zoe', apellidos: 'Otra', email: two },
    );
    expect(found.map(({ motivos }) => motivos)).toEqual(expected ? [['EMAIL_PARECIDO']] : []);
  });

  it('finds the same and similar names of one comuna, and forgets a pair that no longer holds', async () => {
    const { a, b, found } = await people(
      { nombres: 'María José', apellidos: 'Muñoz González', comuna: '13101' },
      { nombres: 'maria jose', apellidos: 'MUÑOZ GONZALES', comuna: '13101' },
    );
    expect(found).toMatchObject([{ ids: [a.id, b.id], motivos: ['NOMBRE_PARECIDO'] }]);
    const exact = await people(
      { nombres: 'Pedro', apellidos: 'de la Cruz', comuna: '13114' },
      { nombres: 'PEDRO DE LA', apellidos: 'Cruz', comuna: '13114' },
    );
    expect(exact.found).toMatchObject([{ motivos: ['NOMBRE_Y_COMUNA'], confianza: 70 }]);
    const admin = await app.as('ADMIN');
    await admin.ok(updateCliente, {
      params: { id: b.id },
      body: { version: b.version, nombres: 'Ignacia', apellidos: 'Vera' },
    });
    await app.runJobs();
    expect(await list(a.id)).toEqual([]);
  });

  it('takes two with different RUTs for two', async () => {
    const { found } = await people(
      { nombres: 'Luz', apellidos: 'Vega Ríos', comuna: '13101', rut: '12.345.678-5' },
      { nombres: 'Luz', apellidos: 'Vega Ríos', comuna: '13101', rut: '11.111.111-1' },
    );
    expect(found).toEqual([]);
  });

  it('says no more of a pair that was dismissed, also when all are looked through again', async () => {
    const { a, b, found } = await people(
      { nombres: 'Iris', apellidos: 'Soto Paz', comuna: '13101', telefono: '+56911110003' },
      { nombres: 'Iris', apellidos: 'Soto Paz', comuna: '13101', telefono: '+56911110003' },
    );
    expect(found).toHaveLength(1);
    const admin = await app.as('ADMIN');
    await admin.ok(dismissDuplicado, { body: { a: b.id, b: a.id } });
    await admin.ok(searchDuplicados, {});
    await app.runJobs();
    expect(await list(a.id)).toEqual([]);
  });

  it('lists the surest first, page by page', async () => {
    const admin = await app.as('ADMIN');
    await app.runCron('duplicados-buscar');
    const all = await admin.ok(listDuplicados, { query: {} });
    expect(all.items.length).toBe(all.total);
    const order = all.items.map((item) => item.confianza);
    expect(order).toEqual(order.toSorted((x, y) => y - x));
    const seen: number[][] = [];
    let cursor: string | null | undefined;
    do {
      const query = { limite: 2, ...(cursor ? { cursor } : {}) };
      const page = await admin.ok(listDuplicados, { query });
      seen.push(...page.items.map(({ a, b }) => [a.id, b.id]));
      cursor = page.siguiente;
    } while (cursor);
    expect(seen).toEqual(all.items.map(({ a, b }) => [a.id, b.id]));
    const phones = await admin.ok(listDuplicados, { query: { motivo: ['TELEFONO'] } });
    expect(phones.total).toBeGreaterThan(0);
    expect(phones.items.every(({ motivos }) => motivos.includes('TELEFONO'))).toBe(true);
  });

  it('warns while a person is typed, and not of the one being edited', async () => {
    const ana = await buildFicha(app, {
      nombres: 'Antonia',
      apellidos: 'Sepúlveda Mora',
      email: 'antonia@gmail.com',
      telefono: '+56911110009',
    });
    const ventas = await app.as('VENTAS');
    const ask = async (body: object) =>
      (await ventas.ok(findParecidos, { body })).items.map(({ id, motivos }) => ({ id, motivos }));
    const { id } = ana;
    expect(await ask({ nombres: 'Ant' })).toEqual([]);
    expect(await ask({ nombres: 'antonia', apellidos: 'sepulveda mora' })).toEqual([
      { id, motivos: ['NOMBRE_PARECIDO'] },
    ]);
    expect(await ask({ telefono: '9 1111 0009' })).toEqual([{ id, motivos: ['TELEFONO'] }]);
    expect(await ask({ email: 'Antonia@gmail.com' })).toEqual([{ id, motivos: ['EMAIL'] }]);
    expect(await ask({ email: 'antonia@gmial.com' })).toEqual([
      { id, motivos: ['EMAIL_PARECIDO'] },
    ]);
    expect(await ask({ email: 'antonia@gmail.com', excepto: id })).toEqual([]);
  });
});
