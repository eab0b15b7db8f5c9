import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as contract from '#contract/empresas.ts';
import { encodeCursor } from '#server/core/http/cursor.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller, buildVenta } from '#tests/support/builders.ts';
import { buildFicha, countRows, expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const ventas = () => app.as('VENTAS');
const create = async (body: z.input<typeof contract.empresaCampos>) =>
  (await ventas()).ok(contract.createEmpresa, { body });
const list = async (query: {
  q?: string;
  orden?: 'razonSocial' | 'creadoEn' | '-creadoEn';
  limite?: number;
}) => (await app.as('SOPORTE')).ok(contract.listEmpresas, { query });

describe('empresas', () => {
  it('keep their fields, cleaned', async () => {
    const creada = await create({
      razonSocial: ' Viña Ñuble SpA ',
      nombreFantasia: 'La Viña',
      rut: '76.086.428-5',
      giro: 'Viñedos',
      email: 'Contacto@Vina.cl',
      telefono: '(2) 2345 6789',
      comuna: '16101',
      direccion: 'Calle 1',
      notas: 'a\nb',
    });
    expect(creada).toMatchObject({
      razonSocial: 'Viña Ñuble SpA',
      rut: '76086428-5',
      email: 'contacto@vina.cl',
      telefono: '+56223456789',
      contactos: 0,
      pagado: 0,
      saldo: 0,
      version: 1,
      puede: { editar: true },
    });
    const read = await (await app.as('SOPORTE')).ok(contract.getEmpresa, {
      params: { id: creada.id },
    });
    expect(read).toEqual({ ...creada, puede: { editar: false } });
  });

  it('count their contacts, and sum what these paid and owe', async () => {
    const { id } = await create({ razonSocial: 'Sumas Ltda' });
    const contact = { tipo: 'B2B', empresaId: id } as const;
    const [a, b] = [await buildFicha(app, contact), await buildFicha(app, contact)];
    const taller = await buildTaller(app, { precio: 40_000 });
    await buildVenta(app, taller.id, { clienteId: a.id, pago: 10_000 });
    await buildVenta(app, taller.id, { clienteId: b.id, cantidad: 2 });
    await buildVenta(app, taller.id, { pago: 40_000 });
    expect(await (await ventas()).ok(contract.getEmpresa, { params: { id } })).toMatchObject({
      contactos: 2,
      pagado: 10_000,
      saldo: 110_000,
    });
    expect((await list({ q: 'sumas' })).items).toMatchObject([{ id, contactos: 2 }]);
  });

  it('refuse the RUT of another, and a stale version', async () => {
    const { id } = await create({ razonSocial: 'Primera', rut: '77.777.777-7' });
    const otra = await create({ razonSocial: 'Segunda' });
    const caller = await ventas();
    const before = await countRows(app);
    const twin = await caller.call(contract.createEmpresa, {
      body: { razonSocial: 'Tercera', rut: '777777777' },
    });
    expect(twin.status).toBe(409);
    expectRefusal(twin, 'RUT_DUPLICADO', ['rut']);
    const patch = (id: number, body: object) =>
      caller.call(contract.updateEmpresa, { params: { id }, body: body as never });
    expectRefusal(await patch(otra.id, { rut: '77777777-7', version: 1 }), 'RUT_DUPLICADO', [
      'rut',
    ]);
    expect(await countRows(app)).toEqual(before);
    expect((await patch(id, { giro: 'Pan', version: 1 })).body).toMatchObject({
      giro: 'Pan',
      rut: '77777777-7',
      version: 2,
    });
    expect((await patch(id, { giro: 'Vino', version: 1 })).problem.code).toBe('CONFLICTO_VERSION');
    expect((await patch(999_999, { giro: 'Vino', version: 1 })).problem.code).toBe('NO_ENCONTRADO');
    const audit = await app.services.deps.db
      .selectFrom('auditoria')
      .select(['antes', 'despues'])
      .where('accion', '=', 'CAMBIAR')
      .where('entidad', '=', 'EMPRESA')
      .execute();
    expect(audit).toEqual([{ antes: { giro: null }, despues: { giro: 'Pan' } }]);
  });

  it.each([
    [{}, ['razonSocial']],
    [{ razonSocial: 'a'.repeat(10_000), rut: '1-1' }, ['razonSocial', 'rut']],
    [
      { razonSocial: 'Ok', email: 'x', telefono: '1', comuna: 'Ñuñoa' },
      ['email', 'telefono', 'comuna'],
    ],
    [{ razonSocial: 'Ok\u0000', contactos: 3 }, ['razonSocial', 'contactos']],
    [{ razonSocial: 5 }, ['razonSocial']],
  ])('%j is refused by field, and nothing is written', async (body, campos) => {
    const caller = await ventas();
    const before = await countRows(app);
    const reply = await caller.call(contract.createEmpresa, { body: body as never });
    expect(reply.status).toBe(422);
    expectRefusal(reply, 'VALIDACION', campos);
    expect(await countRows(app)).toEqual(before);
  });

  it('are found by any of their words, email, phone or RUT, and sorted ñ after n', async () => {
    await create({ razonSocial: 'Lista Ñandú', rut: '96.790.240-3' });
    await create({ razonSocial: 'Lista Nube', nombreFantasia: 'Árbol' });
    await create({ razonSocial: 'Lista Oso', email: 'hola@oso.cl', telefono: '987651234' });
    const names = async (q: string) => (await list({ q })).items.map((e) => e.razonSocial);
    expect(await names('lista')).toEqual(['Lista Nube', 'Lista Ñandú', 'Lista Oso']);
    expect(await names('nandu')).toEqual(['Lista Ñandú']);
    expect(await names('arbol lista')).toEqual(['Lista Nube']);
    expect(await names('96.790.240-3')).toEqual(['Lista Ñandú']);
    expect(await names('8765 1234')).toEqual(['Lista Oso']);
    expect(await names('OSO.CL')).toEqual(['Lista Oso']);
    expect(await names('li os')).toEqual(['Lista Oso']);
    expect(await names('100%')).toEqual([]);
  });

  it.each(['razonSocial', '-creadoEn', 'creadoEn'] as const)(
    'by %s are walked page by page, each exactly once',
    async (orden) => {
      for (let i = 0; i < 5; i += 1) await create({ razonSocial: 'Gemela' });
      await app.services.deps.db
        .updateTable('empresa')
        .set({ creadoEn: '2026-01-01T00:00:00.000Z' })
        .where('razonSocial', '=', 'Gemela')
        .execute();
      const all = await list({ q: 'gemela', orden, limite: 100 });
      expect(all.total).toBe(all.items.length);
      const seen: number[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await (await ventas()).ok(contract.listEmpresas, {
          query: { q: 'gemela', orden, limite: 2, ...(cursor ? { cursor } : {}) },
        });
        seen.push(...page.items.map((e) => e.id));
        cursor = page.siguiente;
      } while (cursor);
      expect(seen).toEqual(all.items.map((e) => e.id));
    },
  );

  it('refuse a cursor that is not theirs', async () => {
    const caller = await ventas();
    for (const cursor of [
      'x',
      encodeCursor('razonSocial', [3, 1]),
      encodeCursor('creadoEn', ['a', 1]),
    ]) {
      const reply = await caller.call(contract.listEmpresas, { query: { cursor } });
      expectRefusal(reply, 'CURSOR_INVALIDO', ['cursor']);
    }
  });

  it('are read by all the staff, and written by administration and sales', async () => {
    for (const rol of ['MARKETING', 'SOPORTE'] as const) {
      const caller = await app.as(rol);
      const replies = [
        await caller.call(contract.createEmpresa, { body: {} as never }),
        await caller.call(contract.updateEmpresa, { params: { id: 1 }, body: {} as never }),
      ];
      for (const reply of replies) expect(reply.problem.code).toBe('SIN_PERMISO');
    }
  });
});
