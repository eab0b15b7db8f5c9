import { origenes } from '#contract/clientes.ts';
import {
  anularCobro,
  type Cobro,
  createPago,
  createReembolso,
  createReverso,
  medio,
} from '#contract/cobros.ts';
import { anularInscripcion, createVenta } from '#contract/ventas.ts';
import type { TestApp } from './app.ts';
import { buildCurso, buildPersona, buildProducto, buildTaller } from './builders.ts';

/** The same numbers at every run. */
function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(next() * from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  return { next, pick, chance: (share: number) => next() < share };
}

/** About the two nights when the clock of Santiago jumps in 2024, and around midnight of a month's end. */
const nights = [
  '2024-04-07T02:30:00.000Z',
  '2024-04-07T03:30:00.000Z',
  '2024-04-07T04:00:00.000Z',
  '2024-09-08T03:59:59.000Z',
  '2024-09-08T04:00:00.000Z',
  '2024-05-01T03:59:59.000Z',
  '2024-05-01T04:00:00.000Z',
];

const utms = [
  { utmSource: 'instagram', utmMedium: 'historia', utmCampaign: 'otoño' },
  { utmSource: 'google' },
  { utmCampaign: 'primavera' },
  {},
  {},
];

/**
 * A business with a past between `from` and `to` (ISO 8601 UTC): people, sales of every mix, payments in parts, refunds,
 * reversals and annulments, some of them about midnight. The clock of the app must stand at `to` or later.
 */
