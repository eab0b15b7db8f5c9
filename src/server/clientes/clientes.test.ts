import { describe, expect, it } from 'vitest';
import * as contract from '#contract/clientes.ts';
import { createReembolso } from '#contract/cobros.ts';
import { createEmpresa } from '#contract/empresas.ts';
import { createInteres } from '#contract/intereses.ts';
import type { Rol } from '#contract/permisos.ts';
import { addDays } from '#server/core/time.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller, buildVenta } from '#tests/support/builders.ts';
import { buildFicha, countRows, expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const ventas = () => app.as('VENTAS');

const interes = async (nombre: string) =>
  (await ventas()).ok(createInteres, { body: { nombre, color: '#0b7285' } });
const empresa = async (razonSocial: string) =>
  (await ventas()).ok(createEmpresa, { body: { razonSocial } });

describe('creating a cliente', () => {
  it('keeps all its fields, cleaned, as a LEAD with its first history row and its audit row', async () => {
    const [gres, vidrio] = [await interes('Gres'), await interes('Vidrio')];
    const { id: empresaId } = await empresa('Viña Sur SpA');
    const creado = await (await ventas()).ok(contract.createCliente, {
      body: {
        tipo: 'B2B',
        empresaId,
        nombres: '  María José ',
        apellidos: 'Núñez Peña',
        email: ' Maria.Jose@Correo.CL ',
        telefono: '9 8765 4321',
        rut: '12.345.678-5',
        fechaNacimiento: '1990-02-28',
        comuna: '13120',
        origen: 'REFERIDO',
        origenDetalle: { referidoPor: 'Su hermana', utmSource: '' },
        intereses: [vidrio.id, gres.id],
        notas: 'Primera línea\nSegunda línea',
      },
    });
    expect(creado).toMatchObject({
      tipo: 'B2B',
      empresa: { id: empresaId, razonSocial: 'Viña Sur SpA' },
      nombres: 'María José',
      apellidos: 'Núñez Peña',
      email: 'maria.jose@correo.cl',
      telefono: '+56987654321',
      rut: '12345678-5',
      fechaNacimiento: '1990-02-28',
      comuna: '13120',
      origen: 'REFERIDO',
      origenDetalle: { referidoPor: 'Su hermana' },
      estado: 'LEAD',
      notas: 'Primera línea\nSegunda línea',
      version: 1,
      suscrito: false,
      ultimaActividadEn: null,
      cuenta: { pagado: 0, saldo: 0, saldoAFavor: 0, porReembolsar: 0 },
      puede: { editar: true, inscribir: true, cambiarEstadoA: ['PROSPECTO', 'INACTIVO'] },
    });
    expect(creado.intereses.map((i) => i.nombre)).toEqual(['Gres', 'Vidrio']);
    expect(creado.historial).toMatchObject([
      { de: null, a: 'LEAD', causa: 'CAPTURA', usuario: 'Persona VENTAS' },
    ]);
    const rows = await app.services.deps.db
      .selectFrom('auditoria')
      .selectAll()
      .where('entidad', '=', 'CLIENTE')
      .where('entidadId', '=', String(creado.id))
      .execute();
    expect(rows).toMatchObject([
      { accion: 'CREAR', antes: null, despues: { email: 'maria.jose@correo.cl', empresaId } },
    ]);
    expect(await (await ventas()).ok(contract.getCliente, { params: { id: creado.id } })).toEqual(
      creado,
    );
  });

  it('gives no empresa to a B2C, and needs one for a B2B', async () => {
    const { id } = await empresa('Ruka Ltda');
    expect((await buildFicha(app, { empresaId: id })).empresa).toBeNull();
    const reply = await (await ventas()).call(contract.createCliente, {
      body: { tipo: 'B2B', nombres: 'Eva', telefono: '987654321', origen: 'WEB' },
    });
    expectRefusal(reply, 'VALIDACION', ['empresaId']);
  });

  it('refuses an email or a RUT that another has, also from two requests at once', async () => {
    const first = await buildFicha(app, { email: 'doble@correo.cl', rut: '11.111.111-1' });
    const again = await (await ventas()).call(contract.createCliente, {
      body: {
        tipo: 'B2C',
        nombres: 'Otra',
        origen: 'WEB',
        email: 'DOBLE@correo.cl',
        rut: '11111111-1',
      },
    });
    expect(again.status).toBe(409);
    expectRefusal(again, 'EMAIL_DUPLICADO', ['email', 'rut']);
    const rut = await (await ventas()).call(contract.updateCliente, {
      params: { id: (await buildFicha(app)).id },
      body: { rut: '11.111.111-1', version: 1 },
    });
    expectRefusal(rut, 'RUT_DUPLICADO', ['rut']);
    const caller = await ventas();
    const body = {
      tipo: 'B2C',
      nombres: 'Eva',
      email: 'carrera@correo.cl',
      origen: 'WEB',
    } as const;
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => caller.call(contract.createCliente, { body })),
    );
    expect(replies.map((r) => r.status).sort()).toEqual([201, ...Array(7).fill(409)]);
    for (const reply of replies.filter((r) => r.status === 409)) {
      expectRefusal(reply, 'EMAIL_DUPLICADO', ['email']);
    }
    expect(first.rut).toBe('11111111-1');
  });

  it('answers a repeated Idempotency-Key with the first answer, and creates once', async () => {
    const caller = await ventas();
    const body = { tipo: 'B2C', nombres: 'Una', telefono: '988887777', origen: 'WEB' } as const;
    const args = { body, idempotencyKey: 'clave-de-prueba-1' };
    const [first, second] = [
      await caller.ok(contract.createCliente, args),
      await caller.ok(contract.createCliente, args),
    ];
    expect(second).toEqual(first);
    const other = await caller.call(contract.createCliente, {
      ...args,
      body: { ...body, nombres: 'Otra' },
    });
    expect(other.problem.code).toBe('CLAVE_REUTILIZADA');
    const { total } = await caller.ok(contract.listClientes, { query: { q: '988887777' } });
    expect(total).toBe(1);
  });
});

