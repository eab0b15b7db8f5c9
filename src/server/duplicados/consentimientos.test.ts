import { describe, expect, it } from 'vitest';
import { updateCliente } from '#contract/clientes.ts';
import { createFusion, undoFusion } from '#contract/duplicados.ts';
import { insertConsentimiento } from '#server/clientes/captura.queries.ts';
import { captureCliente } from '#server/clientes/captura.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { quiereNovedades } from '#server/supresiones/consentimiento.queries.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha } from '#tests/support/clientes.ts';
import { bodyUnion, fichaDe } from '#tests/support/fusiones.ts';

const app = testApp();
type Accion = 'OTORGADO' | 'RETIRADO';
type Persona = { id: number; email: string };
let n = 0;

async function build(...acciones: Accion[]): Promise<Persona> {
  n += 1;
  const email = `palabra${n}@correo.cl`;
  const { id } = await buildFicha(app, { email });
  for (const accion of acciones) await say(email, accion);
  return { id, email };
}

/** As every form does it: whoever has, or had, the address says so. */
const say = (email: string, accion: Accion) =>
  transaction(app.services.deps.db, async (trx) => {
    const ctx = jobCtx(new Date(), 'test');
    const { id } = await captureCliente(trx, ctx, { email, origen: 'WEB', origenDetalle: {} });
    await insertConsentimiento(trx, {
      clienteId: id,
      email,
      texto: 'Acepto',
      version: 1,
      canal: 'WEB',
      evidencia: {},
      now: ctx.now,
      accion,
    });
  });

const hears = async (...people: Persona[]) =>
  Promise.all(people.map(async ({ id }) => (await fichaDe(app, id)).suscrito));

async function merge(one: Persona, two: Persona, email: string): Promise<number> {
  const admin = await app.as('ADMIN');
  const body = await bodyUnion(app, one.id, two.id, { email });
  return (await admin.ok(createFusion, { body })).id;
}

const undo = async (id: number) => (await app.as('ADMIN')).ok(undoFusion, { params: { id } });

async function setEmail(id: number, email: string): Promise<void> {
  const { version } = await fichaDe(app, id);
  await (await app.as('ADMIN')).ok(updateCliente, { params: { id }, body: { version, email } });
}

describe('what was said while two were one, once they are two again', () => {
  const both = ['one', 'two'] as const;
  const cases = both.flatMap((kept) => both.map((by) => [kept, by] as const));

  it.each(cases)('with the address of %s kept, a yes of %s is theirs alone', async (kept, by) => {
    const people = { one: await build(), two: await build() };
    const { one, two } = people;
    const id = await merge(one, two, people[kept].email);
    await say(people[by].email, 'OTORGADO');
    expect(await hears(one)).toEqual([kept === by]);
    await undo(id);
    expect(await hears(one, two)).toEqual([by === 'one', by === 'two']);
  });

  it.each(cases)('with the address of %s kept, a no of %s is theirs alone', async (kept, by) => {
    const people = { one: await build('OTORGADO'), two: await build('OTORGADO') };
    const { one, two } = people;
    const id = await merge(one, two, people[kept].email);
    await say(people[by].email, 'RETIRADO');
    expect(await hears(one)).toEqual([kept !== by]);
    await undo(id);
    expect(await hears(one, two)).toEqual([by !== 'one', by !== 'two']);
  });

  it.each(cases)(
    'with that of %s kept, the last of several words of %s holds',
    async (kept, by) => {
      const people = { one: await build('RETIRADO'), two: await build('RETIRADO') };
      const { one, two } = people;
      const id = await merge(one, two, people[kept].email);
      for (const accion of ['OTORGADO', 'RETIRADO', 'OTORGADO'] as const) {
        await say(people[by].email, accion);
      }
      await undo(id);
      expect(await hears(one, two)).toEqual([by === 'one', by === 'two']);
    },
  );

  it('goes with who was merged into the absorbed before', async () => {
    const [one, two, three] = [await build(), await build(), await build()];
    const first = await merge(two, three, two.email);
    const second = await merge(one, two, one.email);
    await say(three.email, 'OTORGADO');
    await undo(second);
    const { db } = app.services.deps;
    expect(await quiereNovedades(db, { clienteId: two.id, email: three.email })).toBe(true);
    expect(await hears(one, two)).toEqual([false, false]);
    await undo(first);
    expect(await hears(one, two, three)).toEqual([false, false, true]);
  });

  it('makes no yes of an address that is left behind, and forgets no no', async () => {
    const yes = { one: await build(), two: await build() };
    const first = await merge(yes.one, yes.two, yes.one.email);
    await say(yes.one.email, 'OTORGADO');
    await setEmail(yes.one.id, `nuevo-${yes.one.email}`);
    await undo(first);
    expect(await hears(yes.one, yes.two)).toEqual([false, false]);

    const no = { one: await build('OTORGADO'), two: await build() };
    const second = await merge(no.one, no.two, no.two.email);
    await say(no.one.email, 'RETIRADO');
    await setEmail(no.one.id, `nuevo-${no.one.email}`);
    await undo(second);
    expect(await hears(no.one, no.two)).toEqual([false, false]);
  });
});
