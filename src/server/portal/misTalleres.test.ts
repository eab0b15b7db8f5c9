import { describe, expect, it } from 'vitest';
import { setAsistencia } from '#contract/asistencia.ts';
import { anularCobro, createPago } from '#contract/cobros.ts';
import * as espera from '#contract/espera.ts';
import * as contract from '#contract/portal.ts';
import { createTaller, publishTaller, updateTaller } from '#contract/talleres.ts';
import { anularInscripcion, setAsistentes, trasladarInscripcion } from '#contract/ventas.ts';
import { cobrosJobs } from '#server/cobros/cobros.jobs.ts';
import { type Caller, testApp } from '#tests/support/app.ts';
import { buildCliente, buildTaller, buildVenta, inDays } from '#tests/support/builders.ts';

const app = testApp();
const DAY = 86_400_000;

/** A student with seats in a Taller of $40.000 each, paid in that much. */
async function buildAlumna(tallerId: number, options: Parameters<typeof buildVenta>[2] = {}) {
  const clienteId = options.clienteId ?? (await buildCliente(app));
  const cobro = await buildVenta(app, tallerId, { ...options, clienteId });
  const inscripcionId = cobro.lineas[0]?.id ?? 0;
  return { clienteId, cobro, inscripcionId, alumna: await app.asAlumno(clienteId) };
}

type Event = Record<string, string>;

