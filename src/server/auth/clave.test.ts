import { describe, expect, it } from 'vitest';
import * as contract from '#contract/auth.ts';
import { CLAVE, signInAs, testApp } from '#tests/support/app.ts';

const app = testApp();
let count = 0;

/** A staff user of their own, so that no test disturbs another's sessions. */
async function newUser(nombre = 'Rosa Díaz') {
  count += 1;
  const email = `rosa.diaz${count}@escuela.cl`;
  const admin = await app.as('ADMIN');
  const usuario = await admin.ok(contract.createUsuario, {
    body: { nombre, email, rol: 'VENTAS', clave: CLAVE },
  });
  return { admin, usuario, email };
}

describe('changing my password', () => {
  it('closes my other sessions, keeps this one, and only the new one signs in', async () => {
    const { email } = await newUser();
    const here = await signInAs(app, email, CLAVE);
    const there = await signInAs(app, email, CLAVE);
    await here.ok(contract.changeClave, { body: { actual: CLAVE, nueva: 'otra clave nueva' } });
    expect((await here.call(contract.getSesion, {})).status).toBe(200);
    expect((await there.call(contract.getSesion, {})).status).toBe(401);
    const visitor = await app.as('VISITANTE');
    expect((await visitor.call(contract.signIn, { body: { email, clave: CLAVE } })).status).toBe(
      401,
    );
    await signInAs(app, email, 'otra clave nueva');
  });

  it('asks for the present one', async () => {
    const { email } = await newUser();
    const user = await signInAs(app, email, CLAVE);
    const reply = await user.call(contract.changeClave, {
      body: { actual: 'no es la de ahora', nueva: 'otra clave nueva' },
    });
    expect(reply.status).toBe(422);
    expect(reply.problem.errores).toEqual([expect.objectContaining({ campo: 'actual' })]);
    await signInAs(app, email, CLAVE);
  });
});

describe('a weak password', () => {
  it.each([
    'corta',
    'x'.repeat(129),
    'Contraseña123',
    '1234567890',
    'QWERTYUIOP',
    'asdfghjklñ',
    'aaaaaaaaaaaa',
    'ababababab',
    'Ester Solís',
    'Solís-Ester 12',
    'estersolis1',
    'ester.solis@escuela.cl',
  ])('is refused: %s', async (clave) => {
    const admin = await app.as('ADMIN');
    const reply = await admin.call(contract.createUsuario, {
      body: { nombre: 'Ester Solís', email: 'ester.solis@escuela.cl', rol: 'SOPORTE', clave },
    });
    expect(reply.status).toBe(422);
    expect(reply.problem.errores).toEqual([expect.objectContaining({ campo: 'clave' })]);
    const { items } = await admin.ok(contract.listUsuarios, {});
    expect(items.map((item) => item.email)).not.toContain('ester.solis@escuela.cl');
  });

  it('is refused when changing mine and when an administrator sets one', async () => {
    const { admin, usuario, email } = await newUser();
    const user = await signInAs(app, email, CLAVE);
    const mine = await user.call(contract.changeClave, {
      body: { actual: CLAVE, nueva: 'bienvenido1' },
    });
    expect(mine.problem.errores).toEqual([expect.objectContaining({ campo: 'nueva' })]);
    const set = await admin.call(contract.updateUsuario, {
      params: { id: usuario.id },
      body: { clave: 'bienvenido1' },
    });
    expect(set.problem.errores).toEqual([expect.objectContaining({ campo: 'clave' })]);
    expect((await user.call(contract.getSesion, {})).status).toBe(200);
  });
});

describe('my sessions', () => {
  it('are listed with the one in use marked, and closed one by one', async () => {
    const { email } = await newUser();
    const here = await signInAs(app, email, CLAVE);
    const there = await signInAs(app, email, CLAVE);
    const { items } = await here.ok(contract.listSesiones, {});
    expect(items.map((item) => item.actual).sort()).toEqual([false, true]);
    const other = items.find((item) => !item.actual);
    await here.ok(contract.revokeSesion, { params: { id: other?.id ?? '' } });
    expect((await there.call(contract.getSesion, {})).status).toBe(401);
    expect((await here.ok(contract.listSesiones, {})).items).toHaveLength(1);
  });

  it('are nobody else’s to close: another’s id is not found', async () => {
    const { email } = await newUser();
    const mine = await signInAs(app, email, CLAVE);
    const [session] = (await mine.ok(contract.listSesiones, {})).items;
    for (const rol of ['ADMIN', 'SOPORTE'] as const) {
      const other = await app.as(rol);
      const reply = await other.call(contract.revokeSesion, { params: { id: session?.id ?? '' } });
      expect(reply.status).toBe(404);
    }
    expect((await mine.call(contract.getSesion, {})).status).toBe(200);
  });

  it('end by themselves after their time', async () => {
    const { email } = await newUser();
    const user = await signInAs(app, email, CLAVE);
    app.setNow(new Date(Date.now() + 31 * 86_400_000));
    const late = await user.call(contract.getSesion, {});
    app.setNow(new Date());
    expect(late.status).toBe(401);
  });
});
