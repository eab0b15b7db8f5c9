import { describe, expect, it } from 'vitest';
import { anularCobro } from '#contract/cobros.ts';
import * as contract from '#contract/espera.ts';
import { createInscripcionPublica } from '#contract/publico.ts';
import { getTaller, type Taller, updateTaller } from '#contract/talleres.ts';
import { anularTaller, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildPersona,
  buildTaller,
  buildVenta,
  inDays,
} from '#tests/support/builders.ts';
import { buildLleno, expectCuposSanos, readCupos } from '#tests/support/espera.ts';

const app = testApp();
const times = <T>(n: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));
const motivo = { motivo: 'No viene' };

type Persona = ReturnType<typeof buildPersona>;

async function join(slug: string, body: Persona = buildPersona()) {
  const caller = await app.as('VISITANTE');
  return caller.ok(contract.joinEsperaPublica, { params: { slug }, body });
}

async function estados(codigos: string[]) {
  const caller = await app.as('VISITANTE');
  const found = await Promise.all(
    codigos.map((codigo) => caller.ok(contract.getEsperaPublica, { params: { codigo } })),
  );
  return found.map(({ estado }) => estado);
}

async function soldSeats(tallerId: number, cupos: number) {
  const sales = [];
  for (let i = 0; i < cupos; i += 1) sales.push(await buildVenta(app, tallerId));
  return sales;
}