describe('wrong input', () => {
  const base = { tipo: 'B2C', nombres: 'Ana', email: 'mala@correo.cl', origen: 'WEB' };
  const cases: [string, object, string[]][] = [
    ['nothing at all', {}, ['tipo', 'nombres', 'origen']],
    ['an unknown field', { ...base, estado: 'CLIENTE' }, ['estado']],
    ['a wrong type', { ...base, nombres: 7, intereses: 'gres' }, ['nombres', 'intereses']],
    ['a name of 10,000 characters', { ...base, nombres: 'a'.repeat(10_000) }, ['nombres']],
    ['an empty name', { ...base, nombres: '   ' }, ['nombres']],
    [
      'control characters',
      { ...base, nombres: 'A\u0000na', notas: 'x\u0007' },
      ['nombres', 'notas'],
    ],
    ['a line break in a name', { ...base, apellidos: 'Soto\nVera' }, ['apellidos']],
    ['text that turns direction', { ...base, nombres: 'Ana\u202e' }, ['nombres']],
    ['a lone surrogate', { ...base, nombres: 'Ana\ud800' }, ['nombres']],
    ['an invalid RUT', { ...base, rut: '12.345.678-6' }, ['rut']],
    ['an invalid email', { ...base, email: 'ana@' }, ['email']],
    ['a short phone', { ...base, telefono: '8765 4321' }, ['telefono']],
    ['neither email nor phone', { ...base, email: '' }, ['email']],
    ['an unknown comuna', { ...base, comuna: '99999' }, ['comuna']],
    ['an unknown origen', { ...base, origen: 'RADIO' }, ['origen']],
    ['a day that does not exist', { ...base, fechaNacimiento: '2001-02-29' }, ['fechaNacimiento']],
    ['a birth in the future', { ...base, fechaNacimiento: '2190-01-01' }, ['fechaNacimiento']],
    ['an unknown empresa', { ...base, tipo: 'B2B', empresaId: 999_999 }, ['empresaId']],
    ['an unknown interés', { ...base, intereses: [999_999] }, ['intereses']],
    ['a fractional id', { ...base, intereses: [1.5] }, ['intereses.0']],
    [
      'an unknown detail of origen',
      { ...base, origenDetalle: { gclid: 'x' } },
      ['origenDetalle.gclid'],
    ],
    [
      'several at once',
      { ...base, tipo: 'B2B', email: null, fechaNacimiento: '2190-01-01', intereses: [999_999] },
      ['empresaId', 'email', 'fechaNacimiento', 'intereses'],
    ],
  ];

  it.each(cases)('%s is refused by field, and nothing is written', async (_, body, campos) => {
    const caller = await ventas();
    const before = await countRows(app);
    const reply = await caller.call(contract.createCliente, { body: body as never });
    expect(reply.status).toBe(422);
    expectRefusal(reply, 'VALIDACION', campos);
    expect(await countRows(app)).toEqual(before);
  });

  it('takes today as a day of birth, by the date of Santiago', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const tomorrow = addDays(today, 1);
    app.setNow(new Date(`${tomorrow}T02:00:00Z`));
    try {
      const { fechaNacimiento } = await buildFicha(app, { fechaNacimiento: today });
      expect(fechaNacimiento).toBe(today);
      const reply = await (await ventas()).call(contract.createCliente, {
        body: { ...(base as object), fechaNacimiento: tomorrow } as never,
      });
      expectRefusal(reply, 'VALIDACION', ['fechaNacimiento']);
    } finally {
      app.setNow(new Date());
    }
  });
});

