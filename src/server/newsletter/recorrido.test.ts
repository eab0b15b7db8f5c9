import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, expect, it } from 'vitest';
import { subscribeNewsletter } from '#contract/publico.ts';
import { confirmSuscripcion } from '#contract/suscripcion.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCampanaEnviando, startTestSender, until } from '#tests/support/envio.ts';
import { smtpSink } from '#tests/support/smtpSink.ts';

const sink = await smtpSink();
const PUBLIC_URL = 'https://escuela.cl';
const app = testApp({
  SMTP_URL: sink.url,
  EMAIL_FROM: 'Escuela de Prueba <hola@escuela.cl>',
  PUBLIC_URL,
});
afterAll(() => sink.close());

/** The messages that came to an address, once there are so many. */
async function mailbox(email: string, howMany: number): Promise<ParsedMail[]> {
  const mine = () => sink.recibidos.filter(({ para }) => para === email);
  await until(`${howMany} messages to ${email}`, () => mine().length >= howMany, 60);
  return Promise.all(mine().map(({ raw }) => simpleParser(raw)));
}

const isListed = async (email: string) =>
  (await app.services.deps.db
    .selectFrom('supresion')
    .select('motivo')
    .where('email', '=', email)
    .executeTakeFirst()) !== undefined;

it('from the form to the mailbox, by its links in and out again', async () => {
  const email = 'recorrido@correo.cl';
  const visitor = await app.as('VISITANTE');
  const sender = await startTestSender(app);
  try {
    await visitor.ok(subscribeNewsletter, { body: { email, nombres: 'Eva', acepta: true } });
    const [ask] = await mailbox(email, 1);
    expect(ask?.headers.has('list-unsubscribe')).toBe(false);
    const token = /https:\/\/escuela\.cl\/correo\/confirmar\/([\w-]+)/.exec(ask?.html || '')?.[1];
    await visitor.ok(confirmSuscripcion, { params: { token: token ?? '' } });

    const [, welcome] = await mailbox(email, 2);
    expect(welcome?.html).toContain('Eva');
    const list = welcome?.headers.get('list') as { unsubscribe?: { url?: string } };
    const out = list.unsubscribe?.url ?? '';
    expect(out).toMatch(/^https:\/\/escuela\.cl\/correo\/baja\/[\w-]+$/);
    const reply = await fetch(out.replace(PUBLIC_URL, app.url), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(reply.status).toBe(200);
    expect(await isListed(email)).toBe(true);

    await visitor.ok(subscribeNewsletter, { body: { email, acepta: true } });
    expect(await isListed(email)).toBe(true);
  } finally {
    await sender.stop();
  }
  expect(sink.recibidos.filter(({ para }) => para === email)).toHaveLength(2);
});

it('a measured link of a received message leads where it was written to', async () => {
  const html =
    '<html><body><p><a href="https://example.com/uno?a=1&amp;b=2">Uno</a></p>' +
    '<p><a href="{{ enlaces.baja }}">Baja</a></p>' +
    '<p><a href="https://example.com/dos">Dos</a></p></body></html>';
  const { id } = await buildCampanaEnviando(app.services.deps, 1, {
    email: "'medida@prueba.cl'",
    html,
  });
  await app.services.deps.db
    .updateTable('campana')
    .set({ seguimiento: true })
    .where('id', '=', id)
    .execute();
  const sender = await startTestSender(app);
  const [mail] = await mailbox('medida@prueba.cl', 1).finally(() => sender.stop());
  const links = [...(mail?.html || '').matchAll(/<a [^>]*href="([^"]+)"/g)].map((m) => m[1] ?? '');
  expect(links).toHaveLength(3);
  const [one = '', leave = '', two = ''] = links;
  expect(leave).toContain('/correo/baja/');
  const follow = async (link: string) => {
    const response = await fetch(link.replace(PUBLIC_URL, app.url), { redirect: 'manual' });
    return response.headers.get('location');
  };
  expect(await follow(one)).toBe('https://example.com/uno?a=1&b=2');
  expect(await follow(two)).toBe('https://example.com/dos');
});
