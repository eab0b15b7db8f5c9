import type { Updateable } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '#contract/campanas.ts';
import { anularCobro } from '#contract/cobros.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller, buildVenta } from '#tests/support/builders.ts';
import {
  buildCampana,
  buildSuscrito,
  elegidos,
  prepare,
  readFilas,
  setRemitente,
} from '#tests/support/campanas.ts';
import { expectRefusal } from '#tests/support/clientes.ts';
import type { EmailLogTable } from '../core/db/types.gen.ts';
import { createProgresos } from './progreso.ts';

const app = testApp();
const db = () => app.services.deps.db;
const informe = async (id: number) =>
  (await app.as('VENTAS')).ok(contract.getInforme, { params: { id } });

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

const setFila = (campanaId: number, clienteId: number, values: Updateable<EmailLogTable>) =>
  db()
    .updateTable('emailLog')
    .set(values)
    .where('campanaId', '=', campanaId)
    .where('clienteId', '=', clienteId)
    .execute();

beforeAll(() => setRemitente(app));

/** A prepared campaign to these people, sent to each so many hours ago. */
async function sentTo(people: Record<number, number>, seguimiento = false): Promise<number> {
  const ids = Object.keys(people).map(Number);
  const draft = await buildCampana(app, { audiencia: elegidos(...ids), seguimiento });
  await prepare(app, draft);
  for (const id of ids) {
    await setFila(draft.id, id, { estado: 'ENVIADO', enviadoEn: ago(people[id] ?? 0) });
  }
  return draft.id;
}

async function addEvento(
  campanaId: number,
  clienteId: number,
  tipo: 'APERTURA' | 'CLIC' | 'BAJA',
  more: { url?: string; maquina?: boolean } = {},
) {
  const fila = (await readFilas(app, campanaId)).find((one) => one.clienteId === clienteId);
  await db()
    .insertInto('emailEvento')
    .values({ emailLogId: fila?.id ?? 0, campanaId, tipo, ...more })
    .execute();
}

describe('the report of a campaign', () => {
  it('counts what came of its messages', async () => {
    const [ana, bea, eva, sol] = [
      await buildSuscrito(app),
      await buildSuscrito(app),
      await buildSuscrito(app),
      await buildSuscrito(app),
    ];
    const id = await sentTo({ [ana]: 3, [bea]: 2, [eva]: 2, [sol]: 1 }, true);
    await setFila(id, bea, { rebotadoEn: ago(1) });
    await setFila(id, sol, { estado: 'FALLIDO', enviadoEn: null, respuesta: 'No existe' });
    const url = 'https://escuela.cl/a';
    await setFila(id, ana, { abiertoEn: ago(1), clicEn: ago(1) });
    await setFila(id, eva, { reclamadoEn: ago(1), abiertoEn: ago(1), clicEn: ago(1) });
    await addEvento(id, ana, 'APERTURA');
    await addEvento(id, bea, 'APERTURA', { maquina: true });
    await addEvento(id, ana, 'CLIC', { url });
    await addEvento(id, ana, 'CLIC', { url });
    await addEvento(id, eva, 'CLIC', { url });
    await addEvento(id, bea, 'CLIC', { url, maquina: true });
    await addEvento(id, eva, 'BAJA');
    await addEvento(id, eva, 'BAJA');
    const report = await informe(id);
    expect(report).toMatchObject({
      progreso: { total: 4, enviados: 3, fallidos: 1 },
      ...{ rebotados: 1, reclamos: 1, bajas: 1 },
      ...{ abiertos: 2, clics: 2, aperturasDeMaquina: 1 },
      enlaces: [{ url, personas: 2, clics: 3 }],
    });
    expect(report.porHora.map(({ enviados }) => enviados).reduce((a, b) => a + b)).toBe(3);
  });

  it('says nothing of opens and clicks that were not measured', async () => {
    const id = await sentTo({ [await buildSuscrito(app)]: 1 });
    expect(await informe(id)).toMatchObject({
      ...{ abiertos: null, clics: null, aperturasDeMaquina: null, enlaces: [] },
    });
  });

  it('counts sales of the 7 days after each message, not annulled, with what was paid', async () => {
    const taller = await buildTaller(app, { precio: 20_000, cupos: 50 });
    const [ana, bea, eva, sol] = [
      await buildSuscrito(app),
      await buildSuscrito(app),
      await buildSuscrito(app),
      await buildSuscrito(app),
    ];
    const DAY = 24;
    const id = await sentTo({ [ana]: 6 * DAY, [bea]: 8 * DAY, [eva]: 1, [sol]: 1 });
    await setFila(id, sol, { estado: 'LOCAL' });
    const sell = (clienteId: number, pago = 0) =>
      buildVenta(app, taller.id, { clienteId, ...(pago ? { pago } : {}) });
    await sell(ana, 5_000);
    await sell(bea);
    await sell(sol);
    const { id: undone } = await sell(eva);
    const ventas = await app.as('VENTAS');
    await ventas.ok(anularCobro, { params: { id: undone }, body: { motivo: 'Se arrepintió' } });
    await sell(eva);
    expect((await informe(id)).ventas).toEqual({
      ...{ cantidad: 2, personas: 2, total: 40_000, pagado: 5_000 },
    });
  });

  it('is of campaigns that exist', async () => {
    const ventas = await app.as('VENTAS');
    const params = { id: 999_999 };
    expectRefusal(await ventas.call(contract.getInforme, { params }), 'NO_ENCONTRADO', []);
    expect((await ventas.fetch('/api/campanas/999999/informe/csv')).status).toBe(404);
  });
});

