import { describe, expect, it } from 'vitest';
import { getCliente, setEstadoCliente } from '#contract/clientes.ts';
import type { CallArgs } from '#contract/endpoint.ts';
import * as contract from '#contract/interacciones.ts';
import type { Rol } from '#contract/permisos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, readEstado } from '#tests/support/builders.ts';
import { expectRefusal } from '#tests/support/clientes.ts';
import { idDe, today } from '#tests/support/interacciones.ts';

const app = testApp();
const ventas = () => app.as('VENTAS');
type Body = CallArgs<typeof contract.createInteraccion>['body'];

async function log(campos: Partial<Body> = {}, rol: Rol = 'VENTAS') {
  const clienteId = campos.clienteId ?? (await buildCliente(app));
  const body = { tipo: 'LLAMADA', resumen: 'Preguntó por fechas', ...campos, clienteId } as const;
  return (await app.as(rol)).ok(contract.createInteraccion, { body });
}

async function readAudit(id: number | string, entidad = 'INTERACCION') {
  return app.services.deps.db
    .selectFrom('auditoria')
    .select(['accion', 'antes', 'despues'])
    .where('entidad', '=', entidad)
    .where('entidadId', '=', String(id))
    .orderBy('id')
    .execute();
}

describe('logging a contact', () => {
  it('fills in who, when and the direction', async () => {
    const clienteId = await buildCliente(app);
    const yo = await idDe(app, 'VENTAS');
    const made = await log({ clienteId });
    expect(made).toMatchObject({
      cliente: { id: clienteId, nombres: 'María José' },
      tipo: 'LLAMADA',
      direccion: 'SALIENTE',
      resumen: 'Preguntó por fechas',
      detalle: null,
      resultado: null,
      responsable: { id: yo, nombre: 'Persona VENTAS' },
      seguimiento: null,
      version: 1,
      puede: { editar: true, eliminar: true },
    });
    expect(Math.abs(Date.parse(made.fecha) - Date.now())).toBeLessThan(60_000);
    const params = { id: made.id };
    expect(await (await ventas()).ok(contract.getInteraccion, { params })).toEqual(made);
  });

  it('takes what was told instead', async () => {
    const soporte = await idDe(app, 'SOPORTE');
    const made = await log({
      tipo: 'WHATSAPP',
      direccion: 'ENTRANTE',
      detalle: 'Dos líneas.\nY la otra.',
      fecha: '2026-03-02T15:00:00Z',
      responsableId: soporte,
      seguimiento: { fecha: today(3), nota: 'Mandar precios', responsableId: null },
    });
    expect(made).toMatchObject({
      direccion: 'ENTRANTE',
      detalle: 'Dos líneas.\nY la otra.',
      fecha: '2026-03-02T15:00:00.000Z',
      responsable: { id: soporte },
      seguimiento: {
        fecha: today(3),
        nota: 'Mandar precios',
        responsable: null,
        hechoEn: null,
        hechoPor: null,
        cuando: 'DESPUES',
      },
    });
  });

  it('gives the follow-up to whoever writes it, and tells when it is due', async () => {
    const yo = await idDe(app, 'VENTAS');
    for (const [days, cuando] of [
      [0, 'HOY'],
      [1, 'MANANA'],
      [2, 'DESPUES'],
    ] as const) {
      const { seguimiento } = await log({ seguimiento: { fecha: today(days) } });
      expect(seguimiento).toMatchObject({ responsable: { id: yo }, nota: null, cuando });
    }
  });

  it('knows no direction of a meeting or a note', async () => {
    expect((await log({ tipo: 'REUNION' })).direccion).toBeNull();
    expect((await log({ tipo: 'NOTA' })).direccion).toBeNull();
  });

  it('refuses what cannot be, every field at once', async () => {
    const clienteId = await buildCliente(app);
    const nobody = '6f1c1f0e-0000-4000-8000-000000000000';
    const body = {
      clienteId,
      tipo: 'NOTA',
      resumen: 'x',
      direccion: 'ENTRANTE',
      resultado: 'INTERESADO',
      fecha: new Date(Date.now() + 3_600_000).toISOString(),
      responsableId: nobody,
      seguimiento: { fecha: today(-1), responsableId: nobody },
    } as const;
    const reply = await (await ventas()).call(contract.createInteraccion, { body });
    expectRefusal(reply, 'VALIDACION', [
      'direccion',
      'fecha',
      'responsableId',
      'resultado',
      'seguimiento.fecha',
      'seguimiento.responsableId',
    ]);
  });

  it('refuses a person that there is not', async () => {
    const body = { clienteId: 999_999_999, tipo: 'NOTA', resumen: 'x' } as const;
    const reply = await (await ventas()).call(contract.createInteraccion, { body });
    expectRefusal(reply, 'VALIDACION', ['clienteId']);
  });

  it('twice with one key happens once', async () => {
    const clienteId = await buildCliente(app);
    const body = { clienteId, tipo: 'LLAMADA', resumen: 'Una sola' } as const;
    const idempotencyKey = 'registro-de-una-llamada';
    const call = async () =>
      (await ventas()).ok(contract.createInteraccion, { body, idempotencyKey });
    expect(await call()).toEqual(await call());
    const query = { cliente: clienteId };
    expect((await (await ventas()).ok(contract.listInteracciones, { query })).total).toBe(1);
  });

  it('is audited without the detail', async () => {
    const { id } = await log({ detalle: 'Secreto de familia' });
    const [row] = await readAudit(id);
    expect(row?.accion).toBe('CREAR');
    expect(row?.despues).toMatchObject({ tipo: 'LLAMADA', resumen: 'Preguntó por fechas' });
    expect(JSON.stringify(row)).not.toContain('Secreto');
  });
});