describe('the waitlist under many hands at once', () => {
  it('10 waiting, 7 freed at once: the first 7 are offered, in order', async () => {
    const taller = await buildTaller(app, { cupos: 8 });
    const sales = await soldSeats(taller.id, 8);
    const codigos: string[] = [];
    for (let i = 0; i < 10; i += 1) codigos.push((await join(taller.slug)).codigo);
    const ventas = await app.as('VENTAS');
    await times(7, (i) =>
      ventas.ok(anularCobro, { params: { id: sales[i]?.id ?? 0 }, body: motivo }),
    );
    await Promise.all([app.runJobs(), app.runJobs(), app.runCron('atender-esperas')]);
    expect(await estados(codigos)).toEqual([
      ...Array(7).fill('OFRECIDA'),
      ...Array(3).fill('ESPERANDO'),
    ]);
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 8, ocupados: 1, ofrecidos: 7 });
    await expectCuposSanos(app);
  });

  it('one person in four lists whose seats are freed at once gets one offer', async () => {
    const full = await times(4, () => buildLleno(app, 1));
    const person = buildPersona();
    const mine = await times(4, (i) => join(full[i]?.taller.slug ?? '', person));
    const ventas = await app.as('VENTAS');
    const lists = await times(4, (i) =>
      ventas.ok(contract.listEspera, { params: { id: full[i]?.taller.id ?? 0 }, query: {} }),
    );
    await times(4, (i) =>
      ventas.ok(anularCobro, { params: { id: full[i]?.cobro.id ?? 0 }, body: motivo }),
    );
    const [replies] = await Promise.all([
      times(4, (i) =>
        ventas.call(contract.offerEspera, { params: { id: lists[i]?.items[0]?.id ?? 0 } }),
      ),
      app.runJobs(),
      app.runCron('atender-esperas'),
    ]);
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
    await app.runCron('atender-esperas');
    const now = await estados(mine.map(({ codigo }) => codigo));
    expect(now.toSorted()).toEqual(['ESPERANDO', 'ESPERANDO', 'ESPERANDO', 'OFRECIDA']);
    await expectCuposSanos(app);
  });

  it('two people in two lists in opposite order: both end, each with one offer', async () => {
    const [a, b] = [await buildLleno(app, 2), await buildLleno(app, 2)];
    const [ana, luz] = [buildPersona(), buildPersona()];
    const codigos = [
      await join(a.taller.slug, ana),
      await join(a.taller.slug, luz),
      await join(b.taller.slug, luz),
      await join(b.taller.slug, ana),
    ].map(({ codigo }) => codigo);
    const ventas = await app.as('VENTAS');
    await Promise.all(
      [a, b].map(({ cobro }) => ventas.ok(anularCobro, { params: { id: cobro.id }, body: motivo })),
    );
    await Promise.all([app.runJobs(), app.runJobs(), app.runCron('atender-esperas')]);
    const now = await estados(codigos);
    expect(now.filter((estado) => estado === 'OFRECIDA')).toHaveLength(2);
    await expectCuposSanos(app);
  });

  it('manual and automatic promotion at once make one offer', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const { codigo } = await join(taller.slug);
    await join(taller.slug);
    const ventas = await app.as('VENTAS');
    const { items } = await ventas.ok(contract.listEspera, {
      params: { id: taller.id },
      query: {},
    });
    await ventas.ok(anularCobro, { params: { id: cobro.id }, body: motivo });
    const [replies] = await Promise.all([
      times(6, (i) => ventas.call(contract.offerEspera, { params: { id: items[i % 2]?.id ?? 0 } })),
      app.runJobs(),
      app.runCron('atender-esperas'),
    ]);
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 1, ocupados: 0, ofrecidos: 1 });
    const live = await ventas.ok(contract.listEspera, { params: { id: taller.id }, query: {} });
    expect(live.items.filter(({ estado }) => estado === 'OFRECIDA')).toHaveLength(1);
    expect(live.items.map(({ enlace }) => enlace).some((one) => one?.endsWith(codigo))).toBe(true);
    await expectCuposSanos(app);
  });

  it('accepting twenty times at once is one sale, and one answer', async () => {
    const { taller, cobro } = await buildLleno(app, 2);
    const { codigo } = await join(taller.slug, { ...buildPersona(), cantidad: 2 });
    const ventas = await app.as('VENTAS');
    await ventas.ok(anularCobro, { params: { id: cobro.id }, body: motivo });
    await app.runJobs();
    const visitor = await app.as('VISITANTE');
    const replies = await times(20, () =>
      visitor.call(contract.acceptOferta, { params: { codigo } }),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ body }) => body.codigo)).size).toBe(1);
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 2, ocupados: 2, ofrecidos: 0 });
    await expectCuposSanos(app);
  });

  it('accepting, letting go and removing at once have one outcome', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const { codigo } = await join(taller.slug);
    const next = await join(taller.slug);
    const ventas = await app.as('VENTAS');
    await ventas.ok(anularCobro, { params: { id: cobro.id }, body: motivo });
    await app.runJobs();
    const { items } = await ventas.ok(contract.listEspera, {
      params: { id: taller.id },
      query: {},
    });
    const visitor = await app.as('VISITANTE');
    await Promise.all([
      times(4, () => visitor.call(contract.acceptOferta, { params: { codigo } })),
      times(2, () => visitor.call(contract.leaveEspera, { params: { codigo } })),
      ventas.call(contract.removeEspera, { params: { id: items[0]?.id ?? 0 } }),
    ]);
    const [mine, following] = await estados([codigo, next.codigo]);
    expect([
      ['ACEPTADA', 'ESPERANDO'],
      ['RETIRADA', 'OFRECIDA'],
    ]).toContainEqual([mine, following]);
    await expectCuposSanos(app);
  });

  it('visitors who buy as a seat is freed never get the seat of who waits', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { taller, cobro } = await buildLleno(app, 1);
      const { codigo } = await join(taller.slug);
      const ventas = await app.as('VENTAS');
      const visitor = await app.as('VISITANTE');
      const [replies] = await Promise.all([
        times(12, () =>
          visitor.call(createInscripcionPublica, {
            params: { slug: taller.slug },
            body: buildPersona(),
          }),
        ),
        ventas.ok(anularCobro, { params: { id: cobro.id }, body: motivo }),
      ]);
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([409]));
      await app.runJobs();
      expect(await estados([codigo])).toEqual(['OFRECIDA']);
    }
    await expectCuposSanos(app);
  });

  it('annulling the Taller as offers are made and accepted leaves none', async () => {
    const taller = await buildTaller(app, { cupos: 4 });
    const sales = await soldSeats(taller.id, 4);
    const mine: contract.EsperaPublica[] = [];
    for (let i = 0; i < 6; i += 1) mine.push(await join(taller.slug));
    const ventas = await app.as('VENTAS');
    await times(2, (i) =>
      ventas.ok(anularCobro, { params: { id: sales[i]?.id ?? 0 }, body: motivo }),
    );
    await app.runJobs();
    const visitor = await app.as('VISITANTE');
    await Promise.all([
      ventas.ok(anularTaller, {
        params: { id: taller.id },
        body: { ...motivo, version: taller.version },
      }),
      times(6, (i) =>
        visitor.call(contract.acceptOferta, { params: { codigo: mine[i]?.codigo ?? '' } }),
      ),
      ventas.call(anularCobro, { params: { id: sales[2]?.id ?? 0 }, body: motivo }),
      app.runCron('atender-esperas'),
    ]);
    await app.runJobs();
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 4, ocupados: 0, ofrecidos: 0 });
    const now = await estados(mine.map(({ codigo }) => codigo));
    expect(now.every((estado) => estado === 'CERRADA' || estado === 'ACEPTADA')).toBe(true);
    await expectCuposSanos(app);
  });
});