export async function buildHistoria(app: TestApp, from: string, to: string): Promise<void> {
  const { db } = app.services.deps;
  const { next, pick, chance } = createRandom(7);
  const ventas = await app.as('VENTAS');
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const moment = (after = start) =>
    chance(0.2) && after === start
      ? pick(nights)
      : new Date(after + Math.floor(next() * (end - after))).toISOString();

  const intereses = await db
    .insertInto('interes')
    .values(['Cerámica', 'Telar', 'Pintura'].map((nombre) => ({ nombre, color: '#0b7285' })))
    .returning('id')
    .execute();
  const talleres = await Promise.all(
    [33_333, 40_000, 0, 25_001].map((precio) => buildTaller(app, { precio, cupos: 200 })),
  );
  const cursos = await Promise.all([59_990, 0].map((precio) => buildCurso(app, { precio })));
  const kits = await Promise.all(
    [14_777, 9_990].map((precio) => buildProducto(app, { precio, stock: 900 })),
  );
  for (const [i, { id }] of talleres.entries()) {
    const interesId = intereses[i]?.id ?? null;
    await db.updateTable('taller').set({ interesId }).where('id', '=', id).execute();
  }
  for (const { id } of cursos) {
    const interesId = intereses[0]?.id ?? null;
    await db.updateTable('curso').set({ interesId }).where('id', '=', id).execute();
  }
  const empresas = await db
    .insertInto('empresa')
    .values(['Viña Los Boldos', 'Colegio Alerce'].map((razonSocial) => ({ razonSocial })))
    .returning('id')
    .execute();

  const people: { id: number; creadoEn: string; empresaId: number | null }[] = [];
  for (let i = 0; i < 60; i += 1) {
    const { nombres, apellidos, email } = buildPersona();
    const creadoEn = moment();
    const empresaId = chance(0.2) ? pick(empresas).id : null;
    const { id } = await db
      .insertInto('cliente')
      .values({
        tipo: empresaId ? 'B2B' : 'B2C',
        empresaId,
        nombres,
        apellidos,
        email,
        origen: pick(origenes),
        origenDetalle: JSON.stringify(pick(utms)),
        creadoEn,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('clienteEstado')
      .values({ clienteId: id, de: null, a: 'LEAD', causa: 'CAPTURA', creadoEn })
      .execute();
    people.push({ id, creadoEn, empresaId });
  }

  const sell = async (person: (typeof people)[number]): Promise<{ cobro: Cobro; at: string }> => {
    const taken = await db
      .selectFrom('inscripcion')
      .select('tallerId')
      .where('clienteId', '=', person.id)
      .where('anuladaEn', 'is', null)
      .execute();
    const free = talleres.filter(({ id }) => !taken.some(({ tallerId }) => tallerId === id));
    const known = await db
      .selectFrom('inscripcionCurso')
      .select('cursoId')
      .where('clienteId', '=', person.id)
      .execute();
    const unseen = cursos.filter(({ id }) => !known.some(({ cursoId }) => cursoId === id));
    const seat = free.length > 0 && chance(0.7) ? [pick(free)] : [];
    const lineas = [
      ...seat.map((t) => ({ tipo: 'TALLER' as const, tallerId: t.id, cantidad: 1 })),
      ...(unseen.length > 0 && chance(0.3)
        ? [{ tipo: 'CURSO' as const, cursoId: pick(unseen).id }]
        : []),
      ...(chance(0.4) || seat.length === 0
        ? [
            {
              tipo: 'PRODUCTO' as const,
              productoId: pick(kits).id,
              cantidad: 1 + Math.floor(next() * 3),
            },
          ]
        : []),
    ];
    const empresaId = person.empresaId && chance(0.7) ? person.empresaId : null;
    const cobro = await ventas.ok(createVenta, {
      body: { clienteId: person.id, lineas, ...(empresaId ? { empresaId } : {}) },
    });
    const at = moment(Date.parse(person.creadoEn));
    for (const table of ['inscripcion', 'inscripcionCurso', 'ventaProducto'] as const) {
      await db.updateTable(table).set({ creadoEn: at }).where('cobroId', '=', cobro.id).execute();
    }
    await db.updateTable('cobro').set({ creadoEn: at }).where('id', '=', cobro.id).execute();
    return { cobro, at };
  };

  for (let i = 0; i < 90; i += 1) {
    const { cobro, at } = await sell(pick(people));
    const params = { id: cobro.id };
    const body = (monto: number) => ({
      monto,
      medio: pick(medio.options),
      fecha: chance(0.15) ? (nights.filter((n) => n > at)[0] ?? at) : moment(Date.parse(at)),
    });
    if (cobro.total === 0 || chance(0.15)) continue;
    const parts = chance(0.5)
      ? [cobro.total]
      : [Math.ceil(cobro.total / 3), cobro.total - Math.ceil(cobro.total / 3)];
    let last = cobro;
    for (const part of parts.slice(0, chance(0.8) ? 2 : 1)) {
      last = await ventas.ok(createPago, { params, body: body(part) });
    }
    const [paid] = last.pagos;
    if (paid && chance(0.15)) {
      await ventas.ok(createReverso, {
        params: { id: cobro.id, pagoId: paid.id },
        body: { nota: 'Mal registrado' },
      });
    } else if (paid && chance(0.25)) {
      await ventas.ok(createReembolso, { params, body: body(Math.ceil(paid.monto / 7)) });
    }
    const seat = cobro.lineas.find(({ tipo }) => tipo === 'TALLER');
    if (seat && chance(0.12)) {
      await ventas.ok(anularInscripcion, { params: { id: seat.id }, body: { motivo: 'No puede' } });
    } else if (chance(0.08)) {
      await ventas.ok(anularCobro, { params, body: { motivo: 'Ya no puede' } });
    }
  }
  await backdateEstados(app, moment);
}

/** The steps of each person, spread over the time since they came; some of those who bought are INACTIVO now. */
async function backdateEstados(app: TestApp, moment: (after?: number) => string): Promise<void> {
  const { db } = app.services.deps;
  const people = await db.selectFrom('cliente').select(['id', 'creadoEn', 'estado']).execute();
  for (const [i, { id, creadoEn, estado }] of people.entries()) {
    const steps = await db
      .selectFrom('clienteEstado')
      .select(['id', 'a'])
      .where('clienteId', '=', id)
      .orderBy('id')
      .execute();
    let at = creadoEn;
    for (const step of steps.slice(1)) {
      at = moment(Date.parse(at));
      await db
        .updateTable('clienteEstado')
        .set({ creadoEn: at })
        .where('id', '=', step.id)
        .execute();
      if (step.a !== 'CLIENTE') continue;
      await db.updateTable('cliente').set({ convertidoEn: at }).where('id', '=', id).execute();
    }
    if (estado !== 'CLIENTE' || i % 3 !== 0) continue;
    const inactivo = {
      clienteId: id,
      de: 'CLIENTE',
      a: 'INACTIVO',
      causa: 'SIN_ACTIVIDAD',
    } as const;
    await db.insertInto('clienteEstado').values(inactivo).execute();
    await db.updateTable('cliente').set({ estado: 'INACTIVO' }).where('id', '=', id).execute();
  }
}
