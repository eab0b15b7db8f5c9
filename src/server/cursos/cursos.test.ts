import { describe, expect, it } from 'vitest';
import { uploadImagen } from '#contract/archivos.ts';
import * as contract from '#contract/cursos.ts';
import { createInteres } from '#contract/intereses.ts';
import { anularInscripcionCurso, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildCurso } from '#tests/support/builders.ts';
import { expectRefusal } from '#tests/support/clientes.ts';
import { pixelPng } from '#tests/support/images.ts';

const app = testApp();
const admin = () => app.as('ADMIN');
const base = { titulo: 'Esmaltes de baja', precio: 45_000 };

async function buildLeccion(cursoId: number, body: Record<string, unknown> = {}) {
  return (await admin()).ok(contract.createLeccion, {
    params: { id: cursoId },
    body: { titulo: 'Bienvenida', texto: '<p>Hola</p>', ...body },
  });
}

describe('a curso', () => {
  it('is made as a draft, published and taken back', async () => {
    const caller = await admin();
    const draft = await caller.ok(contract.createCurso, { body: base });
    expect(draft).toMatchObject({
      estado: 'BORRADOR',
      slug: 'esmaltes-de-baja',
      diasAcceso: null,
      afectoIva: false,
      lecciones: 0,
      alumnos: 0,
      version: 1,
      publicadoEn: null,
      contenido: [],
      ingresos: { vendido: 0, pagado: 0, porCobrar: 0 },
    });
    expect(draft.puede).toMatchObject({ publicar: true, despublicar: false, vender: false });
    const params = { id: draft.id };
    await buildLeccion(draft.id, { duracionSegundos: 90 });
    await buildLeccion(draft.id, { duracionSegundos: 600, gratuita: true });
    const published = await caller.ok(contract.publishCurso, { params, body: { version: 1 } });
    expect(published).toMatchObject({
      estado: 'PUBLICADO',
      version: 2,
      lecciones: 2,
      duracionSegundos: 690,
    });
    expect(published.publicadoEn).not.toBeNull();
    expect(published.puede).toMatchObject({ publicar: false, despublicar: true, vender: true });
    const back = await caller.ok(contract.unpublishCurso, { params, body: { version: 2 } });
    expect(back).toMatchObject({ estado: 'BORRADOR', publicadoEn: null, version: 3 });
  });

  it('gets an address of its own, also without a letter in its title', async () => {
    const caller = await admin();
    const create = (titulo: string) =>
      caller.ok(contract.createCurso, { body: { ...base, titulo } });
    const [a, b] = [await create('Ñandutí'), await create('Ñandutí')];
    expect(a.slug).toBe('nanduti');
    expect(b.slug).toMatch(/^nanduti-[0-9a-z]+$/);
    expect((await create('¡¿!?')).slug).toBe('curso');
  });

  it('changes by version, with what changed in the audit log', async () => {
    const caller = await admin();
    const { id } = await caller.ok(contract.createCurso, { body: base });
    const update = (body: object) =>
      caller.call(contract.updateCurso, { params: { id }, body: body as never });
    const changed = await update({ version: 1, precio: 0, diasAcceso: 180, resumen: 'Todo' });
    expect(changed.body).toMatchObject({ precio: 0, diasAcceso: 180, resumen: 'Todo', version: 2 });
    expect((await update({ version: 1, titulo: 'Otro' })).problem).toMatchObject({
      status: 409,
      code: 'CONFLICTO_VERSION',
    });
    const cleared = await update({ version: 2, diasAcceso: null, resumen: '' });
    expect(cleared.body).toMatchObject({ diasAcceso: null, resumen: null, titulo: base.titulo });
    const rows = await app.services.deps.db
      .selectFrom('auditoria')
      .select(['accion', 'antes', 'despues'])
      .where('entidad', '=', 'CURSO')
      .where('entidadId', '=', String(id))
      .orderBy('id')
      .execute();
    expect(rows.map((row) => row.accion)).toEqual(['CREAR', 'CAMBIAR', 'CAMBIAR']);
    expect(rows[1]).toMatchObject({ antes: { precio: 45_000 }, despues: { precio: 0 } });
  });

  it('is not published without a lesson, nor with one that has nothing in it', async () => {
    const caller = await admin();
    const { id } = await caller.ok(contract.createCurso, { body: base });
    const publish = () =>
      caller.call(contract.publishCurso, { params: { id }, body: { version: 1 } });
    expectRefusal(await publish(), 'VALIDACION', ['lecciones']);
    await buildLeccion(id);
    const { id: vacia } = await buildLeccion(id, { titulo: 'Por grabar', texto: '<p> </p>' });
    const refused = await publish();
    expectRefusal(refused, 'VALIDACION', ['lecciones']);
    expect(refused.problem.errores?.[0]?.mensaje).toContain('«Por grabar»');
    await caller.ok(contract.deleteLeccion, { params: { id: vacia } });
    expect((await publish()).status).toBe(200);
  });

  it('keeps something in every lesson while it is published', async () => {
    const caller = await admin();
    const curso = await buildCurso(app, { lecciones: 1 });
    const params = { id: curso.contenido[0]?.id ?? 0 };
    const vacia = await caller.call(contract.createLeccion, {
      params: { id: curso.id },
      body: { titulo: 'Vacía' },
    });
    expectRefusal(vacia, 'VALIDACION', ['videoEnlace']);
    const emptied = await caller.call(contract.updateLeccion, {
      params,
      body: { version: 1, texto: null, videoEnlace: null },
    });
    expectRefusal(emptied, 'VALIDACION', ['videoEnlace']);
    const last = await caller.call(contract.deleteLeccion, { params });
    expect(last.problem).toMatchObject({ status: 409, code: 'ESTADO_NO_PERMITE' });
  });

  it('is deleted with its lessons only as a draft that nobody got', async () => {
    const caller = await admin();
    const { id } = await buildCurso(app, { publicar: false });
    await caller.ok(contract.deleteCurso, { params: { id } });
    expect((await caller.call(contract.getCurso, { params: { id } })).status).toBe(404);

    const sold = await buildCurso(app);
    const refuse = async () =>
      expect(
        (await caller.call(contract.deleteCurso, { params: { id: sold.id } })).problem,
      ).toMatchObject({ status: 409, code: 'ESTADO_NO_PERMITE' });
    await refuse();
    const { lineas } = await caller.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [{ tipo: 'CURSO', cursoId: sold.id }],
      },
    });
    const draft = await caller.ok(contract.unpublishCurso, {
      params: { id: sold.id },
      body: { version: sold.version },
    });
    expect(draft.puede.borrar).toBe(false);
    await refuse();
    await caller.ok(anularInscripcionCurso, {
      params: { id: lineas[0]?.id ?? 0 },
      body: { motivo: 'Se arrepintió' },
    });
    await refuse();
  });

  it('shows its money by its share of each sale, and keeps what was sold at its price', async () => {
    const caller = await admin();
    const [curso, other] = [
      await buildCurso(app, { precio: 30_000 }),
      await buildCurso(app, { precio: 10_000 }),
    ];
    const sale = await caller.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [
          { tipo: 'CURSO', cursoId: curso.id },
          { tipo: 'CURSO', cursoId: other.id },
        ],
        pago: { monto: 20_000, medio: 'EFECTIVO' },
      },
    });
    expect(sale.total).toBe(40_000);
    await caller.ok(contract.updateCurso, {
      params: { id: curso.id },
      body: { version: curso.version, precio: 99_000 },
    });
    const read = await caller.ok(contract.getCurso, { params: { id: curso.id } });
    expect(read.ingresos).toEqual({ vendido: 30_000, pagado: 15_000, porCobrar: 15_000 });
    expect(read.alumnos).toBe(0);
  });

  it('gives up the image that it no longer shows', async () => {
    const caller = await admin();
    const upload = async () => caller.ok(uploadImagen, { archivo: await pixelPng(4, 4) });
    const [first, second] = [await upload(), await upload()];
    const { id } = await caller.ok(contract.createCurso, { body: { ...base, imagenId: first.id } });
    const read = await caller.ok(contract.getCurso, { params: { id } });
    expect(read).toMatchObject({ imagenId: first.id, imagenUrl: first.url });
    await caller.ok(contract.updateCurso, {
      params: { id },
      body: { version: 1, imagenId: second.id },
    });
    await app.runJobs();
    expect((await caller.fetch(first.url)).status).toBe(404);
    expect((await caller.fetch(second.url)).status).toBe(200);
  });
});