describe('changing a cliente', () => {
  it('changes what is given, clears what is emptied, and leaves the rest', async () => {
    const [a, b, c] = [await interes('Madera'), await interes('Telar'), await interes('Pan')];
    const { id } = await buildFicha(app, {
      telefono: '912345678',
      notas: 'vieja',
      intereses: [a.id, b.id],
    });
    const caller = await ventas();
    const changed = await caller.ok(contract.updateCliente, {
      params: { id },
      body: { apellidos: '', notas: null, origen: 'EVENTO', intereses: [c.id, b.id], version: 1 },
    });
    expect(changed).toMatchObject({
      nombres: 'Ana',
      apellidos: '',
      telefono: '+56912345678',
      notas: null,
      origen: 'EVENTO',
      version: 2,
    });
    expect(changed.intereses.map((i) => i.nombre)).toEqual(['Pan', 'Telar']);
    const audit = await app.services.deps.db
      .selectFrom('auditoria')
      .selectAll()
      .where('entidad', '=', 'CLIENTE')
      .where('accion', '=', 'CAMBIAR')
      .where('entidadId', '=', String(id))
      .executeTakeFirstOrThrow();
    expect(audit.antes).toEqual({
      apellidos: 'Rojas',
      notas: 'vieja',
      origen: 'INSTAGRAM',
      intereses: [a.id, b.id],
    });
    expect(audit.despues).toEqual({
      apellidos: '',
      notas: null,
      origen: 'EVENTO',
      intereses: [b.id, c.id],
    });
  });

  it('refuses a stale version, and of many at once lets one pass', async () => {
    const { id } = await buildFicha(app);
    const caller = await ventas();
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        caller.call(contract.updateCliente, {
          params: { id },
          body: { nombres: `Nombre ${i}`, version: 1 },
        }),
      ),
    );
    expect(replies.map((r) => r.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(replies.find((r) => r.status === 409)?.problem.code).toBe('CONFLICTO_VERSION');
    const winner = replies.findIndex((r) => r.status === 200);
    const now = await caller.ok(contract.getCliente, { params: { id } });
    expect(now).toMatchObject({ nombres: `Nombre ${winner}`, version: 2 });
  });

  it('cannot take away the only way to reach the person, or the empresa of a contact', async () => {
    const { id } = await buildFicha(app);
    const caller = await ventas();
    const patch = (body: object) =>
      caller.call(contract.updateCliente, { params: { id }, body: { version: 1, ...body } });
    expectRefusal(await patch({ email: null }), 'VALIDACION', ['email']);
    expectRefusal(await patch({ tipo: 'B2B' }), 'VALIDACION', ['empresaId']);
    expectRefusal(await patch({ version: 'uno' }), 'VALIDACION', ['version']);
    const missing = await caller.call(contract.updateCliente, {
      params: { id },
      body: { nombres: 'Eva' } as never,
    });
    expectRefusal(missing, 'VALIDACION', ['version']);
    expect((await patch({ email: '', telefono: '+56 2 2345 6789' })).body).toMatchObject({
      email: null,
      telefono: '+56223456789',
      version: 2,
    });
  });

  it('is not found by an id that no cliente has', async () => {
    const caller = await ventas();
    for (const id of ['999999', 'abc', '0', '-1', '1.5', '99999999999999999999']) {
      const read = await caller.call(contract.getCliente, { params: { id } });
      expect(read.problem.code).toBe('NO_ENCONTRADO');
      const write = await caller.call(contract.updateCliente, {
        params: { id },
        body: { nombres: 'Eva', version: 1 },
      });
      expect(write.problem.code).toBe('NO_ENCONTRADO');
    }
  });
});