describe('the lifecycle', () => {
  const stateOf = (id: number) => readEstado(app, id);
  const lastActivity = async (id: number) =>
    (await (await ventas()).ok(getCliente, { params: { id } })).ultimaActividadEn;

  it('moves a LEAD that is interested, and only then', async () => {
    const clienteId = await buildCliente(app);
    await log({ clienteId, resultado: 'SIN_RESPUESTA' });
    expect(await stateOf(clienteId)).toBe('LEAD');
    await log({ clienteId, resultado: 'INTERESADO' });
    expect(await stateOf(clienteId)).toBe('PROSPECTO');
    const { historial } = await (await ventas()).ok(getCliente, { params: { id: clienteId } });
    expect(historial[0]).toMatchObject({ a: 'PROSPECTO', causa: 'INTERACCION' });
  });

  it('counts the contact as activity when it happened, and a note as none', async () => {
    const clienteId = await buildCliente(app);
    await log({ clienteId, tipo: 'NOTA' });
    expect(await lastActivity(clienteId)).toBeNull();
    const { fecha } = await log({ clienteId, fecha: '2026-05-05T12:00:00Z' });
    expect(await lastActivity(clienteId)).toBe(fecha);
    await log({ clienteId, fecha: '2026-05-04T12:00:00Z' });
    expect(await lastActivity(clienteId)).toBe(fecha);
  });

  it('brings an INACTIVO back by a contact, not by a note or by one of long ago', async () => {
    const clienteId = await buildCliente(app);
    await (await ventas()).ok(setEstadoCliente, {
      params: { id: clienteId },
      body: { estado: 'INACTIVO', motivo: 'No contesta', version: 1 },
    });
    await log({ clienteId, tipo: 'NOTA' });
    expect(await stateOf(clienteId)).toBe('INACTIVO');
    const old = new Date(Date.now() - 400 * 86_400_000).toISOString();
    await log({ clienteId, fecha: old });
    expect(await stateOf(clienteId)).toBe('INACTIVO');
    await log({ clienteId, tipo: 'CORREO' });
    expect(await stateOf(clienteId)).toBe('CLIENTE');
  });

  it('hears of a correction that makes it interested, and does not turn back when it is deleted', async () => {
    const clienteId = await buildCliente(app);
    const { id, version } = await log({ clienteId });
    const body = { resultado: 'INTERESADO', version } as const;
    await (await ventas()).ok(contract.updateInteraccion, { params: { id }, body });
    expect(await stateOf(clienteId)).toBe('PROSPECTO');
    await (await ventas()).ok(contract.deleteInteraccion, { params: { id } });
    expect(await stateOf(clienteId)).toBe('PROSPECTO');
  });
});

