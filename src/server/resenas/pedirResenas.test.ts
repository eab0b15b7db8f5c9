import { describe, expect, it } from 'vitest';
import { discardAviso, listAvisos } from '#contract/avisos.ts';
import { createResenaPorEnlace, writeMiResena } from '#contract/resenas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildTaller, buildVenta, inDays } from '#tests/support/builders.ts';
import { pedirResenas } from './pedirResenas.ts';

const app = testApp();
const PRECIO = 40_000;

/** A Taller that ended at that instant, with one paid person, one who owes and one marked absent. */
async function buildTerminado(terminaEn: string) {
  const taller = await buildTaller(app, { precio: PRECIO });
  const [paid, owes, absent] = [
    await buildCliente(app),
    await buildCliente(app),
    await buildCliente(app),
  ];
  await buildVenta(app, taller.id, { clienteId: paid, pago: PRECIO });
  await buildVenta(app, taller.id, { clienteId: owes });
  const { lineas } = await buildVenta(app, taller.id, { clienteId: absent, pago: PRECIO });
  const { db } = app.services.deps;
  await db
    .insertInto('asistencia')
    .values({
      inscripcionId: lineas[0]?.id ?? 0,
      puesto: 1,
      estado: 'AUSENTE',
      via: 'LISTA',
      marcadaEn: terminaEn,
    })
    .execute();
  const iniciaEn = new Date(Date.parse(terminaEn) - 3 * 3_600_000).toISOString();
  await db.updateTable('taller').set({ iniciaEn, terminaEn }).where('id', '=', taller.id).execute();
  return { taller, paid };
}

const runAt = (instant: string) =>
  pedirResenas({ ...app.services.deps, now: () => new Date(instant) });

const asked = (tallerId: number) =>
  app.services.deps.db
    .selectFrom('solicitudResena')
    .select(['clienteId', 'token'])
    .where('tallerId', '=', tallerId)
    .execute();

describe('asking for reviews', () => {
  it('leaves one message for each who may review, with a link that works, however often it runs', async () => {
    // 20:30 of 10 March in Santiago, where it is UTC-3.
    const { taller, paid } = await buildTerminado('2026-03-10T23:30:00.000Z');
    expect(await runAt('2026-03-11T14:00:00Z')).toBe(1);
    const [request] = await asked(taller.id);
    expect(request?.clienteId).toBe(paid);
    expect(request?.token).toMatch(/^[\w-]{22}$/);

    const soporte = await app.as('SOPORTE');
    const pending = () =>
      soporte.ok(listAvisos, { query: { cliente: paid, tipo: ['PEDIR_RESENA'] } });
    const { items } = await pending();
    expect(items).toHaveLength(1);
    expect(items[0]?.texto).toContain(taller.titulo);
    expect(items[0]?.texto.endsWith(`/resenas/${request?.token}`)).toBe(true);

    await soporte.ok(discardAviso, { params: { id: items[0]?.id ?? 0 } });
    const again = await Promise.all([1, 2, 3].map(() => runAt('2026-03-11T15:00:00Z')));
    expect(again).toEqual([0, 0, 0]);
    expect((await pending()).items).toEqual([]);

    const visita = await app.as('VISITANTE');
    const params = { token: request?.token ?? '' };
    await visita.ok(createResenaPorEnlace, { params, body: { estrellas: 5 } });
  });

  it('leaves one message though two run at once', async () => {
    const { paid } = await buildTerminado('2026-02-10T20:00:00.000Z');
    const runs = await Promise.all([1, 2, 3, 4].map(() => runAt('2026-02-11T14:00:00Z')));
    expect(runs.reduce((sum, n) => sum + n, 0)).toBe(1);
    const { total } = await (await app.as('SOPORTE')).ok(listAvisos, { query: { cliente: paid } });
    expect(total).toBe(1);
  });

  it('waits for the day after and for eleven by the clock of the business', async () => {
    // 23:30 of 10 January in Santiago: in UTC it is the 11th already.
    const { taller } = await buildTerminado('2026-01-11T02:30:00.000Z');
    expect(await runAt('2026-01-11T02:59:00Z')).toBe(0);
    expect(await runAt('2026-01-11T13:59:00Z')).toBe(0);
    expect(await runAt('2026-01-11T14:00:00Z')).toBe(1);
    expect(await asked(taller.id)).toHaveLength(1);
    const today = await buildTerminado('2026-01-20T13:00:00.000Z');
    expect(await runAt('2026-01-20T22:00:00Z')).toBe(0);
    expect(await asked(today.taller.id)).toEqual([]);
  });

  it.each([
    ['begins', '2026-09-05T22:00:00.000Z', '2026-09-06T13:59:00Z', '2026-09-06T14:00:00Z'],
    ['ends', '2026-04-04T22:00:00.000Z', '2026-04-05T14:59:00Z', '2026-04-05T15:00:00Z'],
  ])('keeps the hour on the day when summer time %s', async (_what, ended, early, onTime) => {
    await buildTerminado(ended);
    expect(await runAt(early)).toBe(0);
    expect(await runAt(onTime)).toBe(1);
  });

  it('catches up after some days down, not after a week', async () => {
    await buildTerminado('2026-06-10T20:00:00.000Z');
    expect(await runAt('2026-06-17T18:00:00Z')).toBe(0);
    expect(await runAt('2026-06-13T18:00:00Z')).toBe(1);
  });

  it('does not ask whoever wrote already', async () => {
    const { taller, paid } = await buildTerminado(inDays(-1));
    await (await app.asAlumno(paid)).ok(writeMiResena, {
      body: { tipo: 'TALLER', id: taller.id, estrellas: 5 },
    });
    await runAt(inDays(0.6));
    expect(await asked(taller.id)).toEqual([]);
  });
});
