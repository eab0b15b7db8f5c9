import { describe, expect, it } from 'vitest';
import {
  anularInscripcion,
  anularTaller,
  createVenta,
  trasladarInscripcion,
} from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { armarCorreo, leerCorreo, readClaves, readCorreos } from '#tests/support/automaticos.ts';
import { buildCliente, buildTaller, buildVenta } from '#tests/support/builders.ts';
import { recordar } from './recordar.ts';

const app = testApp();
const PRECIO = 40_000;
const TRES = 'RECORDATORIO_3_DIAS';
const UNO = 'RECORDATORIO_1_DIA';

type Cuando = { iniciaEn: string; zona?: string; horas?: number; inscritaEn?: string };

/** A Taller that begins at that instant, with one paid seat taken long before unless told. */
async function buildCon({ iniciaEn, zona, horas = 3, inscritaEn }: Cuando, pago = PRECIO) {
  const taller = await buildTaller(app, { precio: PRECIO });
  const clienteId = await buildCliente(app);
  const venta = await buildVenta(app, taller.id, { clienteId, ...(pago ? { pago } : {}) });
  const { db } = app.services.deps;
  const terminaEn = new Date(Date.parse(iniciaEn) + horas * 3_600_000).toISOString();
  await db
    .updateTable('taller')
    .set({ iniciaEn, terminaEn, ...(zona ? { zona } : {}) })
    .where('id', '=', taller.id)
    .execute();
  const creadoEn = inscritaEn ?? new Date(Date.parse(iniciaEn) - 30 * 86_400_000).toISOString();
  await db.updateTable('inscripcion').set({ creadoEn }).where('tallerId', '=', taller.id).execute();
  return { taller, clienteId, cobro: venta, inscripcionId: venta.lineas[0]?.id ?? 0 };
}

const runAt = (instant: string) => recordar({ ...app.services.deps, now: () => new Date(instant) });

/** The reminders of a person; the mail of the sale left out. */
const reminders = async (clienteId: number) =>
  (await readClaves(app, clienteId)).filter((clave) => clave !== 'INSCRIPCION_RECIBIDA');