describe('whatever the order of what happens', () => {
  it('offers and seats add up after each of 30 storms', async () => {
    const ventas = await app.as('VENTAS');
    const admin = await app.as('ADMIN');
    const visitor = await app.as('VISITANTE');
    const talleres: Taller[] = [];
    const cobros: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const taller = await buildTaller(app, { cupos: 3 });
      talleres.push(taller);
      for (const { id } of await soldSeats(taller.id, 3)) cobros.push(id);
    }
    const people = Array.from({ length: 8 }, () => buildPersona());
    const random = randomFrom(20_260);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const codigos: string[] = [];
    let accepted = 0;
    const acts: (() => Promise<unknown>)[] = [
      async () => {
        const body = {
          ...(pick(people) ?? buildPersona()),
          cantidad: 1 + Math.floor(random() * 3),
        };
        const params = { slug: pick(talleres)?.slug ?? '' };
        const joined = await visitor.call(contract.joinEsperaPublica, { params, body });
        if (joined.status === 201) codigos.push(joined.body.codigo);
      },
      async () => {
        const body = {
          ...(pick(people) ?? buildPersona()),
          cantidad: 1 + Math.floor(random() * 2),
        };
        const params = { slug: pick(talleres)?.slug ?? '' };
        await visitor.call(createInscripcionPublica, { params, body });
      },
      async () => {
        const body = {
          clienteId: await buildCliente(app),
          lineas: [{ tipo: 'TALLER' as const, tallerId: pick(talleres)?.id ?? 0, cantidad: 1 }],
        };
        const sold = await ventas.call(createVenta, { body });
        if (sold.status === 201) cobros.push(sold.body.id);
      },
      async () => {
        const id = pick(cobros);
        if (id) await ventas.call(anularCobro, { params: { id }, body: motivo });
      },
      async () => {
        const codigo = pick(codigos);
        if (!codigo) return;
        const sold = await visitor.call(contract.acceptOferta, { params: { codigo } });
        accepted += Number(sold.status === 201);
      },
      async () => {
        const codigo = pick(codigos);
        if (codigo) await visitor.call(contract.leaveEspera, { params: { codigo } });
      },
      async () => {
        const { items } = await ventas.ok(contract.listEspera, {
          params: { id: pick(talleres)?.id ?? 0 },
          query: {},
        });
        const one = pick(items);
        if (one) await ventas.call(contract.offerEspera, { params: { id: one.id } });
      },
      async () => {
        const id = pick(talleres)?.id ?? 0;
        const { version } = await admin.ok(getTaller, { params: { id } });
        const body = { version, cupos: 3 + Math.floor(random() * 3) };
        await admin.call(updateTaller, { params: { id }, body });
      },
      () => app.runCron('atender-esperas'),
      () => app.runCron('vencer-reservas'),
    ];
    let days = 0;
    for (let storm = 0; storm < 30; storm += 1) {
      if (storm % 6 === 5) {
        days += 1.1;
        app.setNow(new Date(inDays(days)));
      }
      const chosen = Array.from({ length: 10 }, () => pick(acts));
      await Promise.all(chosen.map((act) => act?.()));
      await app.runJobs();
      await expectCuposSanos(app);
    }
    expect(accepted).toBeGreaterThan(0);
    const seen = new Set(await estados(codigos));
    expect(seen.size).toBeGreaterThan(2);
  });
});

/** Numbers in [0, 1) that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