describe('the export', () => {
  it('has each recipient once, in cells that no spreadsheet runs', async () => {
    const evil = await buildSuscrito(app, {
      nombres: '=HYPERLINK("x")',
      apellidos: 'Soto; la otra',
    });
    const ana = await buildSuscrito(app, { nombres: 'Ana', email: '+56@correo.cl' });
    const id = await sentTo({ [evil]: 1, [ana]: 1 });
    await setFila(id, evil, { enviadoEn: '2026-01-05T13:30:00.000Z', respuesta: '250 ok' });
    await setFila(id, ana, { estado: 'LOCAL' });
    const ventas = await app.as('VENTAS');
    const response = await ventas.fetch(`/api/campanas/${id}/informe/csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, first = '', second = '', ...rest] = new TextDecoder().decode(bytes).split('\r\n');
    expect(head).toContain('Nombres;Apellidos;Correo;Estado;Enviado');
    expect(first).toMatch(
      /^"'=HYPERLINK\(""x""\)";"Soto; la otra";ficha\d+@correo\.cl;Enviado;2026-01-05 10:30;250 ok;/,
    );
    expect(second).toMatch(/^Ana;Rojas;'\+56@correo\.cl;"Guardado aquí, no se envió";;/);
    expect(rest).toEqual(['']);
  });
});

describe('how far a large campaign went', () => {
  it('is counted again only after a while that counting itself decides', async () => {
    const id = await sentTo({ [await buildSuscrito(app)]: 1 });
    let now = 0;
    const progresos = createProgresos(() => {
      now += 10;
      return now;
    });
    const row = { id, iniciadaEn: ago(1), destinatarios: 1_000_000, progreso: null };
    const look = async () => (await progresos(db(), [row])).get(id)?.enviados;
    expect(await look()).toBe(1);
    await db()
      .updateTable('emailLog')
      .set({ estado: 'LOCAL' })
      .where('campanaId', '=', id)
      .execute();
    expect(await look()).toBe(1);
    now += 1_000;
    expect(await look()).toBe(0);
    expect(await progresos(db(), [{ ...row, progreso: { total: 7 } }])).toEqual(
      new Map([[id, { total: 7 }]]),
    );
  });
});
