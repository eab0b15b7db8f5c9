import { describe, expect, it } from 'vitest';
import { messageId, type PorEnviar, readMessageId, sobreDe } from './cabeceras.ts';
import { readToken } from './token.ts';

const secret = 'secret-of-the-tests-0123456789abcdef';

const porEnviar = (
  email: Partial<PorEnviar['email']> = {},
  transporte: Partial<PorEnviar['transporte']> = {},
): PorEnviar => ({
  secret,
  publicUrl: 'https://crm.escuela.cl',
  fecha: '2026-06-01T12:00:00.000Z',
  transporte: {
    remitente: { nombre: 'Escuela', email: 'hola@escuela.cl' },
    responderA: null,
    rebotesEmail: null,
    ...transporte,
  },
  email: {
    id: 42,
    tipo: 'OFERTA',
    campanaId: 7,
    automatico: null,
    comercial: true,
    email: 'ana@prueba.cl',
    ...email,
  },
  datos: { cliente: { nombres: 'Ana', apellidos: null } },
});

const fields = (given: PorEnviar) => Object.fromEntries(sobreDe(given).sobre.cabeceras);

describe('the envelope of a message', () => {
  it('of a campaign has a way out by one click, signed for that message', () => {
    const cabeceras = fields(porEnviar());
    expect(cabeceras['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const [, token = ''] =
      /^<https:\/\/crm\.escuela\.cl\/correo\/baja\/([\w-]+)>$/.exec(
        cabeceras['List-Unsubscribe'] ?? '',
      ) ?? [];
    expect(readToken(secret, 'baja', token)).toBe(42);
    expect(cabeceras).toMatchObject({
      'List-Id': '<novedades.escuela.cl>',
      Precedence: 'bulk',
      'Feedback-ID': 'c7:OFERTA:correo:escuelacl',
    });
    expect(cabeceras['Auto-Submitted']).toBeUndefined();
  });

  it('of a receipt says that a program sent it, and offers no way out', () => {
    const cabeceras = fields(
      porEnviar({
        tipo: 'TRANSACCIONAL',
        campanaId: null,
        automatico: 'PAGO_RECIBIDO',
        comercial: false,
      }),
    );
    expect(cabeceras).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    });
  });

  it('of a promotional automatic mail has both', () => {
    const cabeceras = fields(
      porEnviar({ tipo: 'TRANSACCIONAL', campanaId: null, automatico: 'BIENVENIDA' }),
    );
    expect(cabeceras).toMatchObject({
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'Feedback-ID': 'BIENVENIDA:TRANSACCIONAL:correo:escuelacl',
    });
  });

  it('addresses the person by name when it is known', () => {
    expect(sobreDe(porEnviar()).sobre.para).toEqual({ nombre: 'Ana', email: 'ana@prueba.cl' });
    expect(sobreDe({ ...porEnviar(), datos: {} }).sobre.para.nombre).toBe('');
  });

  it('sends bounces to an address of the message’s own, else to the sender', () => {
    expect(sobreDe(porEnviar()).de).toBe('hola@escuela.cl');
    const { de } = sobreDe(porEnviar({}, { rebotesEmail: 'rebotes@escuela.cl' }));
    const [, token = ''] = /^rebotes\+([a-z0-9]+)@escuela\.cl$/.exec(de) ?? [];
    expect(readToken(secret, 'rebote', token)).toBe(42);
  });

  it('names an address for answers only when it is another', () => {
    const responderA = (text: string) =>
      sobreDe(porEnviar({}, { responderA: text })).sobre.responderA;
    expect(responderA('contacto@escuela.cl')).toBe('contacto@escuela.cl');
    expect(responderA('hola@escuela.cl')).toBeNull();
  });
});

describe('the id of a message', () => {
  it('is always the same, of the sender’s domain, and another for each message', () => {
    const first = sobreDe(porEnviar()).sobre.mensajeId;
    expect(sobreDe({ ...porEnviar(), fecha: '2027-01-01T00:00:00.000Z' }).sobre.mensajeId).toBe(
      first,
    );
    expect(first).toMatch(/^[a-z0-9]+@escuela\.cl$/);
    expect(sobreDe(porEnviar({ id: 43 })).sobre.mensajeId).not.toBe(first);
  });

  it('tells which message it was, only to who has the secret', () => {
    const id = messageId(secret, 42, 'hola@escuela.cl');
    for (const text of [id, `<${id}>`, ` <${id.toUpperCase()}> `]) {
      expect(readMessageId(secret, text)).toBe(42);
    }
    expect(readMessageId('another secret', id)).toBeUndefined();
    for (const text of ['', '<>', '<abc@escuela.cl>', '42@escuela.cl']) {
      expect(readMessageId(secret, text)).toBeUndefined();
    }
  });
});
