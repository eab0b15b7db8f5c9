import { describe, expect, it } from 'vitest';
import * as contract from '#contract/auth.ts';
import { issueFirstUseToken } from '#server/auth/primerUso.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { CLAVE, signInAs, testApp } from '#tests/support/app.ts';

const app = testApp();

describe('first use', () => {
  it('creates one administrator with the newest link, once', async () => {
    const { deps } = app.services;
    const issue = () =>
      transaction(deps.db, (trx) => issueFirstUseToken(trx, deps.now().toISOString()));
    const old = await issue();
    const token = (await issue()) ?? '';
    const visitor = await app.as('VISITANTE');
    expect(await visitor.ok(contract.getPrimerUso, { query: { token } })).toEqual({
      pendiente: true,
      enlaceValido: true,
    });
    const body = {
      nombre: 'Rosa Díaz',
      email: 'rosa@escuela.cl',
      clave: CLAVE,
      negocio: 'Taller Rosa',
    };
    const stale = await visitor.call(contract.createPrimerAdmin, {
      body: { ...body, token: old ?? '' },
    });
    expect(stale.status).toBe(410);
    const results = await Promise.all(
      [1, 2, 3].map(() => visitor.call(contract.createPrimerAdmin, { body: { ...body, token } })),
    );
    expect(results.map((r) => r.status).sort()).toEqual([201, 410, 410]);
    expect(await issue()).toBeUndefined();
  });
});

describe('sessions', () => {
  it('signs in, tells who I am, signs out, and the old cookie is worth nothing', async () => {
    const user = await app.as('VENTAS');
    const me = await user.ok(contract.getSesion, {});
    expect(me).toMatchObject({ email: 'ventas@prueba.cl', rol: 'VENTAS' });
    expect(me.permisos).toContain('ventas:escribir');
    const again = await signInAs(app, 'ventas@prueba.cl', CLAVE);
    expect((await again.ok(contract.listSesiones, {})).items).toHaveLength(2);
    await again.ok(contract.signOut, {});
    expect((await again.call(contract.getSesion, {})).status).toBe(401);
    expect((await user.call(contract.getSesion, {})).status).toBe(200);
  });

  it('answers alike for an unknown email and a wrong password', async () => {
    await app.as('VENTAS');
    const visitor = await app.as('VISITANTE');
    const wrong = await visitor.call(contract.signIn, {
      body: { email: 'ventas@prueba.cl', clave: 'no es esta clave' },
    });
    const unknown = await visitor.call(contract.signIn, {
      body: { email: 'nadie@prueba.cl', clave: 'no es esta clave' },
    });
    expect(wrong.status).toBe(401);
    expect(wrong.problem).toEqual(unknown.problem);
  });
});