describe('the account of a cliente', () => {
  it('sums what is paid, owed, in favour and to be refunded', async () => {
    const { id } = await buildFicha(app);
    const caller = await ventas();
    const taller = await buildTaller(app, { precio: 40_000 });
    const otro = await buildTaller(app, { precio: 30_000 });
    const cobro = await buildVenta(app, taller.id, { clienteId: id, pago: 15_000 });
    await buildVenta(app, otro.id, { clienteId: id });
    const read = () => caller.ok(contract.getCliente, { params: { id } });
    expect(await read()).toMatchObject({
      estado: 'CLIENTE',
      cuenta: { pagado: 15_000, saldo: 55_000, saldoAFavor: 0, porReembolsar: 0 },
    });
    await app.services.deps.db
      .updateTable('cobro')
      .set({ pagado: 45_000, estado: 'PAGADO' })
      .where('id', '=', cobro.id)
      .execute();
    expect((await read()).cuenta).toEqual({
      pagado: 45_000,
      saldo: 30_000,
      saldoAFavor: 5_000,
      porReembolsar: 0,
    });
    await app.services.deps.db
      .updateTable('cobro')
      .set({ pagado: 15_000, estado: 'ANULADO', total: 0 })
      .where('id', '=', cobro.id)
      .execute();
    expect((await read()).cuenta).toEqual({
      pagado: 15_000,
      saldo: 30_000,
      saldoAFavor: 0,
      porReembolsar: 15_000,
    });
  });

  it('tells its history newest first, with who did it', async () => {
    const { id, email } = await buildFicha(app);
    const taller = await buildTaller(app, { precio: 20_000 });
    const cobro = await buildVenta(app, taller.id, { clienteId: id, pago: 20_000 });
    await (await ventas()).ok(createReembolso, {
      params: { id: cobro.id },
      body: { monto: 5_000, medio: 'EFECTIVO' },
    });
    const row = await (await ventas()).ok(contract.getCliente, { params: { id } });
    expect(row.email).toBe(email);
    expect(row.historial.at(0)).toMatchObject({ a: 'CLIENTE', causa: 'COMPRA_CONFIRMADA' });
    expect(row.historial.at(-1)).toMatchObject({ de: null, a: 'LEAD', causa: 'CAPTURA' });
    expect(row.ultimaActividadEn).not.toBeNull();
  });
});

describe('tagging many', () => {
  it('adds and removes an interés, counts those changed, and leaves one audit row', async () => {
    const tag = await interes('Costura');
    const caller = await ventas();
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await buildFicha(app)).id);
    const call = (accion: 'AGREGAR' | 'QUITAR', clientes: number[]) =>
      caller.ok(contract.tagClientes, { body: { clientes, interesId: tag.id, accion } });
    expect(await call('AGREGAR', ids.slice(0, 2))).toEqual({ cambiados: 2 });
    expect(await call('AGREGAR', [...ids, ...ids])).toEqual({ cambiados: 1 });
    const [first] = ids;
    const read = await caller.ok(contract.getCliente, { params: { id: first ?? 0 } });
    expect(read).toMatchObject({ intereses: [{ nombre: 'Costura' }], version: 2 });
    expect(await call('QUITAR', ids)).toEqual({ cambiados: 3 });
    expect(await call('QUITAR', ids)).toEqual({ cambiados: 0 });
    const audits = await app.services.deps.db
      .selectFrom('auditoria')
      .select('accion')
      .where('entidad', '=', 'INTERES')
      .where('entidadId', '=', String(tag.id))
      .where('accion', '!=', 'CREAR')
      .execute();
    expect(audits).toHaveLength(4);
  });

  it('refuses ids that do not exist, and tags nobody', async () => {
    const tag = await interes('Bordado');
    const { id } = await buildFicha(app);
    const caller = await ventas();
    const before = await countRows(app);
    const call = (body: object) => caller.call(contract.tagClientes, { body: body as never });
    const accion = 'AGREGAR';
    expectRefusal(
      await call({ clientes: [id, 999_999], interesId: tag.id, accion }),
      'VALIDACION',
      ['clientes'],
    );
    expectRefusal(await call({ clientes: [id], interesId: 999_999, accion }), 'VALIDACION', [
      'interesId',
    ]);
    expectRefusal(await call({ clientes: [], interesId: tag.id, accion: 'MOVER' }), 'VALIDACION', [
      'clientes',
      'accion',
    ]);
    expect(await countRows(app)).toEqual(before);
  });
});

describe('roles', () => {
  it('only administration and sales write; the others read, and see that they cannot', async () => {
    const { id } = await buildFicha(app);
    const expected: [Rol, boolean][] = [
      ['ADMIN', true],
      ['VENTAS', true],
      ['MARKETING', false],
      ['SOPORTE', false],
    ];
    for (const [rol, writes] of expected) {
      const caller = await app.as(rol);
      const read = await caller.ok(contract.getCliente, { params: { id } });
      expect(read.puede).toEqual({
        editar: writes,
        inscribir: writes,
        cambiarEstadoA: writes ? ['PROSPECTO', 'INACTIVO'] : [],
      });
      const replies = [
        await caller.call(contract.createCliente, { body: {} as never }),
        await caller.call(contract.updateCliente, { params: { id }, body: {} as never }),
        await caller.call(contract.setEstadoCliente, { params: { id }, body: {} as never }),
        await caller.call(contract.tagClientes, { body: {} as never }),
      ];
      for (const reply of replies) {
        expect(reply.problem.code).toBe(writes ? 'VALIDACION' : 'SIN_PERMISO');
      }
    }
    const visitor = await app.as('VISITANTE');
    expect((await visitor.call(contract.getCliente, { params: { id } })).status).toBe(401);
    expect((await visitor.call(contract.listClientes, {})).status).toBe(401);
  });
});