describe('the list of cursos', () => {
  it('searches, filters, orders and pages once over each', async () => {
    const caller = await admin();
    const { id: interes } = await caller.ok(createInteres, {
      body: { nombre: 'Vidrio', color: '#112233' },
    });
    const titulos = [
      'Vitrofusión C',
      'Vitrofusión A',
      'Vitrofusión Ñ',
      'Vitrofusión O',
      'Vitrofusión N',
    ];
    for (const titulo of titulos) {
      await caller.ok(contract.createCurso, {
        body: { titulo, precio: 1, interesId: interes, instructor: 'Pía Ñíguez' },
      });
    }
    const all = (query: object) => caller.ok(contract.listCursos, { query });
    const found = await all({ q: 'vitrofusion nig', orden: 'titulo' });
    expect(found.total).toBe(5);
    expect(found.items.map((c) => c.titulo.at(-1))).toEqual(['A', 'C', 'N', 'Ñ', 'O']);
    expect(found.items[0]?.interes).toEqual({ id: interes, nombre: 'Vidrio', color: '#112233' });
    expect((await all({ interes: [interes], estado: ['PUBLICADO'] })).total).toBe(0);
    for (const orden of ['titulo', 'creadoEn', '-creadoEn'] as const) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await all({ interes: [interes], limite: 2, orden, cursor });
        seen.push(...page.items.map((c) => c.id));
        cursor = page.siguiente ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(5);
      expect(new Set(seen).size).toBe(5);
    }
    const other = await all({ orden: 'titulo', limite: 1 });
    const reply = await caller.call(contract.listCursos, {
      query: { cursor: other.siguiente ?? '' },
    });
    expect(reply.problem.code).toBe('CURSOR_INVALIDO');
  });
});

