import { describe, expect, it } from 'vitest';
import { createCurso } from '#contract/cursos.ts';
import * as contract from '#contract/intereses.ts';
import { createProducto } from '#contract/productos.ts';
import { updateTaller } from '#contract/talleres.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller } from '#tests/support/builders.ts';
import { buildFicha, countRows, expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const marketing = () => app.as('MARKETING');
const create = async (nombre: string) =>
  (await marketing()).ok(contract.createInteres, { body: { nombre, color: '#0B7285' } });

describe('intereses', () => {
  it('are listed by name, ñ after n, with how often each is used', async () => {
    const [gres] = [await create('Gres'), await create('Ñandutí'), await create('Óleo')];
    await create('Nácar');
    await buildFicha(app, { intereses: [gres.id] });
    const taller = await buildTaller(app, { publicar: false });
    await (await app.as('VENTAS')).ok(updateTaller, {
      params: { id: taller.id },
      body: { interesId: gres.id, version: taller.version },
    });
    const { items } = await (await app.as('SOPORTE')).ok(contract.listIntereses, {});
    expect(items.map((i) => i.nombre)).toEqual(['Gres', 'Nácar', 'Ñandutí', 'Óleo']);
    expect(items[0]).toMatchObject({ color: '#0b7285', clientes: 1, talleres: 1, version: 1 });
    expect(items[1]).toMatchObject({ clientes: 0, talleres: 0 });
  });

  it('have one name each, accents and case aside', async () => {
    await create('Cerámica');
    const before = await countRows(app);
    const again = await (await marketing()).call(contract.createInteres, {
      body: { nombre: 'CERAMICA', color: '#ffffff' },
    });
    expect(again.status).toBe(409);
    expectRefusal(again, 'NOMBRE_DUPLICADO', ['nombre']);
    expect(await countRows(app)).toEqual(before);
  });

  it('change by version, with what changed in the audit log', async () => {
    const { id } = await create('Telar');
    const caller = await marketing();
    const update = (body: object) =>
      caller.call(contract.updateInteres, { params: { id }, body: body as never });
    const changed = await update({ descripcion: 'Telar María', version: 1 });
    expect(changed.body).toMatchObject({ nombre: 'Telar', descripcion: 'Telar María', version: 2 });
    expect((await update({ nombre: 'Otro', version: 1 })).problem.code).toBe('CONFLICTO_VERSION');
    expectRefusal(await update({ nombre: 'cerámica', version: 2 }), 'NOMBRE_DUPLICADO', ['nombre']);
    expect((await update({ descripcion: null, version: 2 })).body.descripcion).toBeNull();
    const rows = await app.services.deps.db
      .selectFrom('auditoria')
      .select(['accion', 'antes', 'despues'])
      .where('entidad', '=', 'INTERES')
      .where('entidadId', '=', String(id))
      .orderBy('id')
      .execute();
    expect(rows.map((row) => row.accion)).toEqual(['CREAR', 'CAMBIAR', 'CAMBIAR']);
    expect(rows[1]).toMatchObject({
      antes: { descripcion: null },
      despues: { descripcion: 'Telar María' },
    });
  });

  it('are deleted only when nobody uses them, and the refusal says who does', async () => {
    const caller = await marketing();
    const { id } = await create('Vitral');
    await buildFicha(app, { intereses: [id] });
    await buildFicha(app, { intereses: [id] });
    const used = await caller.call(contract.deleteInteres, { params: { id } });
    expect(used.status).toBe(409);
    expect(used.problem).toMatchObject({
      code: 'EN_USO',
      title: expect.stringContaining('2 clientes'),
    });
    const free = await create('Libre');
    const remove = () => caller.call(contract.deleteInteres, { params: { id: free.id } });
    expect((await remove()).status).toBe(204);
    expect((await remove()).problem.code).toBe('NO_ENCONTRADO');
  });

  it('are kept for the sake of a curso or a kit alone', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await create('Macramé');
    const body = { precio: 1, interesId: id };
    await ventas.ok(createCurso, { body: { ...body, titulo: 'Nudos' } });
    const refuse = async () => (await marketing()).call(contract.deleteInteres, { params: { id } });
    expect((await refuse()).problem.title).toBe('No se puede borrar: lo usan 1 curso.');
    await ventas.ok(createProducto, { body: { ...body, nombre: 'Kit', sku: 'MAC-1' } });
    expect((await refuse()).problem).toMatchObject({
      code: 'EN_USO',
      title: 'No se puede borrar: lo usan 1 curso y 1 producto.',
    });
    const { items } = await ventas.ok(contract.listIntereses, {});
    expect(items.find((i) => i.id === id)).toMatchObject({ cursos: 1, productos: 1, talleres: 0 });
  });

  it('that are tagged and deleted at once either stay tagged or are gone', async () => {
    const [ventas, caller] = [await app.as('VENTAS'), await marketing()];
    for (let i = 0; i < 8; i += 1) {
      const { id } = await create(`Carrera ${i}`);
      const body = { tipo: 'B2C', nombres: 'Ana', telefono: '987654321', origen: 'WEB' } as const;
      const [tagged, deleted] = await Promise.all([
        ventas.fetch('/api/clientes', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, intereses: [id] }),
        }),
        caller.call(contract.deleteInteres, { params: { id } }),
      ]);
      expect([
        [201, 409],
        [422, 204],
      ]).toContainEqual([tagged.status, deleted.status]);
    }
  });

  it.each([
    [{}, ['nombre', 'color']],
    [{ nombre: 'x'.repeat(61), color: 'rojo' }, ['nombre', 'color']],
    [{ nombre: 'Gres\u0007', color: '#000000', orden: 1 }, ['nombre', 'orden']],
  ])('%j is refused by field', async (body, campos) => {
    const reply = await (await marketing()).call(contract.createInteres, { body: body as never });
    expectRefusal(reply, 'VALIDACION', campos);
  });

  it('are read by all who sign in, and written by those who sell or do marketing', async () => {
    const soporte = await app.as('SOPORTE');
    const refused = [
      await soporte.call(contract.createInteres, { body: {} as never }),
      await soporte.call(contract.updateInteres, { params: { id: 1 }, body: {} as never }),
      await soporte.call(contract.deleteInteres, { params: { id: 1 } }),
    ];
    for (const reply of refused) expect(reply.problem.code).toBe('SIN_PERMISO');
    expect((await (await app.as('VISITANTE')).call(contract.listIntereses, {})).status).toBe(401);
  });
});
