import { describe, expect, it } from 'vitest';
import { listAuditoria } from '#contract/auditoria.ts';
import { getCliente, updateCliente } from '#contract/clientes.ts';
import { createInteres } from '#contract/intereses.ts';
import * as contract from '#contract/misDatos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente } from '#tests/support/builders.ts';

const app = testApp();

async function buildAlumna() {
  const clienteId = await buildCliente(app);
  const alumna = await app.asAlumno(clienteId);
  return { clienteId, alumna, datos: await alumna.ok(contract.getMisDatos, {}) };
}

const consentimientos = (clienteId: number) =>
  app.services.deps.db
    .selectFrom('consentimiento')
    .select(['accion', 'canal', 'texto', 'textoVersion', 'evidencia'])
    .where('clienteId', '=', clienteId)
    .orderBy('id')
    .execute();

describe('my data', () => {
  it('are mine to change, and staff see the change with its trace', async () => {
    const admin = await app.as('ADMIN');
    const interes = await admin.ok(createInteres, { body: { nombre: 'Telar', color: '#aa3355' } });
    const { clienteId, alumna, datos } = await buildAlumna();
    expect(datos).toMatchObject({ nombres: 'María José', intereses: [], aceptaNovedades: false });
    expect(datos.todosLosIntereses.map(({ nombre }) => nombre)).toContain('Telar');
    const changed = await alumna.ok(contract.updateMisDatos, {
      body: {
        nombres: 'María',
        apellidos: 'Ñancupil Soto',
        telefono: '9 8765 4321',
        comuna: '13101',
        fechaNacimiento: '1990-02-28',
        intereses: [interes.id],
        version: datos.version,
      },
    });
    expect(changed).toMatchObject({
      nombres: 'María',
      telefono: '+56987654321',
      comuna: '13101',
      fechaNacimiento: '1990-02-28',
      intereses: [{ id: interes.id, nombre: 'Telar' }],
      email: datos.email,
    });
    expect(changed.version).toBeGreaterThan(datos.version);
    const seen = await admin.ok(getCliente, { params: { id: clienteId } });
    expect(seen).toMatchObject({ apellidos: 'Ñancupil Soto', email: datos.email });
    const query = { entidad: 'CLIENTE', entidadId: String(clienteId) };
    const { items } = await admin.ok(listAuditoria, { query });
    expect(items[0]).toMatchObject({ accion: 'CAMBIAR', usuario: null });
    expect(items[0]?.despues).toMatchObject({ nombres: 'María' });
  });

  it('keep what is not given, and are cleared by null', async () => {
    const { alumna, datos } = await buildAlumna();
    const one = await alumna.ok(contract.updateMisDatos, {
      body: { telefono: '987654321', comuna: '13101', version: datos.version },
    });
    const two = await alumna.ok(contract.updateMisDatos, {
      body: { comuna: null, version: one.version },
    });
    expect(two).toMatchObject({ telefono: '+56987654321', comuna: null, nombres: datos.nombres });
  });

  it('are not overwritten by an old page', async () => {
    const { clienteId, alumna, datos } = await buildAlumna();
    const ventas = await app.as('VENTAS');
    await ventas.ok(updateCliente, {
      params: { id: clienteId },
      body: { nombres: 'Corregida', version: datos.version },
    });
    for (const body of [{ nombres: 'Vieja' }, { aceptaNovedades: true }]) {
      const reply = await alumna.call(contract.updateMisDatos, {
        body: { ...body, version: datos.version },
      });
      expect(reply.problem.code).toBe('CONFLICTO_VERSION');
    }
    expect((await alumna.ok(contract.getMisDatos, {})).nombres).toBe('Corregida');
    expect(await consentimientos(clienteId)).toEqual([]);
  });

  it.each([
    [{ nombres: '' }, 'nombres'],
    [{ telefono: '123' }, 'telefono'],
    [{ comuna: '99999' }, 'comuna'],
    [{ fechaNacimiento: '2999-01-01' }, 'fechaNacimiento'],
    [{ fechaNacimiento: '1990-02-30' }, 'fechaNacimiento'],
    [{ intereses: [999_999] }, 'intereses'],
    [{ email: 'otro@correo.cl' }, 'email'],
    [{ estado: 'CLIENTE' }, 'estado'],
    [{ rut: '12345678-5' }, 'rut'],
  ])('refuse %o', async (body, campo) => {
    const { alumna, datos } = await buildAlumna();
    const reply = await alumna.send('PATCH', '/api/portal/datos', {
      ...body,
      version: datos.version,
    });
    expect([reply.status, reply.problem.code]).toEqual([422, 'VALIDACION']);
    expect(reply.problem.errores?.map((error) => error.campo)).toContain(campo);
    expect(await alumna.ok(contract.getMisDatos, {})).toEqual(datos);
  });
});

describe('my consent', () => {
  it('is given and withdrawn, each time with its proof, and saying it twice adds nothing', async () => {
    const { clienteId, alumna, datos } = await buildAlumna();
    let { version } = datos;
    for (const aceptaNovedades of [true, true, false, false]) {
      const after = await alumna.ok(contract.updateMisDatos, {
        body: { aceptaNovedades, version },
      });
      expect(after.aceptaNovedades).toBe(aceptaNovedades);
      version = after.version;
    }
    const rows = await consentimientos(clienteId);
    const proof = { canal: 'PORTAL', texto: datos.textoConsentimiento, textoVersion: 1 };
    expect(rows).toMatchObject([
      { ...proof, accion: 'OTORGADO' },
      { ...proof, accion: 'RETIRADO' },
    ]);
    expect(rows[0]?.evidencia).toHaveProperty('ip');
    const ventas = await app.as('VENTAS');
    expect((await ventas.ok(getCliente, { params: { id: clienteId } })).suscrito).toBe(false);
  });

  it('given many times at once is one', async () => {
    const { clienteId, alumna, datos } = await buildAlumna();
    const body = { aceptaNovedades: true, version: datos.version };
    await Promise.all(
      Array.from({ length: 8 }, () => alumna.call(contract.updateMisDatos, { body })),
    );
    expect(await consentimientos(clienteId)).toHaveLength(1);
  });
});
