import { describe, expect, it } from 'vitest';
import * as contract from '#contract/interacciones.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const soporte = () => app.as('SOPORTE');
const create = async (nombre: string, texto: string) =>
  (await soporte()).call(contract.createTextoWhatsapp, { body: { nombre, texto } });
const list = async (cliente?: number) =>
  (await (await soporte()).ok(contract.listTextosWhatsapp, { query: cliente ? { cliente } : {} }))
    .items;

describe('texts for WhatsApp', () => {
  it('begin with some, by name', async () => {
    expect((await list()).map((one) => one.nombre)).toEqual([
      'Cupos disponibles',
      'Gracias por venir',
      'Recordar un pago',
      'Saludo',
    ]);
  });

  it('come with the data of a person', async () => {
    const { db } = app.services.deps;
    await db.updateTable('negocio').set({ nombre: 'Greda Viva' }).execute();
    const { id } = await buildFicha(app, { nombres: 'Ana', apellidos: 'Rojas' });
    await create(
      'Prueba',
      'Hola {{cliente.nombres}}, o {{ cliente.nombreCompleto }}: {{ negocio.nombre }}.\n$& ok',
    );
    const told = (await list(id)).find((one) => one.nombre === 'Prueba');
    expect(told?.texto).toBe('Hola Ana, o Ana Rojas: Greda Viva.\n$& ok');
    await db.updateTable('cliente').set({ nombres: 'Sin nombre', apellidos: '' }).execute();
    const saludo = (await list(id)).find((one) => one.nombre === 'Saludo');
    expect(saludo?.texto).toBe('Hola, te escribimos de Greda Viva. ¿Cómo estás?');
  });

  it('are for someone that there is', async () => {
    const query = { cliente: 999_999_999 };
    const reply = await (await soporte()).call(contract.listTextosWhatsapp, { query });
    expectRefusal(reply, 'NO_ENCONTRADO', []);
  });

  it('know three variables, and no stray braces', async () => {
    for (const texto of ['Hola {{ cliente.rut }}', 'Hola {{nombres}}', 'Hola {{ x', 'a }} b']) {
      expectRefusal(await create('Malo', texto), 'VALIDACION', ['texto']);
    }
    expect((await create('Bueno', 'Una llave sola: { }')).status).toBe(201);
  });

  it('have one name each, are changed by version, and deleted', async () => {
    const made = (await create('Feria', 'Nos vemos')).body;
    expectRefusal(await create('FERÍA', 'Otro'), 'NOMBRE_DUPLICADO', ['nombre']);
    const params = { id: made.id };
    const update = async (body: { nombre?: string; texto?: string; version: number }) =>
      (await soporte()).call(contract.updateTextoWhatsapp, { params, body });
    expect((await update({ texto: 'Nos vemos allá', version: 1 })).body).toEqual({
      ...made,
      texto: 'Nos vemos allá',
      version: 2,
    });
    expectRefusal(await update({ texto: 'Tarde', version: 1 }), 'CONFLICTO_VERSION', []);
    expectRefusal(await update({ nombre: 'saludo', version: 2 }), 'NOMBRE_DUPLICADO', ['nombre']);
    expectRefusal(await update({ texto: '{{ x }}', version: 2 }), 'VALIDACION', ['texto']);
    await (await soporte()).ok(contract.deleteTextoWhatsapp, { params });
    expect((await list()).some((one) => one.id === made.id)).toBe(false);
    const acts = await app.services.deps.db
      .selectFrom('auditoria')
      .select('accion')
      .where('entidad', '=', 'TEXTO_WHATSAPP')
      .where('entidadId', '=', String(made.id))
      .orderBy('id')
      .execute();
    expect(acts.map((one) => one.accion)).toEqual(['CREAR', 'CAMBIAR', 'BORRAR']);
  });
});
