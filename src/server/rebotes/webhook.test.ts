import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '#contract/correo.ts';
import type { Problem } from '#contract/errors.ts';
import { testApp } from '#tests/support/app.ts';
import { buildEnviado } from '#tests/support/rebotes.ts';

const app = testApp();
const PATH = '/api/publico/rebotes';
let clave: string;
let callers = 0;

async function post(body: unknown, authorization?: string) {
  callers += 1;
  const response = await (await app.as('VISITANTE')).fetch(PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.1.${callers >> 8}.${callers & 255}`,
      ...(authorization ? { authorization } : {}),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Problem & { recibidos: number; nuevos: number };
  return { status: response.status, body: answer };
}
const tell = (...eventos: object[]) => post({ eventos }, `Bearer ${clave}`);
const supresionOf = (email: string) =>
  app.services.deps.db
    .selectFrom('supresion')
    .select(['motivo', 'detalle', 'emailLogId'])
    .where('email', '=', email)
    .executeTakeFirst();

beforeAll(async () => {
  const answer = await (await app.as('ADMIN')).ok(contract.crearWebhook, {});
  expect(answer.url).toBe(`${app.services.deps.config.publicUrl}${PATH}`);
  clave = answer.clave;
});

describe('the shared secret', () => {
  const one = { eventos: [{ tipo: 'DURO', email: 'intruso@destino.cl' }] };

  it.each([
    ['none', () => undefined],
    ['another', () => 'Bearer no-es-la-clave'],
    ['an empty one', () => 'Bearer '],
    ['a part of it', () => `Bearer ${clave.slice(0, -1)}`],
    ['more than it', () => `Bearer ${clave}x`],
    ['it in another way', () => `Basic ${clave}`],
  ])('%s is refused, and nothing is written', async (_, authorization) => {
    const reply = await post(one, authorization());
    expect(reply.status).toBe(401);
    expect(reply.body.code).toBe('CREDENCIALES_INVALIDAS');
    expect(await supresionOf('intruso@destino.cl')).toBeUndefined();
  });

  it('is told once and kept as a hash', async () => {
    const row = await app.services.deps.db
      .selectFrom('ajustesCorreo')
      .select('webhookClave')
      .executeTakeFirst();
    expect(row?.webhookClave).not.toContain(clave);
    const correo = await (await app.as('ADMIN')).ok(contract.getAjustesCorreo, {});
    expect(correo.tieneWebhook).toBe(true);
    expect(JSON.stringify(correo)).not.toContain(row?.webhookClave);
  });
});

describe('what another service tells', () => {
  it('suppresses by its kind, beside the message it names', async () => {
    const enviado = await buildEnviado(app);
    const reply = await tell(
      { tipo: 'DURO', email: ' Nadie@Destino.cl ', codigo: '5.1.1', detalle: 'User unknown' },
      { tipo: 'BLANDO', email: 'llena@destino.cl' },
      { tipo: 'RECLAMO', email: enviado.email, mensajeId: enviado.mensajeId },
    );
    expect(reply.body).toEqual({ recibidos: 3, nuevos: 3 });
    expect(await supresionOf('nadie@destino.cl')).toEqual({
      motivo: 'REBOTE',
      detalle: '5.1.1 User unknown',
      emailLogId: null,
    });
    expect(await supresionOf('llena@destino.cl')).toBeUndefined();
    expect(await supresionOf(enviado.email)).toMatchObject({
      motivo: 'RECLAMO',
      emailLogId: enviado.id,
    });
  });

  it('twice is once; another day it may have happened again', async () => {
    const evento = { tipo: 'DURO', email: 'repetida@destino.cl' };
    const [first, second] = [await tell(evento, evento), await tell(evento)];
    expect([first.body.nuevos, second.body.nuevos]).toEqual([1, 0]);
    const { db } = app.services.deps;
    await db.deleteFrom('supresion').where('email', '=', evento.email).execute();
    app.setNow(new Date(Date.now() + 3 * 24 * 3600_000));
    expect((await tell(evento)).body.nuevos).toBe(1);
    expect(await supresionOf(evento.email)).toMatchObject({ motivo: 'REBOTE' });
  });

  it('of a message that was for someone else marks no message', async () => {
    const enviado = await buildEnviado(app);
    await tell({ tipo: 'DURO', email: 'otra@destino.cl', mensajeId: enviado.mensajeId });
    expect(await supresionOf('otra@destino.cl')).toMatchObject({ emailLogId: null });
    expect(await supresionOf(enviado.email)).toBeUndefined();
  });

  it.each([
    ['no events', []],
    ['an unknown kind', [{ tipo: 'RARO', email: 'a@destino.cl' }]],
    ['no address', [{ tipo: 'DURO' }]],
    ['more than 500', Array.from({ length: 501 }, () => ({ tipo: 'DURO', email: 'a@b.cl' }))],
  ])('%s is refused whole', async (_, eventos) => {
    expect((await tell(...eventos)).status).toBe(422);
  });
});

it('stops being heard when the secret is renewed, and when it is removed', async () => {
  const user = await app.as('ADMIN');
  const former = clave;
  clave = (await user.ok(contract.crearWebhook, {})).clave;
  const one = { eventos: [{ tipo: 'BLANDO', email: 'fin@destino.cl' }] };
  expect((await post(one, `Bearer ${former}`)).status).toBe(401);
  expect((await post(one, `Bearer ${clave}`)).status).toBe(200);
  await user.ok(contract.quitarWebhook, {});
  expect((await post(one, `Bearer ${clave}`)).status).toBe(401);
  expect((await user.ok(contract.getAjustesCorreo, {})).tieneWebhook).toBe(false);
});
