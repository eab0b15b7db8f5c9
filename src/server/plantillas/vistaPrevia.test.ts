import { expect, it } from 'vitest';
import { createCliente } from '#contract/clientes.ts';
import { getEmail, getMensaje } from '#contract/emails.ts';
import { createPlantilla, previewContenido, sendPrueba } from '#contract/plantillas.ts';
import { setBloqueo } from '#contract/supresiones.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller } from '#tests/support/builders.ts';

const app = testApp({ PUBLIC_URL: 'https://escuela.cl' });

const body = (cambios: { asunto?: string; preheader?: string; cuerpo?: string } = {}) => ({
  tipo: 'OFERTA' as const,
  asunto: 'Para {{ cliente.nombres }}',
  cuerpo: '<p>Hola {{ cliente.nombreCompleto }}</p>',
  ...cambios,
});

it('shows a content with an invented person, and what was found in it', async () => {
  const marketing = await app.as('MARKETING');
  const vista = await marketing.ok(previewContenido, {
    body: body({ preheader: 'Hola {{ cliente.nombres }}', cuerpo: '<p>{{ taller.titulo }}</p>' }),
  });
  expect(vista).toMatchObject({
    asunto: 'Para Camila',
    preheader: 'Hola Camila',
    destinatario: null,
  });
  expect(vista.html).toContain('Cerámica gres para empezar');
  expect(vista.texto).toContain('Cerámica gres para empezar');
  expect(vista.texto).toContain('https://escuela.cl/correo/baja/');
  expect(vista.bytes).toBeGreaterThan(vista.html.length / 2);
  expect(vista.revisiones.length).toBeGreaterThan(0);
});

it('fills it with a real person and a taller, in the hours of the taller', async () => {
  const marketing = await app.as('MARKETING');
  const admin = await app.as('ADMIN');
  const taller = await buildTaller(app, { titulo: 'Gres & esmalte', precio: 25_000 });
  const { id: clienteId } = await admin.ok(createCliente, {
    body: {
      tipo: 'B2C',
      nombres: 'Ana <b>',
      apellidos: 'Soto',
      email: 'ana@prueba.cl',
      origen: 'WEB',
    },
  });
  const vista = await marketing.ok(previewContenido, {
    body: {
      ...body({
        cuerpo:
          '<p>{{ cliente.nombreCompleto }}, {{ taller.titulo }} por {{ taller.precio }} el {{ taller.fecha }}.</p>',
      }),
      clienteId,
      tallerId: taller.id,
    },
  });
  expect(vista.destinatario).toEqual({ id: clienteId, nombre: 'Ana <b> Soto' });
  expect(vista.html).toContain('Ana &lt;b&gt; Soto, Gres &amp; esmalte por $25.000');
  expect(vista.texto).toContain('Ana <b> Soto, Gres & esmalte por $25.000');
  const day = new Intl.DateTimeFormat('es-CL', {
    weekday: 'long',
    timeZone: 'America/Santiago',
  }).format(new Date(taller.iniciaEn));
  expect(vista.texto).toContain(`el ${day} `);
});

it('refuses what could not be saved, and answers on after a loop that never ends', async () => {
  const marketing = await app.as('MARKETING');
  const unknown = await marketing.call(previewContenido, {
    body: body({ asunto: '{{ cliente.rut }}' }),
  });
  expect(unknown.problem.errores).toMatchObject([{ campo: 'asunto' }]);
  const loop = await marketing.call(previewContenido, {
    body: body({
      cuerpo: `<p>{% assign x = "0123456789012345678901234567890123456789" | split: "" %}${'{% for a in x %}'.repeat(7)}x${'{% endfor %}'.repeat(7)}</p>`,
    }),
  });
  expect(loop.status).toBe(422);
  expect((await marketing.ok(previewContenido, { body: body() })).asunto).toBe('Para Camila');
});

it('queues a test for an address of the team, marked as one and nobody’s', async () => {
  const marketing = await app.as('MARKETING');
  const admin = await app.as('ADMIN');
  const { id: clienteId } = await admin.ok(createCliente, {
    body: {
      tipo: 'B2C',
      nombres: 'Elena',
      apellidos: 'Paz',
      email: 'elena@prueba.cl',
      origen: 'WEB',
    },
  });
  const { emailId, transporte } = await marketing.ok(sendPrueba, {
    body: { ...body(), clienteId, para: 'equipo@escuela.cl' },
  });
  expect(transporte).toBe('LOCAL');
  const email = await admin.ok(getEmail, { params: { id: emailId } });
  expect(email).toMatchObject({
    email: 'equipo@escuela.cl',
    cliente: null,
    campana: null,
    automatico: null,
    tipo: 'OFERTA',
  });
  const mensaje = await admin.ok(getMensaje, { params: { id: emailId } });
  expect(mensaje.asunto).toBe('[Prueba] Para Elena');
  expect(mensaje.para).toContain('equipo@escuela.cl');
  expect(JSON.stringify(mensaje)).not.toContain('elena@prueba.cl');
});

it('lets who only reads look, and not try', async () => {
  const soporte = await app.as('SOPORTE');
  await soporte.ok(previewContenido, { body: body() });
  const reply = await soporte.call(sendPrueba, { body: { ...body(), para: 'yo@escuela.cl' } });
  expect(reply.status).toBe(403);
  expect((await soporte.call(createPlantilla, { body: { ...body(), nombre: 'X' } })).status).toBe(
    403,
  );
});

it('is tried out on nobody who is not written to', async () => {
  const [marketing, ventas] = [await app.as('MARKETING'), await app.as('VENTAS')];
  const { db } = app.services.deps;
  const suprimida = (email: string, motivo: 'BAJA' | 'MANUAL') =>
    db.insertInto('supresion').values({ email, motivo }).execute();
  const { id } = await ventas.ok(createCliente, {
    body: { tipo: 'B2C', nombres: 'Bea', apellidos: 'Paz', email: 'bea@prueba.cl', origen: 'WEB' },
  });
  await ventas.ok(setBloqueo, { params: { id }, body: { bloqueado: true, motivo: 'Lo pidió' } });
  await suprimida('baja@prueba.cl', 'BAJA');
  await suprimida('manual@prueba.cl', 'MANUAL');
  const { email: colega } = await db
    .selectFrom('usuario')
    .select('email')
    .where('rol', '=', 'VENTAS')
    .executeTakeFirstOrThrow();
  await suprimida(colega, 'BAJA');
  for (const para of ['bea@prueba.cl', 'baja@prueba.cl', 'manual@prueba.cl']) {
    const reply = await marketing.call(sendPrueba, { body: { ...body(), para } });
    expect(reply.problem, para).toMatchObject({ code: 'VALIDACION', errores: [{ campo: 'para' }] });
  }
  const sent = await marketing.ok(sendPrueba, { body: { ...body(), para: colega } });
  expect(sent.emailId).toBeGreaterThan(0);
});