/** The events of an iCalendar, each line unfolded and without its parameters. */
function eventsOf(text: string): Event[] {
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(text.trimEnd()).toMatch(/END:VCALENDAR$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const events: Event[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({});
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const event = events.at(-1);
    if (event && name !== 'END') event[name] = value;
  }
  return events;
}

/** The event that a student gets for a seat of theirs. */
async function readIcs(alumna: Caller, inscripcionId: number): Promise<Event | undefined> {
  const response = await alumna.fetch(`/api/portal/talleres/${inscripcionId}/calendario`);
  return eventsOf(await response.text())[0];
}

describe('my workshops', () => {
  it('come with place, seats and what is owed', async () => {
    const taller = await buildTaller(app, { precio: 40_000 });
    const { alumna, inscripcionId, cobro } = await buildAlumna(taller.id, {
      cantidad: 2,
      pago: 30_000,
    });
    const ventas = await app.as('VENTAS');
    await ventas.ok(setAsistentes, {
      params: { id: inscripcionId },
      body: { asistentes: [null, { nombres: 'Inés', apellidos: 'Ñancupil' }] },
    });
    const mine = await alumna.ok(contract.getMiTaller, { params: { id: inscripcionId } });
    expect(mine).toMatchObject({
      inscripcionId,
      slug: taller.slug,
      titulo: taller.titulo,
      lugar: 'Taller Ñuñoa',
      iniciaEn: taller.iniciaEn,
      zona: 'America/Santiago',
      cantidad: 2,
      estado: 'ABONADO',
      saldo: 50_000,
      codigo: cobro.codigo,
      anulado: false,
      terminado: false,
    });
    const { publicUrl } = app.services.deps.config;
    expect(mine.puestos).toEqual([
      {
        puesto: 1,
        nombre: `María José ${cobro.cliente.apellidos}`,
        asistencia: null,
        qr: `${publicUrl}/app/asistencia/${cobro.codigo}.${inscripcionId}.1`,
      },
      {
        puesto: 2,
        nombre: 'Inés Ñancupil',
        asistencia: null,
        qr: `${publicUrl}/app/asistencia/${cobro.codigo}.${inscripcionId}.2`,
      },
    ]);
    expect((await alumna.ok(contract.listMisTalleres, {})).items).toEqual([mine]);
  });

  it('are listed with the next first and the past last, which tell who came', async () => {
    const clienteId = await buildCliente(app);
    const talleres = [];
    for (const dias of [1, 30, 5, 2]) talleres.push(await buildTaller(app, { dias }));
    const bought = [];
    for (const { id } of talleres) bought.push(await buildAlumna(id, { clienteId, pago: 40_000 }));
    app.setNow(new Date(Date.now() + 1.1 * DAY));
    const soporte = await app.as('SOPORTE');
    await soporte.ok(setAsistencia, {
      params: { id: talleres[0]?.id ?? 0 },
      body: { inscripcionId: bought[0]?.inscripcionId ?? 0, puesto: 1, asistencia: 'PRESENTE' },
    });
    app.setNow(new Date(Date.now() + 3 * DAY));
    const [first] = bought;
    const { items } = (await first?.alumna.ok(contract.listMisTalleres, {})) ?? { items: [] };
    const ids = bought.map(({ inscripcionId }) => inscripcionId);
    expect(items.map(({ inscripcionId }) => inscripcionId)).toEqual([
      ids[2],
      ids[1],
      ids[3],
      ids[0],
    ]);
    expect(items.map(({ terminado }) => terminado)).toEqual([false, false, true, true]);
    expect(items[3]?.puestos[0]).toMatchObject({ asistencia: 'PRESENTE', qr: null });
  });

  it('say how to connect once nothing is owed', async () => {
    const admin = await app.as('ADMIN');
    const draft = await admin.ok(createTaller, {
      body: {
        titulo: 'Telar en vivo',
        modalidad: 'EN_VIVO',
        enlace: 'https://video.ejemplo.cl/telar',
        iniciaEn: inDays(5),
        terminaEn: inDays(5.1),
        zona: 'America/Santiago',
        precio: 20_000,
        cupos: 5,
      },
    });
    const { id } = await admin.ok(publishTaller, {
      params: { id: draft.id },
      body: { version: draft.version },
    });
    const { alumna, inscripcionId, cobro } = await buildAlumna(id, { pago: 5_000 });
    const params = { id: inscripcionId };
    const description = async () => (await readIcs(alumna, inscripcionId))?.DESCRIPTION;
    expect((await alumna.ok(contract.getMiTaller, { params })).enlace).toBeNull();
    expect(await description()).not.toContain('video.ejemplo.cl');
    await admin.ok(createPago, {
      params: { id: cobro.id },
      body: { monto: 15_000, medio: 'EFECTIVO' },
    });
    const paid = await alumna.ok(contract.getMiTaller, { params });
    expect(paid).toMatchObject({ enlace: 'https://video.ejemplo.cl/telar', saldo: 0 });
    expect(await description()).toContain('https://video.ejemplo.cl/telar');
  });

  it('tell an annulled one, which opens no door', async () => {
    const taller = await buildTaller(app);
    const { alumna, inscripcionId } = await buildAlumna(taller.id, { pago: 40_000 });
    const ventas = await app.as('VENTAS');
    const params = { id: inscripcionId };
    await ventas.ok(anularInscripcion, { params, body: { motivo: 'No puede ir' } });
    const mine = await alumna.ok(contract.getMiTaller, { params });
    expect(mine).toMatchObject({ anulado: true, estado: 'ANULADO', saldo: 0 });
    expect(mine.puestos[0]?.qr).toBeNull();
  });

  it('come with my places in waitlists', async () => {
    const taller = await buildTaller(app, { cupos: 1 });
    await buildVenta(app, taller.id, { pago: 40_000 });
    const clienteId = await buildCliente(app);
    const ventas = await app.as('VENTAS');
    await ventas.ok(espera.joinEspera, {
      params: { id: taller.id },
      body: { clienteId, cantidad: 1 },
    });
    const alumna = await app.asAlumno(clienteId);
    const { items, esperas } = await alumna.ok(contract.listMisTalleres, {});
    expect(items).toEqual([]);
    expect(esperas).toMatchObject([
      { titulo: taller.titulo, slug: taller.slug, estado: 'ESPERANDO', cantidad: 1, lugar: 1 },
    ]);
    const visitor = await app.as('VISITANTE');
    const { codigo } = esperas[0] ?? { codigo: '' };
    await visitor.ok(espera.leaveEspera, { params: { codigo } });
    expect((await alumna.ok(contract.listMisTalleres, {})).esperas).toEqual([]);
  });
});

describe('a workshop in a calendar', () => {
  it('is one event with its times in UTC, place, link and reference', async () => {
    const taller = await buildTaller(app, { titulo: 'Cerámica: gres, engobe; y torno' });
    const { alumna, inscripcionId, cobro } = await buildAlumna(taller.id, { pago: 10_000 });
    const path = `/api/portal/talleres/${inscripcionId}/calendario`;
    const response = await alumna.fetch(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain(`${taller.slug}.ics`);
    const text = await response.text();
    const [event, ...others] = eventsOf(text);
    expect(others).toEqual([]);
    const utc = (instant: string) => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
    const { publicUrl } = app.services.deps.config;
    expect(event).toMatchObject({
      UID: `taller-${taller.id}-${inscripcionId}@${new URL(publicUrl).hostname}`,
      DTSTART: utc(taller.iniciaEn),
      DTEND: utc(taller.terminaEn),
      SUMMARY: 'Cerámica: gres\\, engobe\\; y torno',
      STATUS: 'CONFIRMED',
      LOCATION: 'Taller Ñuñoa',
      URL: `${publicUrl}/mi/talleres/${inscripcionId}`,
    });
    expect(event?.DESCRIPTION).toContain(
      `Referencia: ${cobro.codigo}\\n1 cupo\\nFalta pagar $30.000`,
    );
  });

  it('keeps its UID while its SEQUENCE only grows: moved, paid, annulled', async () => {
    const taller = await buildTaller(app);
    const { alumna, inscripcionId, cobro } = await buildAlumna(taller.id);
    const admin = await app.as('ADMIN');
    const seen: { uid: string; sequence: number; status: string }[] = [];
    const look = async () => {
      const event = await readIcs(alumna, inscripcionId);
      seen.push({
        uid: event?.UID ?? '',
        sequence: Number(event?.SEQUENCE),
        status: event?.STATUS ?? '',
      });
      return event;
    };
    await look();
    const { version } = await admin.ok(updateTaller, {
      params: { id: taller.id },
      body: { version: taller.version, iniciaEn: inDays(20), terminaEn: inDays(20.2) },
    });
    await look();
    await admin.ok(createPago, {
      params: { id: cobro.id },
      body: { monto: 10_000, medio: 'EFECTIVO' },
    });
    await look();
    await admin.ok(anularCobro, { params: { id: cobro.id }, body: { motivo: 'Se arrepintió' } });
    expect((await look())?.SUMMARY).toBe(`Anulado: ${taller.titulo}`);
    await admin.ok(updateTaller, {
      params: { id: taller.id },
      body: { version, lugar: 'Otra sede' },
    });
    await look();
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1);
    const sequences = seen.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(sequences.length);
    expect(seen.map(({ status }) => status)).toEqual([
      ...Array(3).fill('CONFIRMED'),
      ...Array(2).fill('CANCELLED'),
    ]);
  });

  it('that expired and was paid late is on again, with a higher SEQUENCE', async () => {
    const taller = await buildTaller(app);
    const venceEn = new Date(Date.now() + 3_600_000).toISOString();
    const { alumna, inscripcionId, cobro } = await buildAlumna(taller.id, { venceEn });
    const look = () => readIcs(alumna, inscripcionId);
    const before = await look();
    app.setNow(new Date(Date.now() + 2 * 3_600_000));
    for (const job of cobrosJobs(app.services.deps)) await job.run({});
    const expired = await look();
    const ventas = await app.as('VENTAS');
    await ventas.ok(createPago, {
      params: { id: cobro.id },
      body: { monto: 40_000, medio: 'EFECTIVO' },
    });
    const after = await look();
    expect([before?.STATUS, expired?.STATUS, after?.STATUS]).toEqual([
      'CONFIRMED',
      'CANCELLED',
      'CONFIRMED',
    ]);
    const sequences = [before, expired, after].map((event) => Number(event?.SEQUENCE));
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(3);
  });
});

describe('a seat moved to another workshop', () => {
  it('is that workshop everywhere, under a UID of its own', async () => {
    const [from, to] = [await buildTaller(app), await buildTaller(app, { dias: 15 })];
    const { alumna, inscripcionId } = await buildAlumna(from.id, { pago: 40_000 });
    const before = await readIcs(alumna, inscripcionId);
    const { url } = await alumna.ok(contract.getCalendario, {});
    const ventas = await app.as('VENTAS');
    await ventas.ok(trasladarInscripcion, {
      params: { id: inscripcionId },
      body: { tallerId: to.id },
    });
    const { items } = await alumna.ok(contract.listMisTalleres, {});
    expect(items).toMatchObject([{ inscripcionId, titulo: to.titulo, iniciaEn: to.iniciaEn }]);
    const visitor = await app.as('VISITANTE');
    const events = eventsOf(await (await visitor.fetch(new URL(url).pathname)).text());
    expect(events).toMatchObject([{ SUMMARY: to.titulo, STATUS: 'CONFIRMED' }]);
    expect(events[0]?.UID).toContain(`taller-${to.id}-${inscripcionId}@`);
    expect(before?.UID).toContain(`taller-${from.id}-${inscripcionId}@`);
  });
});

describe('a calendar that follows me', () => {
  it('has all my workshops under a secret address, until it is renewed', async () => {
    const clienteId = await buildCliente(app);
    const one = await buildAlumna((await buildTaller(app)).id, { clienteId, pago: 40_000 });
    const two = await buildAlumna((await buildTaller(app)).id, { clienteId });
    await buildAlumna((await buildTaller(app)).id);
    const { alumna } = one;
    const [{ url }, again] = await Promise.all([
      alumna.ok(contract.getCalendario, {}),
      alumna.ok(contract.getCalendario, {}),
    ]);
    expect(again.url).toBe(url);
    expect(url).toMatch(/\/api\/publico\/calendario\/[\w-]{32}\.ics$/);
    const path = new URL(url).pathname;
    const visitor = await app.as('VISITANTE');
    const response = await visitor.fetch(path);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('X-WR-CALNAME:Mis talleres');
    expect(text).toContain('METHOD:PUBLISH');
    const uids = eventsOf(text).map(({ UID }) => UID?.split('@')[0]?.split('-').at(-1));
    expect(uids.sort()).toEqual([one, two].map((a) => String(a.inscripcionId)).sort());
    expect((await visitor.fetch(path.replace(/\.ics$/, ''))).status).toBe(200);

    const renewed = await alumna.ok(contract.renewCalendario, {});
    expect(renewed.url).not.toBe(url);
    expect((await visitor.fetch(path)).status).toBe(404);
    expect((await visitor.fetch(new URL(renewed.url).pathname)).status).toBe(200);
    expect((await visitor.fetch('/api/publico/calendario/no-es-un-token-1234')).status).toBe(404);
    expect((await visitor.fetch('/api/publico/calendario/x.ics')).status).toBe(404);
  });
});
