import { describe, expect, it } from 'vitest';
import { getCobro } from '#contract/cobros.ts';
import * as contract from '#contract/talleres.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller, buildVenta, inDays } from '#tests/support/builders.ts';

const app = testApp();

const base = () => ({
  titulo: 'Encuadernación japonesa',
  modalidad: 'PRESENCIAL' as const,
  lugar: 'Taller Yungay',
  iniciaEn: inDays(20),
  terminaEn: inDays(20.1),
  zona: 'America/Santiago',
  precio: 35_000,
  cupos: 8,
});

describe('a taller', () => {
  it('has an address of its own, also when several of one name are made at once', async () => {
    const admin = await app.as('ADMIN');
    const body = { ...base(), titulo: 'El mismo nombre' };
    const made = await Promise.all(
      Array.from({ length: 6 }, () => admin.ok(contract.createTaller, { body })),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(6);
  });

  it('is made as a draft, published, and not taken back while someone holds a seat', async () => {
    const admin = await app.as('ADMIN');
    const draft = await admin.ok(contract.createTaller, { body: base() });
    expect(draft).toMatchObject({ estado: 'BORRADOR', cuposOcupados: 0, version: 1 });
    expect(draft.slug).toMatch(/^encuadernacion-japonesa-\d{4}-\d\d-\d\d$/);
    const params = { id: draft.id };
    const published = await admin.ok(contract.publishTaller, { params, body: { version: 1 } });
    expect(published).toMatchObject({ estado: 'PUBLICADO', version: 2 });
    expect(published.puede).toMatchObject({ publicar: false, despublicar: true, inscribir: true });

    await buildVenta(app, draft.id, { cantidad: 2, pago: 10_000 });
    const sold = await admin.ok(contract.getTaller, { params });
    expect(sold.asientos).toEqual({ pagados: 0, abonados: 2, pendientes: 0, libres: 6 });
    expect(sold.ingresos).toEqual({ vendido: 70_000, pagado: 10_000, porCobrar: 60_000 });
    expect(sold.puede.despublicar).toBe(false);
    const refused = await admin.call(contract.unpublishTaller, { params, body: { version: 2 } });
    expect(refused.problem).toMatchObject({ status: 409, code: 'ESTADO_NO_PERMITE' });
  });

  it('gives two of the same name and day different addresses', async () => {
    const admin = await app.as('ADMIN');
    const [a, b] = [
      await admin.ok(contract.createTaller, { body: base() }),
      await admin.ok(contract.createTaller, { body: base() }),
    ];
    expect(a.slug).not.toBe(b.slug);
  });

  it('keeps cupos at or above those taken, and sold lines at their price', async () => {
    const admin = await app.as('ADMIN');
    const { id } = await buildTaller(app, { cupos: 5, precio: 40_000 });
    const cobro = await buildVenta(app, id, { cantidad: 3 });
    const { version } = await admin.ok(contract.getTaller, { params: { id } });
    const less = await admin.call(contract.updateTaller, {
      params: { id },
      body: { version, cupos: 2 },
    });
    expect(less.problem).toMatchObject({
      code: 'VALIDACION',
      errores: [{ campo: 'cupos', mensaje: 'Ya hay 3 cupos tomados; no puede ser menos.' }],
    });
    const changed = await admin.ok(contract.updateTaller, {
      params: { id },
      body: { version, cupos: 3, precio: 99_000 },
    });
    expect(changed).toMatchObject({ cupos: 3, precio: 99_000, version: version + 1 });
    expect((await admin.ok(getCobro, { params: { id: cobro.id } })).total).toBe(120_000);
  });

  it('refuses a stale version and keeps what is there', async () => {
    const admin = await app.as('ADMIN');
    const { id, version } = await buildTaller(app);
    const body = { version, titulo: 'Uno' };
    await admin.ok(contract.updateTaller, { params: { id }, body });
    const stale = await admin.call(contract.updateTaller, {
      params: { id },
      body: { ...body, titulo: 'Otro' },
    });
    expect(stale.problem).toMatchObject({ status: 409, code: 'CONFLICTO_VERSION' });
    expect((await admin.ok(contract.getTaller, { params: { id } })).titulo).toBe('Uno');
  });

  it('is copied to another date as a draft that lasts as long', async () => {
    const admin = await app.as('ADMIN');
    const source = await buildTaller(app, { titulo: 'Acuarela botánica', cupos: 7 });
    await buildVenta(app, source.id);
    const copy = await admin.ok(contract.duplicateTaller, {
      params: { id: source.id },
      body: { iniciaEn: inDays(40) },
    });
    expect(copy).toMatchObject({
      titulo: 'Acuarela botánica',
      cupos: 7,
      cuposOcupados: 0,
      estado: 'BORRADOR',
    });
    const length = (t: { iniciaEn: string; terminaEn: string }) =>
      Date.parse(t.terminaEn) - Date.parse(t.iniciaEn);
    expect(length(copy)).toBe(length(source));
  });

  it('is deleted only as a draft that never sold', async () => {
    const admin = await app.as('ADMIN');
    const draft = await buildTaller(app, { publicar: false });
    await admin.ok(contract.deleteTaller, { params: { id: draft.id } });
    expect((await admin.call(contract.getTaller, { params: { id: draft.id } })).status).toBe(404);
    const published = await buildTaller(app);
    const refused = await admin.call(contract.deleteTaller, { params: { id: published.id } });
    expect(refused.problem.code).toBe('ESTADO_NO_PERMITE');
  });

  it('is not published without a place or in the past', async () => {
    const admin = await app.as('ADMIN');
    const nowhere = await admin.ok(contract.createTaller, { body: { ...base(), lugar: null } });
    const past = await buildTaller(app, { dias: -3, publicar: false });
    const publish = (id: number) =>
      admin.call(contract.publishTaller, { params: { id }, body: { version: 1 } });
    expect((await publish(nowhere.id)).problem.errores?.[0]?.campo).toBe('lugar');
    expect((await publish(past.id)).problem.errores?.[0]?.campo).toBe('iniciaEn');
  });
});

describe('the list', () => {
  it('finds by words without accents, splits coming and past, and pages once over each', async () => {
    const admin = await app.as('ADMIN');
    for (let i = 0; i < 5; i += 1)
      await buildTaller(app, { titulo: `Panadería nº ${i}`, dias: 30 + i });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.ok(contract.listTalleres, {
        query: { q: 'panaderia', cuando: 'PROXIMOS', limite: 2, cursor },
      });
      expect(page.total).toBe(5);
      seen.push(...page.items.map((t) => t.id));
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    const past = await admin.ok(contract.listTalleres, {
      query: { q: 'panaderia', cuando: 'PASADOS' },
    });
    expect(past.items).toHaveLength(0);
  });

  it.each(['no-es-cursor', Buffer.from('["titulo",1,2]').toString('base64url'), 'e30'])(
    'refuses the cursor %s',
    async (cursor) => {
      const admin = await app.as('ADMIN');
      const reply = await admin.call(contract.listTalleres, { query: { cursor } });
      expect(reply.problem).toMatchObject({ status: 400, code: 'CURSOR_INVALIDO' });
    },
  );
});

describe('bad input', () => {
  it.each([
    ['no title', { titulo: '' }, 'titulo'],
    ['a title of 10,000', { titulo: 'x'.repeat(10_000) }, 'titulo'],
    ['an end before the start', { terminaEn: inDays(19) }, 'terminaEn'],
    ['no seats', { cupos: 0 }, 'cupos'],
    ['half a seat', { cupos: 1.5 }, 'cupos'],
    ['negative money', { precio: -1 }, 'precio'],
    ['cents', { precio: 0.5 }, 'precio'],
    ['another zone', { zona: 'America/Ningunlado' }, 'zona'],
    ['an unknown comuna', { comuna: '99999' }, 'comuna'],
    ['an unknown interest', { interesId: 999_999 }, 'interesId'],
    ['an unknown image', { imagenId: '00000000-0000-4000-8000-000000000000' }, 'imagenId'],
    ['a link that is none', { enlace: 'javascript:alert(1)' }, 'enlace'],
    ['its own state', { estado: 'PUBLICADO' }, 'estado'],
  ])('refuses %s', async (_name, extra, campo) => {
    const admin = await app.as('ADMIN');
    const { problem } = await admin.send('POST', '/api/talleres', { ...base(), ...extra });
    expect([problem.status, problem.code, problem.errores?.[0]?.campo]).toEqual([
      422,
      'VALIDACION',
      campo,
    ]);
  });

  it('names every missing field at once', async () => {
    const admin = await app.as('ADMIN');
    const { problem } = await admin.send('POST', '/api/talleres');
    expect(problem.errores?.map((e) => e.campo).toSorted()).toEqual(
      ['cupos', 'iniciaEn', 'modalidad', 'precio', 'terminaEn', 'titulo', 'zona'].toSorted(),
    );
  });
});