describe('reminders of a Taller', () => {
  it('go out at ten, three days and one day before, once each however often it runs', async () => {
    // Saturday 12 December, 10:00 in Santiago, where it is UTC-3.
    const { clienteId } = await buildCon({ iniciaEn: '2026-12-12T13:00:00.000Z' });
    expect(await runAt('2026-12-08T18:00:00Z')).toBe(0);
    expect(await runAt('2026-12-09T12:59:00Z')).toBe(0);
    const runs = await Promise.all([1, 2, 3].map(() => runAt('2026-12-09T13:00:00Z')));
    expect(runs.reduce((sum, n) => sum + n)).toBe(1);
    expect(await runAt('2026-12-09T16:00:00Z')).toBe(0);
    expect(await runAt('2026-12-10T13:00:00Z')).toBe(0);
    expect(await reminders(clienteId)).toEqual([TRES]);
    expect(await runAt('2026-12-11T13:00:00Z')).toBe(1);
    expect(await runAt('2026-12-12T13:00:00Z')).toBe(0);
    expect(await reminders(clienteId)).toEqual([TRES, UNO]);
  });

  it('say when and where, how many seats, and what is left to pay', async () => {
    const { clienteId, taller } = await buildCon({ iniciaEn: '2026-12-12T13:00:00.000Z' }, 15_000);
    await app.services.deps.db
      .updateTable('taller')
      .set({ direccion: 'Irarrázaval 1234', comuna: '13120' })
      .where('id', '=', taller.id)
      .execute();
    await runAt('2026-12-09T13:00:00Z');
    app.setNow(new Date('2026-12-09T13:01:00Z'));
    const three = await leerCorreo(app, clienteId, TRES);
    expect(three.asunto).toBe(`«${taller.titulo}» es el sábado 12 de diciembre`);
    expect(three.texto).toContain('sábado 12 de diciembre, 10:00–13:00');
    expect(three.texto).toContain('Es en Taller Ñuñoa, Irarrázaval 1234, Ñuñoa.');
    expect(three.texto).toContain('Te quedan por pagar $25.000');
    await runAt('2026-12-11T13:00:00Z');
    app.setNow(new Date('2026-12-11T13:01:00Z'));
    const one = await leerCorreo(app, clienteId, UNO);
    expect(one.asunto).toBe(`Te esperamos mañana en «${taller.titulo}»`);
    app.setNow(new Date('2026-12-12T10:00:00Z'));
    expect((await leerCorreo(app, clienteId, UNO)).asunto).toContain('Te esperamos hoy');
  });

  it('give the way into a live one to who owes nothing alone', async () => {
    const paid = await buildCon({ iniciaEn: '2026-12-15T13:00:00.000Z' });
    const owes = await buildCon({ iniciaEn: '2026-12-15T13:00:00.000Z' }, 1_000);
    await app.services.deps.db
      .updateTable('taller')
      .set({ modalidad: 'EN_VIVO', lugar: null, enlace: 'https://meet.example.com/abc' })
      .where('id', 'in', [paid.taller.id, owes.taller.id])
      .execute();
    await runAt('2026-12-14T13:00:00Z');
    app.setNow(new Date('2026-12-14T13:01:00Z'));
    const [mine, theirs] = [
      await leerCorreo(app, paid.clienteId, UNO),
      await leerCorreo(app, owes.clienteId, UNO),
    ];
    expect(mine.texto).toContain('https://meet.example.com/abc');
    expect(theirs.texto).not.toContain('meet.example.com');
    expect(theirs.texto).toContain('cuando esté pagada por completo');
  });

  it('reach who enrols the day before with the one of a day, by day only', async () => {
    const late = { iniciaEn: '2027-01-10T13:00:00.000Z', inscritaEn: '2027-01-09T18:30:00.000Z' };
    const { clienteId } = await buildCon(late);
    expect(await runAt('2027-01-09T19:00:00Z')).toBe(1);
    expect(await reminders(clienteId)).toEqual([UNO]);
    const night = { iniciaEn: '2027-01-20T13:00:00.000Z', inscritaEn: '2027-01-19T23:30:00.000Z' };
    await buildCon(night);
    expect(await runAt('2027-01-20T00:00:00Z')).toBe(0);
  });

  it('leave out who enrolled on that very day, three days before', async () => {
    const today = { iniciaEn: '2027-02-13T13:00:00.000Z', inscritaEn: '2027-02-10T12:30:00.000Z' };
    const { clienteId } = await buildCon(today);
    expect(await runAt('2027-02-10T13:00:00Z')).toBe(0);
    expect(await runAt('2027-02-12T13:00:00Z')).toBe(1);
    expect(await reminders(clienteId)).toEqual([UNO]);
  });

  it('leave out a hold that may run out, and reach who owes without a date', async () => {
    const iniciaEn = '2027-03-13T13:00:00.000Z';
    const free = await buildCon({ iniciaEn }, 0);
    const held = await buildCon({ iniciaEn }, 0);
    await app.services.deps.db
      .updateTable('cobro')
      .set({ venceEn: iniciaEn })
      .where('id', '=', held.cobro.id)
      .execute();
    expect(await runAt('2027-03-12T14:00:00Z')).toBe(1);
    expect(await reminders(free.clienteId)).toEqual([UNO]);
    expect(await reminders(held.clienteId)).toEqual([]);
  });

  it('go by the calendar of the Taller’s own zone', async () => {
    // 23:30 of the 19th on Easter Island (UTC-5), when in Santiago it is the 20th already.
    const { clienteId } = await buildCon({
      iniciaEn: '2027-01-20T04:30:00.000Z',
      zona: 'Pacific/Easter',
    });
    expect(await runAt('2027-01-18T13:00:00Z')).toBe(1);
    app.setNow(new Date('2027-01-18T13:01:00Z'));
    const { texto } = await leerCorreo(app, clienteId, UNO);
    expect(texto).toMatch(/martes 19 de enero, 23:30–02:30 \(hora de Isla de Pascua\)/);
  });

  it.each([
    // The first Saturday of September ends at 24:00 with the clock an hour ahead: UTC-4 becomes UTC-3.
    ['begins', '2026-09-06T13:00:00.000Z', '2026-09-05T13:59:00Z', '2026-09-05T14:00:00Z'],
    ['began', '2026-09-07T13:00:00.000Z', '2026-09-06T12:59:00Z', '2026-09-06T13:00:00Z'],
    // That of April has its last hour twice: UTC-3 becomes UTC-4.
    ['ends', '2027-04-04T03:30:00.000Z', '2027-04-02T12:59:00Z', '2027-04-02T13:00:00Z'],
    ['ended', '2027-04-05T14:00:00.000Z', '2027-04-04T13:59:00Z', '2027-04-04T14:00:00Z'],
  ])('keep ten o’clock and the day when summer time %s', async (_what, iniciaEn, early, onTime) => {
    const { clienteId } = await buildCon({ iniciaEn });
    expect(await runAt(early)).toBe(0);
    expect(await runAt(onTime)).toBe(1);
    expect(await reminders(clienteId)).toEqual([UNO]);
  });

  it('are not sent of a seat annulled, moved, or of a Taller that moved or ended', async () => {
    const ventas = await app.as('VENTAS');
    const iniciaEn = '2027-05-15T15:00:00.000Z';
    const [annulled, moved, cancelled, later] = [
      await buildCon({ iniciaEn }),
      await buildCon({ iniciaEn }),
      await buildCon({ iniciaEn }),
      await buildCon({ iniciaEn }),
    ];
    expect(await runAt('2027-05-14T14:00:00Z')).toBe(4);
    await ventas.ok(anularInscripcion, {
      params: { id: annulled.inscripcionId },
      body: { motivo: 'No puede' },
    });
    const other = await buildTaller(app, { precio: PRECIO, dias: 400 });
    await ventas.ok(trasladarInscripcion, {
      params: { id: moved.inscripcionId },
      body: { tallerId: other.id },
    });
    const { taller } = cancelled;
    await (await app.as('ADMIN')).ok(anularTaller, {
      params: { id: taller.id },
      body: { motivo: 'Se enfermó la profesora', version: taller.version },
    });
    const { db } = app.services.deps;
    const week = { iniciaEn: '2027-05-22T15:00:00.000Z', terminaEn: '2027-05-22T18:00:00.000Z' };
    await db.updateTable('taller').set(week).where('id', '=', later.taller.id).execute();
    app.setNow(new Date('2027-05-14T14:01:00Z'));
    const why = async (clienteId: number) => {
      const fila = (await readCorreos(app, clienteId)).find((one) => one.automatico === UNO);
      return fila && (await armarCorreo(app, fila));
    };
    expect(await why(annulled.clienteId)).toEqual({ cancelar: 'La inscripción se anuló.' });
    expect(await why(moved.clienteId)).toEqual({
      cancelar: 'La inscripción se trasladó a otro taller.',
    });
    expect(await why(cancelled.clienteId)).toEqual({ cancelar: 'La inscripción se anuló.' });
    expect(await why(later.clienteId)).toEqual({ cancelar: 'El taller cambió de fecha.' });
    // By its new date it is reminded of anew.
    expect(await runAt('2027-05-21T14:00:00Z')).toBe(1);
    expect(await reminders(later.clienteId)).toEqual([UNO, UNO]);
  });

  it('go to the contact of a company for all its seats', async () => {
    const taller = await buildTaller(app, { precio: 0 });
    const clienteId = await buildCliente(app);
    const { db } = app.services.deps;
    const { id: empresaId } = await db
      .insertInto('empresa')
      .values({ razonSocial: 'Cafetería Los Aromos SpA' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .updateTable('cliente')
      .set({ tipo: 'B2B', empresaId })
      .where('id', '=', clienteId)
      .execute();
    await (await app.as('VENTAS')).ok(createVenta, {
      body: {
        clienteId,
        empresaId,
        lineas: [{ tipo: 'TALLER', tallerId: taller.id, cantidad: 4 }],
      },
    });
    const iniciaEn = '2027-06-12T14:00:00.000Z';
    const terminaEn = '2027-06-12T17:00:00.000Z';
    await db
      .updateTable('taller')
      .set({ iniciaEn, terminaEn })
      .where('id', '=', taller.id)
      .execute();
    expect(await runAt('2027-06-11T14:00:00Z')).toBe(1);
    app.setNow(new Date('2027-06-11T14:01:00Z'));
    const { texto } = await leerCorreo(app, clienteId, UNO);
    expect(texto).toContain('Tienes 4 cupos.');
  });
});