describe('correcting', () => {
  const update = async (
    id: number,
    body: CallArgs<typeof contract.updateInteraccion>['body'],
    rol: Rol = 'VENTAS',
  ) => (await app.as(rol)).call(contract.updateInteraccion, { params: { id }, body });

  it('changes what is given and leaves the rest', async () => {
    const made = await log({ detalle: 'Largo', seguimiento: { fecha: today(2), nota: 'Llamar' } });
    const { body } = await update(made.id, { resumen: 'Otro resumen', version: 1 }, 'SOPORTE');
    expect(body).toEqual({
      ...made,
      resumen: 'Otro resumen',
      version: 2,
      puede: { editar: true, eliminar: false },
    });
    const rows = await readAudit(made.id);
    expect(rows.at(-1)).toMatchObject({
      accion: 'CAMBIAR',
      antes: { resumen: 'Preguntó por fechas' },
      despues: { resumen: 'Otro resumen' },
    });
  });

  it('refuses a stale version', async () => {
    const { id } = await log();
    await update(id, { resumen: 'Uno', version: 1 });
    const reply = await update(id, { resumen: 'Dos', version: 1 });
    expectRefusal(reply, 'CONFLICTO_VERSION', []);
  });

  it('drops what another tipo does not have', async () => {
    const { id } = await log({ direccion: 'ENTRANTE', resultado: 'RESUELTO' });
    const note = await update(id, { tipo: 'NOTA', version: 1 });
    expect(note.body).toMatchObject({ tipo: 'NOTA', direccion: null, resultado: null });
    const call = await update(id, { tipo: 'LLAMADA', version: 2 });
    expect(call.body).toMatchObject({ direccion: 'SALIENTE', resultado: null });
    const wrong = await update(id, { direccion: 'ENTRANTE', tipo: 'REUNION', version: 3 });
    expectRefusal(wrong, 'VALIDACION', ['direccion']);
  });

  it('adds, moves and takes away what is to follow', async () => {
    const { id } = await log();
    const added = await update(id, { seguimiento: { fecha: today(0), nota: 'Ya' }, version: 1 });
    expect(added.body.seguimiento).toMatchObject({
      nota: 'Ya',
      responsable: { id: await idDe(app, 'VENTAS') },
    });
    const params = { id };
    await (await ventas()).ok(contract.completeSeguimiento, { params, body: { hecho: true } });
    const noted = await update(id, { seguimiento: { fecha: today(0), nota: 'Sí' }, version: 3 });
    expect(noted.body.seguimiento).toMatchObject({ nota: 'Sí', hechoPor: 'Persona VENTAS' });
    const moved = await update(id, { seguimiento: { fecha: today(1) }, version: 4 });
    expect(moved.body.seguimiento).toMatchObject({ nota: 'Sí', hechoEn: null, cuando: 'MANANA' });
    const gone = await update(id, { seguimiento: null, version: 5 });
    expect(gone.body.seguimiento).toBeNull();
  });

  it('leaves an overdue follow-up of someone who is gone as it is, but gives them nothing new', async () => {
    const { db } = app.services.deps;
    const soporte = await idDe(app, 'SOPORTE');
    const { id } = await log({
      responsableId: soporte,
      seguimiento: { fecha: today(0), responsableId: soporte },
    });
    await db
      .updateTable('interaccion')
      .set({ seguimientoEn: '2024-01-01' })
      .where('id', '=', id)
      .execute();
    const gone = async (activo: boolean) =>
      db.updateTable('usuario').set({ activo }).where('id', '=', soporte).execute();
    await gone(false);
    const seguimiento = { fecha: '2024-01-01', nota: 'Sigue', responsableId: soporte };
    const same = { resumen: 'Corregido', responsableId: soporte, seguimiento, version: 1 };
    expect((await update(id, same)).status).toBe(200);
    const otra = await log();
    const reply = await update(otra.id, { responsableId: soporte, version: 1 });
    await gone(true);
    expectRefusal(reply, 'VALIDACION', ['responsableId']);
  });
});

describe('deleting', () => {
  const remove = async (id: number, rol: Rol) =>
    (await app.as(rol)).call(contract.deleteInteraccion, { params: { id } });

  it('is for who wrote it and for administration', async () => {
    const mine = await log({ detalle: 'Secreto' });
    const other = await log();
    expectRefusal(await remove(mine.id, 'SOPORTE'), 'SIN_PERMISO', []);
    expect((await remove(mine.id, 'VENTAS')).status).toBe(204);
    expect((await remove(other.id, 'ADMIN')).status).toBe(204);
    expectRefusal(await remove(mine.id, 'VENTAS'), 'NO_ENCONTRADO', []);
    const rows = await readAudit(mine.id);
    expect(rows.at(-1)?.accion).toBe('BORRAR');
    expect(JSON.stringify(rows)).not.toContain('Secreto');
  });
});
