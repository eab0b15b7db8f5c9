import { describe, expect, it } from 'vitest';
import { createToken } from '#server/emails/token.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha } from '#tests/support/clientes.ts';
import {
  buildEnviado,
  type Enviado,
  exchangeDsn,
  eximBounce,
  gmailDsn,
  jmrp,
  letter,
  outOfOffice,
  postfixDsn,
  qmailBounce,
  yahooArf,
} from '#tests/support/rebotes.ts';
import { receiveMensaje } from './receiveMensaje.ts';

const app = testApp();
const receive = (raw: Buffer) => receiveMensaje(app.services.deps, raw, 'ARCHIVO');

async function stateOf({ id, email }: Enviado) {
  const { db } = app.services.deps;
  const message = await db
    .selectFrom('emailLog')
    .select(['rebotadoEn', 'reclamadoEn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const supresion = await db
    .selectFrom('supresion')
    .select(['motivo', 'emailLogId', 'detalle'])
    .where('email', '=', email)
    .executeTakeFirst();
  const eventos = await db
    .selectFrom('emailEvento')
    .select(['tipo', 'detalle'])
    .where('emailLogId', '=', id)
    .execute();
  const rebotes = await db
    .selectFrom('rebote')
    .select(['tipo', 'codigo', 'via', 'email'])
    .where('emailLogId', '=', id)
    .execute();
  return { ...message, supresion, eventos, rebotes };
}

const untouched = { rebotadoEn: null, reclamadoEn: null, supresion: undefined, eventos: [] };

describe('an address that does not exist', () => {
  it.each<[string, (enviado: Enviado) => Buffer, string | null]>([
    ['Postfix', postfixDsn, '5.1.1'],
    ['Exim, without a report', eximBounce, null],
    ['qmail', qmailBounce, '5.1.1'],
    ['Exchange', exchangeDsn, '5.1.10'],
    ['Gmail', gmailDsn, '5.1.1'],
  ])('told by %s gets no mail any more', async (_, write, codigo) => {
    const enviado = await buildEnviado(app);
    expect(await receive(write(enviado))).toEqual({
      nuevo: true,
      tipo: 'DURO',
      email: enviado.email,
      entendido: true,
    });
    expect(await stateOf(enviado)).toMatchObject({
      rebotadoEn: expect.any(String),
      reclamadoEn: null,
      supresion: { motivo: 'REBOTE', emailLogId: enviado.id },
      eventos: [{ tipo: 'REBOTE' }],
      rebotes: [{ tipo: 'DURO', codigo, via: 'ARCHIVO', email: enviado.email }],
    });
  });

  it('takes what waits for it out of the queue, of every kind', async () => {
    const enviado = await buildEnviado(app);
    const { db } = app.services.deps;
    await db
      .insertInto('emailLog')
      .values({ tipo: 'TRANSACCIONAL', comercial: false, email: enviado.email })
      .execute();
    await receive(postfixDsn(enviado));
    const waiting = await db
      .selectFrom('emailLog')
      .select(['estado', 'respuesta'])
      .where('email', '=', enviado.email)
      .where('id', '<>', enviado.id)
      .execute();
    expect(waiting).toEqual([
      { estado: 'SUPRIMIDO', respuesta: 'Un mensaje anterior rebotó: la dirección no existe.' },
    ]);
  });
});

describe('a failure that is not the fault of the address', () => {
  it.each<[string, string, string]>([
    [
      'a full mailbox',
      '5.2.2',
      '552 5.2.2 The email account that you tried to reach is over quota',
    ],
    ['a policy', '5.7.1', '550 5.7.1 Message rejected as spam by content filtering'],
    ['the sender blocked', '5.7.606', '550 5.7.606 Access denied, banned sending IP'],
    ['the sender refused', '5.1.8', '550 5.1.8 Sender address rejected: Domain not found'],
    ['a code that says nothing', '5.0.0', '554 5.0.0 Service unavailable'],
    ['blocked, in vague words', '5.0.0', '550 Address blocked: user unknown to our spam policy'],
    ['a server away too long', '4.4.1', 'connect to mx.destino.cl[192.0.2.10]:25: timed out'],
  ])('%s is recorded and changes nothing', async (_, estado, diagnostico) => {
    const enviado = await buildEnviado(app);
    expect((await receive(postfixDsn(enviado, { estado, diagnostico }))).tipo).toBe('BLANDO');
    expect(await stateOf(enviado)).toMatchObject({ ...untouched, rebotes: [{ tipo: 'BLANDO' }] });
  });

  it.each([
    ['delayed', '5.1.1', 'BLANDO'],
    ['relayed', '2.0.0', 'OTRO'],
    ['delivered', '2.1.5', 'OTRO'],
  ])('a message that was %s changes nothing', async (accion, estado, tipo) => {
    const enviado = await buildEnviado(app);
    expect((await receive(gmailDsn(enviado, { accion, estado }))).tipo).toBe(tipo);
    expect(await stateOf(enviado)).toMatchObject(untouched);
  });
});

it.each<[string, string]>([
  ['5.0.0', '550 5.1.1 <x@destino.cl> User doesn’t exist'],
  ['5.4.4', 'Host or domain name not found. Name service error for name=destino.cl type=A'],
  ['5.4.1', '550 5.4.1 Recipient address rejected: Access denied'],
  ['5.2.1', '550 5.2.1 The email account that you tried to reach is inactive'],
  ['5.5.0', '550 5.5.0 Requested action not taken: mailbox unavailable'],
  ['5.0.0', '550 La cuenta no existe en este servidor'],
])('%s «%s» is an address that is gone', async (estado, diagnostico) => {
  const enviado = await buildEnviado(app);
  expect((await receive(postfixDsn(enviado, { estado, diagnostico }))).tipo).toBe('DURO');
});

describe('a complaint', () => {
  it.each<[string, (enviado: Enviado) => Buffer]>([
    ['Yahoo', yahooArf],
    ['Microsoft', jmrp],
  ])('told by %s stops all mail and withdraws the consent, with its proof', async (_, write) => {
    const email = `reclama-${write.name.toLowerCase()}@destino.cl`;
    const { id: clienteId } = await buildFicha(app, { email });
    const { db } = app.services.deps;
    await db
      .insertInto('consentimiento')
      .values({
        clienteId,
        email,
        finalidad: 'NEWSLETTER',
        accion: 'OTORGADO',
        texto: 'Sí',
        textoVersion: 1,
        canal: 'WEB',
      })
      .execute();
    const enviado = await buildEnviado(app, { email, clienteId });
    expect(await receive(write(enviado))).toMatchObject({ tipo: 'RECLAMO', nuevo: true });
    expect(await stateOf(enviado)).toMatchObject({
      rebotadoEn: null,
      reclamadoEn: expect.any(String),
      supresion: { motivo: 'RECLAMO', emailLogId: enviado.id },
      eventos: [{ tipo: 'RECLAMO' }],
    });
    const last = await db
      .selectFrom('consentimiento')
      .select(['accion', 'canal', 'evidencia'])
      .where('clienteId', '=', clienteId)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(last).toMatchObject({
      accion: 'RETIRADO',
      canal: 'RECLAMO',
      evidencia: { mensaje: enviado.id, rebote: expect.any(Number) },
    });
  });

  it.each(['not-spam', 'auth-failure', 'algo-nuevo'])(
    'of the kind %s is none, and changes nothing',
    async (kind) => {
      const enviado = await buildEnviado(app);
      expect((await receive(yahooArf(enviado, kind))).tipo).toBe('OTRO');
      expect(await stateOf(enviado)).toMatchObject(untouched);
    },
  );
});

describe('what proves nothing', () => {
  it('a report that names no message of ours suppresses nobody', async () => {
    const enviado = await buildEnviado(app);
    const { secret } = app.services.deps;
    const forged = {
      ...enviado,
      mensajeId: `<${createToken('otro secreto de otra instalación', 'rebote', enviado.id)}@escuela.cl>`,
      rebotes: `rebotes+${createToken(secret, 'rebote', enviado.id).replace(/^./, (c) => (c === '0' ? '1' : '0'))}@escuela.cl`,
    };
    for (const write of [
      postfixDsn,
      eximBounce,
      qmailBounce,
      exchangeDsn,
      gmailDsn,
      yahooArf,
      jmrp,
    ]) {
      expect((await receive(write(forged))).tipo).toBe('OTRO');
    }
    expect(await stateOf(enviado)).toMatchObject({ ...untouched, rebotes: [] });
  });

  it('a token for another purpose names no message either', async () => {
    const enviado = await buildEnviado(app);
    const baja = createToken(app.services.deps.secret, 'baja', enviado.id);
    const none = '<nada@escuela.cl>';
    const forged = { ...enviado, mensajeId: none, rebotes: `rebotes+${baja}@escuela.cl` };
    expect((await receive(postfixDsn(forged))).tipo).toBe('OTRO');
    expect(await stateOf(enviado)).toMatchObject(untouched);
  });

  it('the one it is about is the one it was sent to, whatever the report says', async () => {
    const victim = await buildEnviado(app);
    const mine = await buildEnviado(app);
    await receive(postfixDsn({ ...mine, email: victim.email }));
    expect(await stateOf(victim)).toMatchObject({ ...untouched, rebotes: [] });
    expect((await stateOf(mine)).supresion?.motivo).toBe('REBOTE');
  });

  it('someone who is away has their mail', async () => {
    const enviado = await buildEnviado(app);
    expect(await receive(outOfOffice(enviado))).toMatchObject({ tipo: 'OTRO', entendido: true });
    expect(await stateOf(enviado)).toMatchObject(untouched);
  });

  it('a letter is left for a person to read', async () => {
    const enviado = await buildEnviado(app);
    expect(await receive(letter(enviado))).toMatchObject({ tipo: 'OTRO', entendido: false });
    expect(await stateOf(enviado)).toMatchObject(untouched);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ['a report without fields', Buffer.from('Content-Type: message/delivery-status\r\n\r\n\r\n')],
    ['a very long address', Buffer.from(`To: ${'a+'.repeat(400_000)}`)],
    ['one folded many times', Buffer.from(`To: a+${'\r\n a+'.repeat(100_000)}`)],
    ['very deep HTML', Buffer.from(`Content-Type: text/html\r\n\r\n${'<p>'.repeat(90_000)}`)],
    [
      'endless words',
      Buffer.from(`From: postmaster@x.cl\r\n\r\n${'account <-- user '.repeat(15_000)}`),
    ],
  ])('%s is recorded and no more', async (_, raw) => {
    expect((await receive(raw)).tipo).toBe('OTRO');
  });
});

describe('the same report', () => {
  it('twice, by whatever way and with other fields of delivery, changes nothing', async () => {
    const enviado = await buildEnviado(app);
    const raw = postfixDsn(enviado, { id: 'el-mismo' });
    await receive(raw);
    const { db } = app.services.deps;
    await db.deleteFrom('supresion').where('email', '=', enviado.email).execute();
    const again = Buffer.concat([Buffer.from('Received: by otro.cl; hoy\r\n'), raw]);
    const second = await receiveMensaje(app.services.deps, again, 'BUZON');
    expect(second).toMatchObject({ nuevo: false });
    const state = await stateOf(enviado);
    expect(state.supresion).toBeUndefined();
    expect(state.eventos).toHaveLength(1);
    expect(state.rebotes).toHaveLength(1);
  });

  it('ten times at once is one', async () => {
    const enviado = await buildEnviado(app);
    const raw = postfixDsn(enviado);
    const results = await Promise.all(Array.from({ length: 10 }, () => receive(raw)));
    expect(results.filter(({ nuevo }) => nuevo)).toHaveLength(1);
    expect((await stateOf(enviado)).eventos).toHaveLength(1);
  });
});
