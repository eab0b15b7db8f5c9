import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { contenidoOf, firma, registro, trabajoOf } from '#tests/support/trabajos.ts';
import { createComponer } from './componer.ts';
import { probarFirma } from './firma.ts';
import type { Trabajo } from './trabajo.ts';

const componer = createComponer(firma);

function build(trabajo: Trabajo) {
  const hecho = componer(trabajo);
  if ('error' in hecho) throw new Error(hecho.error);
  return { ...hecho, text: Buffer.from(hecho.raw).toString('latin1') };
}

async function verify(raw: Uint8Array) {
  const { results } = await dkimVerify(Buffer.from(raw), { resolver: async () => [[registro]] });
  return results[0];
}

describe('a message as it travels', () => {
  it('is read back as it was written, letters of all kinds included', async () => {
    const trabajo = trabajoOf(
      {
        asunto: 'Niños y piñatas: ¿quién viene? 🎉',
        html: '<html><body>\n<p>Ñandú — «{{ cliente.nombres }}» 日本 🎨</p>\n</body></html>\n',
        texto: 'Ñandú — «{{ cliente.nombres }}» 日本 🎨\n\nLínea = dos\tcon tabulador   ',
      },
      {
        datos: { cliente: { nombres: 'Íñigo' } },
        sobre: {
          de: { nombre: 'Escuela Ñandú, Talleres "Sur"', email: 'hola@escuela.cl' },
          para: { nombre: 'Íñigo Muñoz <el nuevo>', email: 'inigo@prueba.cl' },
          responderA: 'contacto@escuela.cl',
        },
      },
    );
    const { raw } = build(trabajo);
    const mail = await simpleParser(Buffer.from(raw));
    expect(mail.subject).toBe('Niños y piñatas: ¿quién viene? 🎉');
    expect(mail.from?.value).toEqual([
      { name: 'Escuela Ñandú, Talleres "Sur"', address: 'hola@escuela.cl' },
    ]);
    expect([mail.to].flat()[0]?.value).toEqual([
      { name: 'Íñigo Muñoz <el nuevo>', address: 'inigo@prueba.cl' },
    ]);
    expect(mail.replyTo?.value[0]?.address).toBe('contacto@escuela.cl');
    expect(mail.messageId).toBe('<abc123@escuela.cl>');
    expect(mail.date?.toISOString()).toBe('2026-06-01T12:00:00.000Z');
    expect(mail.text?.trimEnd()).toBe('Ñandú — «Íñigo» 日本 🎨\n\nLínea = dos\tcon tabulador');
    expect(mail.html).toBe('<html><body>\n<p>Ñandú — «Íñigo» 日本 🎨</p>\n</body></html>\n');
    expect((await verify(raw))?.status.result).toBe('pass');
  });

  it('has only short lines of plain bytes, ended as SMTP wants', () => {
    const long = 'palabra-sin-espacios-ñ'.repeat(400);
    const { text } = build(
      trabajoOf(
        { asunto: `Un asunto ${'muy '.repeat(60)}largo`, html: `<p>${long}</p>`, texto: long },
        {
          sobre: {
            para: { nombre: `Ana ${'María José '.repeat(20)}`, email: 'ana@prueba.cl' },
            cabeceras: [['List-Unsubscribe', `<https://escuela.cl/${'x'.repeat(300)}>`]],
          },
        },
      ),
    );
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head = '', ...body] = text.split('\r\n\r\n');
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    for (const line of body.join('\r\n\r\n').split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(78);
      expect(line).toMatch(/^[\t\x20-\x7e]*$/);
    }
  });

  it('keeps lines that begin with a dot, look like a boundary or end in spaces', async () => {
    const texto = '.\n..\n.a\nFrom ayer\n--=_tmm_parte\n--=_tmm_parte--\nfin  \nx';
    const { raw } = build(trabajoOf({ texto, html: `<pre>\n${texto}</pre>\n` }));
    const mail = await simpleParser(Buffer.from(raw));
    expect(mail.text?.trimEnd()).toBe(texto);
    expect(mail.html).toBe(`<pre>\n${texto}</pre>\n`);
    expect((await verify(raw))?.status.result).toBe('pass');
  });

  it('is the same whether its fixed lines are kept encoded or not', async () => {
    const fixed = Array.from({ length: 40 }, (_, n) => `<p style="a:b">línea ${n} =  \t.</p> `);
    const html = `<html>\n${fixed.join('\n')}\n<p>{{ cliente.nombres -}}\n\n${fixed.join('\n')}{% if cliente.nombres %}\n${fixed.join('\n')}{% endif %}</p>\n${fixed.join('\n')}`;
    const { raw, html: built } = build(trabajoOf({ html }));
    const mail = await simpleParser(Buffer.from(raw));
    expect(built.match(/línea \d+/g)).toHaveLength(160);
    expect(mail.html).toBe(built);
    expect((await verify(raw))?.status.result).toBe('pass');
  });

  it('takes no header from a name or subject', async () => {
    const evil = 'Ana\r\nBcc: otro@prueba.cl\r\n\r\n<b>x</b>';
    const { raw, text } = build(
      trabajoOf(
        { asunto: `{{ cliente.nombres }}` },
        {
          datos: { cliente: { nombres: evil } },
          sobre: {
            de: { nombre: evil, email: 'hola@escuela.cl' },
            para: { nombre: evil, email: 'ana@prueba.cl' },
            cabeceras: [['X-Prueba', evil]],
          },
        },
      ),
    );
    const mail = await simpleParser(Buffer.from(raw));
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe('Ana Bcc: otro@prueba.cl <b>x</b>');
    expect(text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(mail.headers.has('x-prueba')).toBe(true);
  });

  it('writes a person’s name as text, never as HTML', async () => {
    const nombres = '<img src=x onerror=alert(1)> & "Cía" \uE000';
    const { html, texto } = build(trabajoOf({}, { datos: { cliente: { nombres } } }));
    expect(html).toContain('Hola &lt;img src=x onerror=alert(1)&gt; &amp; &quot;Cía&quot; </p>');
    expect(texto).toBe('Hola <img src=x onerror=alert(1)> & "Cía"');
  });
});