describe('bad input of a curso', () => {
  it.each([
    ['no title', { titulo: ' ' }, 'titulo'],
    ['cents', { precio: 0.5 }, 'precio'],
    ['a price of 10⁹ more than there is', { precio: 10 ** 15 }, 'precio'],
    ['no days of access', { diasAcceso: 0 }, 'diasAcceso'],
    ['10⁹ days of access', { diasAcceso: 10 ** 9 }, 'diasAcceso'],
    ['an unknown interest', { interesId: 999_999 }, 'interesId'],
    ['an unknown image', { imagenId: '00000000-0000-4000-8000-000000000000' }, 'imagenId'],
    ['its own state', { estado: 'PUBLICADO' }, 'estado'],
    ['its own address', { slug: 'otro' }, 'slug'],
  ])('%s is refused', async (_name, extra, campo) => {
    const { problem } = await (await admin()).send('POST', '/api/cursos', { ...base, ...extra });
    expect([problem.status, problem.code, problem.errores?.[0]?.campo]).toEqual([
      422,
      'VALIDACION',
      campo,
    ]);
  });

  it('is not found where there is none', async () => {
    const caller = await admin();
    const params = { id: 999_999 };
    const body = { version: 1 };
    const replies = [
      await caller.call(contract.getCurso, { params }),
      await caller.call(contract.updateCurso, { params, body }),
      await caller.call(contract.publishCurso, { params, body }),
      await caller.call(contract.deleteCurso, { params }),
      await caller.call(contract.createLeccion, { params, body: { titulo: 'a' } }),
      await caller.call(contract.updateLeccion, { params, body }),
      await caller.call(contract.deleteLeccion, { params }),
      await caller.call(contract.orderLecciones, { params, body: { lecciones: [] } }),
    ];
    expect(replies.map((reply) => reply.problem.code)).toEqual(replies.map(() => 'NO_ENCONTRADO'));
  });
});
