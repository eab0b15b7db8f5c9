import { beforeAll, describe, expect, it } from 'vitest';
import { getCliente } from '#contract/clientes.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { saveContenido } from '#server/emails/contenido/contenido.queries.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha } from '#tests/support/clientes.ts';
import { buildMensaje, countAllRows, tokenOf } from '#tests/support/mensajes.ts';

const app = testApp();
const db = () => app.services.deps.db;
const MINUTE = 60_000;
const CHROME =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

const HTML = `<!doctype html><html><head><title>x</title></head><body>
<p>Hola {{ cliente.nombres }}: <a href="https://example.com/gres?a=1&amp;b=2">Gres</a></p>
<p><a href="{{ enlaces.baja }}">Baja</a> <a href="mailto:hola@example.com">Escríbenos</a></p>
<p><a href="https://example.com/de/{{ cliente.nombres | downcase }}">Tu página</a></p>
</body></html>`;

let contenidoId = 0;
const campana: Record<'measured' | 'quiet', number> = { measured: 0, quiet: 0 };

beforeAll(async () => {
  contenidoId = await transaction(db(), (trx) =>
    saveContenido(trx, {
      asunto: 'Hola {{ cliente.nombres }}',
      html: HTML,
      texto: 'Hola',
      datos: {},
    }),
  );
  const insert = async (seguimiento: boolean) => {
    const row = await db()
      .insertInto('campana')
      .values({
        nombre: `Campaña ${seguimiento}`,
        tipo: 'OFERTA',
        estado: 'COMPLETADA',
        audiencia: JSON.stringify({ modo: 'CLIENTES', clientes: [1] }),
        seguimiento,
        contenidoId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  };
  campana.measured = await insert(true);
  campana.quiet = await insert(false);
});

let people = 0;
async function sent(which: 'measured' | 'quiet' = 'measured', nombres = 'Eva') {
  people += 1;
  const email = `medida${people}@correo.cl`;
  const { id: clienteId } = await buildFicha(app, { email, nombres });
  const campanaId = campana[which];
  const datos = { cliente: { nombres } };
  const id = await buildMensaje(app, { email, clienteId, campanaId, contenidoId, datos });
  return { id, clienteId };
}

async function click(token: string, n: number | string, init: RequestInit = {}) {
  const response = await fetch(`${app.url}/api/publico/correo/clic/${token}/${n}`, {
    redirect: 'manual',
    ...init,
    headers: { 'user-agent': CHROME, ...(init.headers as Record<string, string>) },
  });
  return { status: response.status, to: response.headers.get('location') };
}

const look = (token: string, userAgent = CHROME) =>
  fetch(`${app.url}/api/publico/correo/apertura/${token}`, {
    headers: { 'user-agent': userAgent },
  });

const eventos = (id: number) =>
  db()
    .selectFrom('emailEvento')
    .select(['tipo', 'url', 'detalle', 'maquina', 'campanaId'])
    .where('emailLogId', '=', id)
    .orderBy('id')
    .execute();

const seen = (id: number) =>
  db()
    .selectFrom('emailLog')
    .select(['abiertoEn', 'clicEn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const later = (minutes: number) => app.setNow(new Date(Date.now() + minutes * MINUTE));
const activity = async (id: number) =>
  (await (await app.as('VENTAS')).ok(getCliente, { params: { id } })).ultimaActividadEn;

describe('a click', () => {
  it('leads where that very message led, and is activity of the person', async () => {
    const { id, clienteId } = await sent();
    const token = tokenOf(app, 'clic', id);
    expect(await activity(clienteId)).toBeNull();
    later(10);
    expect(await click(token, 0)).toEqual({ status: 302, to: 'https://example.com/gres?a=1&b=2' });
    expect(await click(token, 1)).toEqual({ status: 302, to: 'https://example.com/de/eva' });
    expect(await eventos(id)).toEqual([
      {
        tipo: 'CLIC',
        url: 'https://example.com/gres?a=1&b=2',
        detalle: CHROME,
        maquina: false,
        campanaId: campana.measured,
      },
      {
        tipo: 'CLIC',
        url: 'https://example.com/de/eva',
        detalle: CHROME,
        maquina: false,
        campanaId: campana.measured,
      },
    ]);
    const { clicEn, abiertoEn } = await seen(id);
    expect(clicEn).not.toBeNull();
    expect(abiertoEn).toBe(clicEn);
    expect(await activity(clienteId)).not.toBeNull();
    later(20);
    await click(token, 0);
    expect((await seen(id)).clicEn).toBe(clicEn);
  });

  it('by a program counts for nothing but itself', async () => {
    const { id, clienteId } = await sent();
    const token = tokenOf(app, 'clic', id);
    expect((await click(token, 0)).status).toBe(302);
    later(10);
    await click(token, 0, { headers: { 'user-agent': 'Barracuda Sentinel (EE)' } });
    await click(token, 0, { method: 'HEAD' });
    expect((await eventos(id)).map((e) => e.maquina)).toEqual([true, true, true]);
    expect(await seen(id)).toEqual({ clicEn: null, abiertoEn: null });
    expect(await activity(clienteId)).toBeNull();
  });

  it('leads nowhere else: not by another number, token, purpose or what is appended', async () => {
    const { id } = await sent();
    const token = tokenOf(app, 'clic', id);
    const receipt = await buildMensaje(app, { email: 'recibo@correo.cl', contenidoId });
    later(10);
    const before = await countAllRows(app);
    const bad: [string, number | string][] = [
      [token, 2],
      [token, 999],
      [token, '-1'],
      [token, 'https%3A%2F%2Fmalo.example'],
      [`${token}0`, 0],
      [`${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`, 0],
      [tokenOf(app, 'apertura', id), 0],
      [tokenOf(app, 'ver', id), 0],
      [tokenOf(app, 'clic', receipt), 0],
    ];
    for (const [one, n] of bad) {
      expect(await click(one, n), `${one} ${n}`).toEqual({ status: 404, to: null });
    }
    const extra = await click(token, '0?url=https%3A%2F%2Fmalo.example');
    expect(extra.to).toBe('https://example.com/gres?a=1&b=2');
    const after = await countAllRows(app);
    expect(after).toEqual({ ...before, email_evento: (before.email_evento ?? 0) + 1 });
  });

  it('in a message that is not measured still leads there, and is not written down', async () => {
    const { id, clienteId } = await sent('quiet');
    later(10);
    const before = await countAllRows(app);
    expect((await click(tokenOf(app, 'clic', id), 0)).status).toBe(302);
    expect((await look(tokenOf(app, 'apertura', id))).status).toBe(200);
    expect(await countAllRows(app)).toEqual(before);
    expect(await activity(clienteId)).toBeNull();
  });

  it('repeated without end stops being written', async () => {
    const { id } = await sent();
    later(10);
    await db()
      .insertInto('emailEvento')
      .values(Array.from({ length: 198 }, () => ({ emailLogId: id, tipo: 'APERTURA' })))
      .execute();
    const token = tokenOf(app, 'clic', id);
    for (let i = 0; i < 5; i += 1) expect((await click(token, 0)).status).toBe(302);
    expect(await eventos(id)).toHaveLength(200);
  });
});

describe('an opening', () => {
  it('is an image that nobody keeps, also in a program of mail on another site', async () => {
    const { id } = await sent();
    const token = tokenOf(app, 'apertura', id);
    later(10);
    const response = await look(token);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/gif');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 6)
        .toString(),
    ).toBe('GIF89a');
    expect((await seen(id)).abiertoEn).not.toBeNull();
    expect((await seen(id)).clicEn).toBeNull();
  });

  it('tells programs apart', async () => {
    const { id, clienteId } = await sent();
    const token = tokenOf(app, 'apertura', id);
    await look(token);
    later(10);
    await look(token, 'Mozilla/5.0');
    expect((await seen(id)).abiertoEn).toBeNull();
    await look(token, 'Mozilla/5.0 Firefox/11.0 (via ggpht.com GoogleImageProxy)');
    expect((await eventos(id)).map((e) => e.maquina)).toEqual([true, true, false]);
    expect((await seen(id)).abiertoEn).not.toBeNull();
    expect(await activity(clienteId)).toBeNull();
  });

  it('needs its token', async () => {
    const { id } = await sent();
    for (const token of [tokenOf(app, 'clic', id), 'x'.repeat(30)]) {
      expect((await look(token)).status).toBe(404);
    }
    expect(await eventos(id)).toEqual([]);
  });
});

describe('the message in the browser', () => {
  it('is the one that was sent, unmeasured, for who holds its link', async () => {
    const { id } = await sent('measured', '<b>Eva</b>');
    const visitor = await app.as('VISITANTE');
    const before = await countAllRows(app);
    const response = await visitor.fetch(`/api/publico/correo/mensaje/${tokenOf(app, 'ver', id)}`);
    const { asunto, html } = (await response.json()) as { asunto: string; html: string };
    expect(asunto).toBe('Hola <b>Eva</b>');
    expect(html).toContain('Hola &lt;b&gt;Eva&lt;/b&gt;');
    expect(html).toContain(`/correo/baja/${tokenOf(app, 'baja', id)}`);
    expect(html).not.toContain('/clic/');
    expect(html).not.toContain('/apertura/');
    expect(await countAllRows(app)).toEqual(before);
    const wrong = await visitor.fetch(`/api/publico/correo/mensaje/${tokenOf(app, 'clic', id)}`);
    expect(wrong.status).toBe(404);
  });
});