describe('its signature', () => {
  const cabeceras: [string, string][] = [
    ['List-Unsubscribe', '<https://escuela.cl/correo/baja/abcdefghijkl>'],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Id', '<novedades.escuela.cl>'],
    ['Precedence', 'bulk'],
    ['Feedback-ID', 'c1:OFERTA:correo:escuelacl'],
  ];

  it('covers what a mail program acts upon, and is verified by others', async () => {
    const { raw } = build(trabajoOf({}, { sobre: { cabeceras } }));
    const result = await verify(raw);
    expect(result?.status).toMatchObject({ result: 'pass', aligned: 'escuela.cl' });
    expect(result).toMatchObject({
      signingDomain: 'escuela.cl',
      selector: 's1',
      algo: 'rsa-sha256',
      format: 'relaxed/relaxed',
    });
    const signed = result?.signingHeaders?.keys.toLowerCase().split(': ') ?? [];
    const wanted = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'];
    for (const name of [...wanted, ...cabeceras.map(([nombre]) => nombre.toLowerCase())]) {
      expect(signed, name).toContain(name);
    }
  });

  it.each([
    ['the subject', /^Subject: .*$/m, 'Subject: Otra cosa'],
    ['the way out', /baja\/abcdefghijkl/, 'baja/zzzzzzzzzzzz'],
    ['the one click', /One-Click/, 'Two-Click'],
    ['the text', /Hola Ana/, 'Hola Eva'],
    ['another sender added before', /^From: /m, 'From: malo@otro.cl\r\nFrom: '],
    ['another subject added before', /^Subject: /m, 'Subject: Otro\r\nSubject: '],
    ['an address for answers added', /^Subject: /m, 'Reply-To: malo@otro.cl\r\nSubject: '],
  ])('is broken by a change of %s', async (_, pattern, replacement) => {
    const { text } = build(trabajoOf({}, { sobre: { cabeceras } }));
    const changed = Buffer.from(text.replace(pattern, replacement), 'latin1');
    expect(changed.toString('latin1')).not.toBe(text);
    expect((await verify(changed))?.status.result).not.toBe('pass');
  });

  it('survives spaces that servers on the way may change', async () => {
    const { text } = build(trabajoOf({ texto: 'uno  dos' }, { sobre: { cabeceras } }));
    const changed = text.replace('uno  dos', 'uno   dos').replace('Subject: ', 'SUBJECT:   ');
    expect((await verify(Buffer.from(`${changed}\r\n\r\n`, 'latin1')))?.status.result).toBe('pass');
  });

  it('is proven before it is used: a key that cannot sign is refused', () => {
    expect(() => probarFirma(firma)).not.toThrow();
    const body = firma.clavePem.split('\n');
    const cut = [...body.slice(0, 5), ...body.slice(8)].join('\n');
    for (const clavePem of ['', 'no es una llave', cut]) {
      expect(() => probarFirma({ ...firma, clavePem })).toThrow('no sirve para firmar');
    }
  });
});

it('a message without a key is not signed', () => {
  const hecho = createComponer(null)(trabajoOf());
  expect('raw' in hecho && Buffer.from(hecho.raw).toString('latin1')).not.toContain('DKIM');
});

describe('measured links', () => {
  const contenido = contenidoOf({
    html: '<body>\n<a href="https://a.cl/{{ cliente.nombres }}">a</a>\n{% if cliente.vip %}<a href="https://vip.cl">v</a>{% endif %}\n<a href="{{ enlaces.baja }}">baja</a>\n<a href="https://b.cl">b</a>\n</body>',
  });
  const enlaces = { baja: 'https://crm.cl/correo/baja/abcdefghijkl' };
  const seguimiento = { clic: 'https://crm.cl/clic/t', apertura: 'https://crm.cl/apertura/t' };

  it('are numbered as the message of that person has them', () => {
    const datos = { cliente: { nombres: 'Ana', vip: false }, enlaces };
    const measured = build(trabajoOf(contenido, { datos, seguimiento }));
    const plain = build(trabajoOf(contenido, { datos }));
    expect(measured.html).toContain('href="https://crm.cl/clic/t/1">b</a>');
    expect(measured.html).toContain(`href="${enlaces.baja}"`);
    expect(measured.html).toContain('<img src="https://crm.cl/apertura/t"');
    expect(measured.html).not.toContain('/clic/t/2');
    expect(plain.html).not.toContain('crm.cl/clic');
    const vip = { cliente: { nombres: 'Ana', vip: true }, enlaces };
    expect(build(trabajoOf(contenido, { datos: vip, seguimiento })).html).toContain(
      'href="https://crm.cl/clic/t/2">b</a>',
    );
  });
});
