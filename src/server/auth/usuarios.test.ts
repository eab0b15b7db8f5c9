import { describe, expect, it } from 'vitest';
import * as contract from '#contract/auth.ts';
import type { Rol } from '#contract/permisos.ts';
import { CLAVE, signInAs, testApp } from '#tests/support/app.ts';

const app = testApp();
let count = 0;

async function newUser(rol: Rol) {
  count += 1;
  const email = `usuaria${count}@escuela.cl`;
  const admin = await app.as('ADMIN');
  const usuario = await admin.ok(contract.createUsuario, {
    body: { nombre: `Usuaria ${count}`, email, rol, clave: CLAVE },
  });
  return { admin, id: usuario.id, email, usuario };
}

describe('staff users', () => {
  it('are created, listed and changed, with each change in the answer', async () => {
    const { admin, id, usuario, email } = await newUser('VENTAS');
    expect(usuario).toMatchObject({ rol: 'VENTAS', activo: true, sesiones: 0 });
    const changed = await admin.ok(contract.updateUsuario, {
      params: { id },
      body: { nombre: 'Otro nombre' },
    });
    expect(changed).toEqual({ ...usuario, nombre: 'Otro nombre' });
    const { items } = await admin.ok(contract.listUsuarios, {});
    expect(items.find((item) => item.id === id)).toEqual(changed);
    expect(JSON.stringify(items)).not.toMatch(/password|hash/i);
    await signInAs(app, email, CLAVE);
  });

  it('have an email of their own, whatever its case', async () => {
    const { admin, email } = await newUser('SOPORTE');
    const reply = await admin.call(contract.createUsuario, {
      body: { nombre: 'Doble', email: email.toUpperCase(), rol: 'SOPORTE', clave: CLAVE },
    });
    expect(reply.status).toBe(409);
    expect(reply.problem.code).toBe('EMAIL_DUPLICADO');
    expect(reply.problem.errores?.[0]?.campo).toBe('email');
  });

  it('created twice at once exist once', async () => {
    const admin = await app.as('ADMIN');
    const body = { nombre: 'Una', email: 'una@escuela.cl', rol: 'VENTAS', clave: CLAVE } as const;
    const replies = await Promise.all(
      [1, 2, 3].map(() => admin.call(contract.createUsuario, { body })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409, 409]);
  });

  it('that do not exist are not found', async () => {
    const admin = await app.as('ADMIN');
    const params = { id: '6f1c1f0e-0000-4000-8000-000000000000' };
    const reply = await admin.call(contract.updateUsuario, { params, body: { nombre: 'Nadie' } });
    expect(reply.status).toBe(404);
  });
});

describe('a user who loses access', () => {
  it('by deactivation is out at once, cannot sign in, and comes back when activated', async () => {
    const { admin, id, email } = await newUser('VENTAS');
    const user = await signInAs(app, email, CLAVE);
    const off = await admin.ok(contract.updateUsuario, { params: { id }, body: { activo: false } });
    expect(off).toMatchObject({ activo: false, sesiones: 0, puede: { desactivar: false } });
    expect((await user.call(contract.getSesion, {})).status).toBe(401);
    const visitor = await app.as('VISITANTE');
    const refused = await visitor.call(contract.signIn, { body: { email, clave: CLAVE } });
    expect(refused.problem.code).toBe('CREDENCIALES_INVALIDAS');
    await admin.ok(contract.updateUsuario, { params: { id }, body: { activo: true } });
    await signInAs(app, email, CLAVE);
    expect((await user.call(contract.getSesion, {})).status).toBe(401);
  });

  it.each([{ rol: 'SOPORTE' as const }, { clave: 'la puso otra persona' }])(
    'by a new role or password has to sign in again: %o',
    async (body) => {
      const { admin, id, email } = await newUser('VENTAS');
      const user = await signInAs(app, email, CLAVE);
      await admin.ok(contract.updateUsuario, { params: { id }, body });
      expect((await user.call(contract.getSesion, {})).status).toBe(401);
      await signInAs(app, email, body.clave ?? CLAVE);
    },
  );

  it('by the closing of all sessions is out everywhere', async () => {
    const { admin, id, email } = await newUser('MARKETING');
    const users = [await signInAs(app, email, CLAVE), await signInAs(app, email, CLAVE)];
    await admin.ok(contract.revokeSesionesDeUsuario, { params: { id } });
    for (const user of users) {
      expect((await user.call(contract.getSesion, {})).status).toBe(401);
    }
  });
});

describe('the last administrator', () => {
  it('can neither deactivate nor demote herself', async () => {
    const admin = await app.as('ADMIN');
    const me = await admin.ok(contract.getSesion, {});
    const params = { id: me.id };
    for (const body of [{ activo: false }, { rol: 'VENTAS' as const }]) {
      const reply = await admin.call(contract.updateUsuario, { params, body });
      expect(reply.status).toBe(409);
      expect(reply.problem.code).toBe('ESTADO_NO_PERMITE');
    }
    expect((await admin.ok(contract.getSesion, {})).rol).toBe('ADMIN');
  });

  it('is one of two who demote each other at once', async () => {
    const root = await app.as('ADMIN');
    const rootId = (await root.ok(contract.getSesion, {})).id;
    const a = await newUser('ADMIN');
    const b = await newUser('ADMIN');
    const callerA = await signInAs(app, a.email, CLAVE);
    const callerB = await signInAs(app, b.email, CLAVE);
    const demote = (id: string) => ({ params: { id }, body: { rol: 'VENTAS' as const } });
    await callerA.ok(contract.updateUsuario, demote(rootId));
    const replies = await Promise.all([
      callerA.call(contract.updateUsuario, demote(b.id)),
      callerB.call(contract.updateUsuario, demote(a.id)),
    ]);
    const statuses = replies.map((reply) => reply.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect([401, 403, 409]).toContain(statuses.find((status) => status !== 200));
    const { db } = app.services.deps;
    const admins = await db
      .selectFrom('usuario')
      .select('id')
      .where('rol', '=', 'ADMIN')
      .where('activo', '=', true)
      .execute();
    expect(admins).toHaveLength(1);
  });
});
