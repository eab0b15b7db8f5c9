import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DnsServer, startDns } from '#tests/support/dns.ts';
import { juzgarDkim, juzgarDmarc, juzgarSpf, sonDelMismo } from './dns.policy.ts';
import { askDominio, createDns } from './dns.ts';

const CLAVE = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'.repeat(12);
let server: DnsServer;

beforeAll(async () => {
  server = await startDns({
    'bien.cl': [['una cosa'], ['v=spf1 include:_spf.google.com ', '~all']],
    'tmm._domainkey.bien.cl': [['v=DKIM1; k=rsa; ', `p=${CLAVE.slice(0, 200)}`, CLAVE.slice(200)]],
    '_dmarc.bien.cl': [['v=DMARC1; p=quarantine; rua=mailto:a@bien.cl']],
    'vacio.cl': [],
    'dos.cl': [['v=spf1 mx -all'], ['v=spf1 a ~all']],
    'todos.cl': [['v=spf1 +all']],
    'otro._domainkey.bien.cl': [['v=DKIM1; p=MIIBotra']],
    'revocada._domainkey.bien.cl': [['v=DKIM1; p=']],
    '_dmarc.observa.cl': [['v=DMARC1;p=none']],
    '_dmarc.roto.cl': [['v=DMARC1; rua=mailto:a@roto.cl']],
    'caido.cl': 'SERVFAIL',
    '_dmarc.caido.cl': 'SERVFAIL',
  });
});
afterAll(() => server.close());

const dns = (name: string) => createDns([server.address])(name);
const GOOGLE = '_spf.google.com';

describe('SPF', () => {
  const spf = async (dominio: string, incluye: string | null = GOOGLE) =>
    juzgarSpf(await dns(dominio), dominio, incluye);

  it('is in order when it holds the sending service, in as many pieces as it may come', async () => {
    expect(await spf('bien.cl')).toMatchObject({ nivel: 'OK', detalle: null });
  });

  it.each([
    ['bien.cl', 'amazonses.com', 'AVISO', 'include:amazonses.com'],
    ['no-existe.cl', GOOGLE, 'AVISO', 'v=spf1 include:_spf.google.com ~all'],
    ['vacio.cl', null, 'AVISO', 'v=spf1 a mx ~all'],
    ['dos.cl', null, 'ERROR', 'Deja uno solo'],
    ['todos.cl', null, 'ERROR', '+all'],
    ['caido.cl', GOOGLE, 'AVISO', 'No pudimos consultar el DNS'],
  ])('of %s sending by %s is %s, and says what to do', async (dominio, incluye, nivel, words) => {
    const found = await spf(dominio, incluye);
    expect(found.nivel).toBe(nivel);
    expect(found.detalle).toContain(words);
  });
});

describe('DKIM', () => {
  const dkim = async (selector: string) => {
    const nombre = `${selector}._domainkey.bien.cl`;
    return juzgarDkim(await dns(nombre), nombre, CLAVE);
  };

  it('is in order when our own key is published, however it is cut', async () => {
    expect(await dkim('tmm')).toMatchObject({ nivel: 'OK' });
  });

  it.each([
    ['otro', 'no es la nuestra'],
    ['revocada', 'no es la nuestra'],
    ['nada', 'Falta publicar'],
  ])('published as «%s» breaks every signature', async (selector, words) => {
    const found = await dkim(selector);
    expect(found.nivel).toBe('ERROR');
    expect(found.titulo).toContain(words);
  });
});

describe('DMARC', () => {
  const dmarc = async (dominio: string) => {
    const nombres = { spf: dominio, dmarc: dominio, dkim: null };
    const found = await askDominio(createDns([server.address]), nombres);
    return juzgarDmarc(found.dmarc, dominio);
  };

  it.each([
    ['bien.cl', 'OK'],
    ['correo.bien.cl', 'OK'],
    ['observa.cl', 'OK'],
    ['vacio.cl', 'AVISO'],
    ['roto.cl', 'ERROR'],
    ['caido.cl', 'AVISO'],
  ])('of %s is %s', async (dominio, nivel) => {
    expect((await dmarc(dominio)).nivel).toBe(nivel);
  });
});

it('without a DNS server tells the text to publish, and does not hold anyone up', async () => {
  const gone = await startDns({});
  await gone.close();
  const alone = createDns([gone.address]);
  const nombres = { spf: 'bien.cl', dmarc: 'bien.cl', dkim: 'tmm._domainkey.bien.cl' };
  const found = await askDominio(alone, nombres);
  expect(found).toEqual({
    spf: { hay: 'SIN_RESPUESTA' },
    dmarc: { hay: 'SIN_RESPUESTA' },
    dkim: { hay: 'SIN_RESPUESTA' },
  });
  expect(juzgarSpf(found.spf, 'bien.cl', GOOGLE).detalle).toContain('v=spf1 include:');
  expect(juzgarDmarc(found.dmarc, 'bien.cl').detalle).toContain('v=DMARC1; p=none');
});

it.each([
  ['escuela.cl', 'escuela.cl', true],
  ['correo.escuela.cl', 'escuela.cl', true],
  ['escuela.cl', 'rebotes.escuela.cl', true],
  ['miescuela.cl', 'escuela.cl', false],
])('%s and %s are of the same: %s', (uno, otro, same) => {
  expect(sonDelMismo(uno, otro)).toBe(same);
});
