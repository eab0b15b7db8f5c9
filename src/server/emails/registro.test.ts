import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listAuditoria } from '#contract/auditoria.ts';
import { createCliente } from '#contract/clientes.ts';
import {
  cancelEmail,
  type EstadoEmail,
  getBandeja,
  getEmail,
  getMensaje,
  listEmails,
  resendEmail,
} from '#contract/emails.ts';
import { getMensajePublico } from '#contract/suscripcion.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { buildMensaje, tokenOf } from '#tests/support/mensajes.ts';
import { saveContenido } from './contenido/contenido.queries.ts';

const app = testApp();
const NOW = '2026-11-20T15:00:00.000Z';

type Nuevo = {
  email?: string;
  clienteId?: number | null;
  campanaId?: number | null;
  tipo?: 'OFERTA' | 'RECORDATORIO' | 'TRANSACCIONAL';
  automatico?: string | null;
  comercial?: boolean;
  estado?: EstadoEmail;
  datos?: Record<string, unknown>;
  creadoEn?: string;
  venceEn?: string | null;
  conContenido?: boolean;
};

let n = 0;

/** A message in the record, as if it had come there by itself. */
async function buildEmail(nuevo: Nuevo = {}): Promise<number> {
  n += 1;
  const { estado = 'FALLIDO', tipo = 'TRANSACCIONAL', datos = {}, creadoEn = NOW } = nuevo;
  return transaction(app.services.deps.db, async (trx) => {
    const contenidoId = await saveContenido(trx, {
      asunto: 'Hola {{ cliente.nombres }}',
      html: '<html><body><p>{{ cliente.nombres }}</p><a href="{{ cobro.enlace | default: "#" }}">Ver</a></body></html>',
      texto: 'Hola {{ cliente.nombres }}: {{ cobro.enlace }}',
      datos: { cobro: { enlace: '' }, negocio: { nombre: 'Escuela' } },
    });
    const { id } = await trx
      .insertInto('emailLog')
      .values({
        tipo,
        estado,
        comercial: nuevo.comercial ?? nuevo.campanaId !== undefined,
        email: nuevo.email ?? `persona${n}@prueba.cl`,
        clienteId: nuevo.clienteId ?? null,
        campanaId: nuevo.campanaId ?? null,
        automatico: nuevo.automatico ?? null,
        contenidoId: nuevo.conContenido === false ? null : contenidoId,
        datos: JSON.stringify({ cliente: { nombres: 'Ana' }, ...datos }),
        asunto: 'Hola Ana',
        enviadoEn: estado === 'ENVIADO' || estado === 'LOCAL' ? creadoEn : null,
        venceEn: nuevo.venceEn ?? null,
        creadoEn,
        disponibleEn: creadoEn,
        clave: `prueba-${n}`,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

async function buildCampana(tipo: 'OFERTA' | 'RECORDATORIO' = 'OFERTA'): Promise<number> {
  n += 1;
  const { id } = await app.services.deps.db
    .insertInto('campana')
    .values({ nombre: `Campaña ${n}`, tipo, audiencia: '{"modo":"FILTRO","filtro":{}}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function buildPersona(
  nombres: string,
  consiente = true,
): Promise<{ id: number; email: string }> {
  n += 1;
  const email = `cliente${n}@prueba.cl`;
  const admin = await app.as('ADMIN');
  const { id } = await admin.ok(createCliente, {
    body: { tipo: 'B2C', nombres, apellidos: 'Etchepare', email, origen: 'WEB' },
  });
  if (consiente) await consent(id, email, 'OTORGADO');
  return { id, email };
}

const consent = (clienteId: number, email: string, accion: 'OTORGADO' | 'RETIRADO') =>
  sql`insert into consentimiento (cliente_id, email, finalidad, accion, texto, texto_version, canal)
    values (${clienteId}, ${email}, 'NEWSLETTER', ${accion}, 'Acepto', 1, 'WEB')`.execute(
    app.services.deps.db,
  );

const suppress = (email: string, motivo: 'BAJA' | 'REBOTE') =>
  app.services.deps.db.insertInto('supresion').values({ email, motivo }).execute();

describe('the list', () => {
  it('pages through all matches, the newest first, whatever the states asked for', async () => {
    const marketing = await app.as('MARKETING');
    const { id: cliente } = await buildPersona('Pagina');
    const states: EstadoEmail[] = ['FALLIDO', 'INCIERTO', 'ENVIADO', 'FALLIDO', 'LOCAL'];
    const ids: number[] = [];
    for (const estado of states) ids.push(await buildEmail({ clienteId: cliente, estado }));
    const walk = async (estado: EstadoEmail[], dates = {}) => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await marketing.ok(listEmails, {
          query: { cliente, estado, limite: 1, ...dates, ...(cursor ? { cursor } : {}) },
        });
        expect(page.total).toBe(states.filter((s) => estado.includes(s)).length);
        seen.push(...page.items.map((e) => e.id));
        cursor = page.siguiente ?? undefined;
      } while (cursor);
      return seen;
    };
    const [a, b, c, d, e] = ids;
    expect(await walk(['FALLIDO', 'INCIERTO', 'LOCAL'])).toEqual([e, d, b, a]);
    expect(await walk(['FALLIDO', 'ENVIADO'])).toEqual([d, c, a]);
    expect(await walk(['FALLIDO', 'LOCAL'], { desde: '2026-11-20', hasta: '2026-11-20' })).toEqual([
      e,
      d,
      a,
    ]);
  });

  it('finds by the beginning of the address and by the name, never by its middle', async () => {
    const marketing = await app.as('MARKETING');
    const { id: clienteId, email } = await buildPersona('Ximena');
    const id = await buildEmail({ clienteId, email });
    const ids = async (q: string) =>
      (await marketing.ok(listEmails, { query: { q } })).items.map((e) => e.id);
    expect(await ids(email.slice(0, 9))).toContain(id);
    expect(await ids(email.toUpperCase())).toEqual([id]);
    expect(await ids('XÍMENA etche')).toEqual([id]);
    expect(await ids('ximena')).toEqual([id]);
    expect(await ids(email.slice(3))).toEqual([]);
    expect(await ids('%')).toEqual([]);
  });

  it('filters by tipo, also that of what a campaign sent, by kind and by campaign', async () => {
    const marketing = await app.as('MARKETING');
    const campanaId = await buildCampana('RECORDATORIO');
    const deCampana = await buildEmail({ campanaId, tipo: 'RECORDATORIO' });
    const prueba = await buildEmail({ tipo: 'RECORDATORIO' });
    const aviso = await buildEmail({ automatico: 'PAGO_RECIBIDO' });
    const ids = async (query: Parameters<typeof marketing.ok<typeof listEmails>>[1]['query']) =>
      (await marketing.ok(listEmails, { query })).items.map((e) => e.id);
    expect(await ids({ tipo: ['RECORDATORIO'] })).toEqual([prueba, deCampana]);
    expect(await ids({ campana: campanaId })).toEqual([deCampana]);
    expect(await ids({ automatico: ['PAGO_RECIBIDO'] })).toEqual([aviso]);
    expect(await ids({ tipo: ['TRANSACCIONAL'], automatico: ['PAGO_RECIBIDO'] })).toEqual([aviso]);
    expect(await ids({ tipo: ['OFERTA'], campana: campanaId })).toEqual([]);
  });

  it('filters by what happened afterwards', async () => {
    const marketing = await app.as('MARKETING');
    const { db } = app.services.deps;
    const id = await buildEmail({ estado: 'ENVIADO' });
    await db.updateTable('emailLog').set({ rebotadoEn: NOW }).where('id', '=', id).execute();
    await db
      .insertInto('emailEvento')
      .values([
        { emailLogId: id, tipo: 'REBOTE', detalle: '550 5.1.1' },
        { emailLogId: id, tipo: 'BAJA' },
      ])
      .execute();
    for (const evento of ['REBOTE', 'BAJA'] as const) {
      const { items } = await marketing.ok(listEmails, { query: { evento } });
      expect(items.map((e) => e.id)).toEqual([id]);
    }
    expect((await marketing.ok(listEmails, { query: { evento: 'RECLAMO' } })).items).toEqual([]);
    const { eventos } = await marketing.ok(getEmail, { params: { id } });
    expect(eventos.map((e) => e.tipo)).toEqual(['REBOTE', 'BAJA']);
  });

  it('takes the days of the business, both included', async () => {
    const marketing = await app.as('MARKETING');
    // 23:30 of the 3rd in Santiago is the 4th in UTC.
    const id = await buildEmail({ creadoEn: '2026-03-04T02:30:00.000Z' });
    const ids = async (desde: string, hasta: string) =>
      (await marketing.ok(listEmails, { query: { desde, hasta } })).items.map((e) => e.id);
    expect(await ids('2026-03-03', '2026-03-03')).toEqual([id]);
    expect(await ids('2026-03-04', '2026-03-04')).toEqual([]);
  });

  it('refuses a cursor of another order', async () => {
    const marketing = await app.as('MARKETING');
    await buildEmail();
    await buildEmail();
    const { siguiente } = await marketing.ok(listEmails, { query: { limite: 1 } });
    const reply = await marketing.call(listEmails, {
      query: { desde: '2026-01-01', cursor: siguiente ?? '' },
    });
    expect(reply.problem.code).toBe('CURSOR_INVALIDO');
  });
});

describe('the message as it was sent', () => {
  it('is composed from what was kept', async () => {
    const ventas = await app.as('VENTAS');
    const id = await buildEmail({
      estado: 'ENVIADO',
      email: 'ana@prueba.cl',
      datos: { cobro: { enlace: 'https://escuela.cl/reservas/K7PM' } },
    });
    const mensaje = await ventas.ok(getMensaje, { params: { id } });
    expect(mensaje).toMatchObject({ asunto: 'Hola Ana', enlacesOcultos: false });
    expect(mensaje.para).toContain('ana@prueba.cl');
    expect(mensaje.html).toContain('https://escuela.cl/reservas/K7PM');
    expect(mensaje.cabeceras.find((c) => c.nombre === 'Subject')?.valor).toBe('Hola Ana');
    const eml = await ventas.fetch(`/api/emails/${id}/eml`);
    expect(eml.headers.get('content-type')).toContain('message/rfc822');
    expect(eml.headers.get('content-disposition')).toContain(`correo-${id}.eml`);
    const raw = await eml.text();
    expect(raw).toMatch(/^Subject: Hola Ana\r$/m);
    expect(raw.length).toBe(mensaje.bytes);
  });

  it('has no link to agree to news again for who may not lift that someone left', async () => {
    const contenidoId = await transaction(app.services.deps.db, (trx) =>
      saveContenido(trx, {
        asunto: 'Oferta',
        html: '<html><body><a href="{{ enlaces.preferencias }}">Elegir</a></body></html>',
        texto: 'Elegir: {{ enlaces.preferencias }} Ver: {{ enlaces.ver }}',
        datos: {},
      }),
    );
    const campanaId = await buildCampana();
    const id = await buildMensaje(app, { email: 'sefue@prueba.cl', campanaId, contenidoId });
    const preferencias = tokenOf(app, 'preferencias', id);
    for (const rol of ['VENTAS', 'SOPORTE', 'MARKETING'] as const) {
      const caller = await app.as(rol);
      const mensaje = await caller.ok(getMensaje, { params: { id } });
      expect(mensaje.enlacesOcultos, rol).toBe(true);
      expect(JSON.stringify(mensaje), rol).not.toContain(preferencias);
      expect(await (await caller.fetch(`/api/emails/${id}/eml`)).text()).not.toContain(
        preferencias,
      );
    }
    const visitor = await app.as('VISITANTE');
    const page = await visitor.ok(getMensajePublico, {
      params: { token: tokenOf(app, 'ver', id) },
    });
    expect(page.html).not.toContain(preferencias);
    expect(page.html).toContain(tokenOf(app, 'baja', id));
    const admin = await (await app.as('ADMIN')).ok(getMensaje, { params: { id } });
    expect(admin.enlacesOcultos).toBe(false);
    expect(admin.html).toContain(preferencias);
  });

  it('has no links that act for the person for who may not write to them', async () => {
    const marketing = await app.as('MARKETING');
    const id = await buildEmail({
      estado: 'ENVIADO',
      datos: { cobro: { enlace: 'https://escuela.cl/reservas/K7PM' } },
    });
    const mensaje = await marketing.ok(getMensaje, { params: { id } });
    expect(mensaje.enlacesOcultos).toBe(true);
    expect(JSON.stringify(mensaje)).not.toContain('K7PM');
    const eml = await (await marketing.fetch(`/api/emails/${id}/eml`)).text();
    expect(eml).not.toContain('K7PM');
  });

  it('is not there while its words are not made', async () => {
    const ventas = await app.as('VENTAS');
    const id = await buildEmail({ automatico: 'PAGO_RECIBIDO', conContenido: false });
    const reply = await ventas.call(getMensaje, { params: { id } });
    expect(reply.problem.code).toBe('ESTADO_NO_PERMITE');
    expect((await ventas.call(getMensaje, { params: { id: 999_999 } })).status).toBe(404);
  });
});

describe('sending again', () => {
  it('is refused of a test to who left since, or had the use of their data stopped', async () => {
    const { db } = app.services.deps;
    const [marketing, ventas] = [await app.as('MARKETING'), await app.as('VENTAS')];
    const test = { tipo: 'OFERTA', comercial: false, estado: 'FALLIDO' } as const;
    const left = await buildEmail({ ...test, email: 'se-fue@prueba.cl' });
    await db
      .insertInto('supresion')
      .values({ email: 'se-fue@prueba.cl', motivo: 'BAJA' })
      .execute();
    const { id } = await ventas.ok(createCliente, {
      body: {
        tipo: 'B2C',
        nombres: 'Bea',
        apellidos: 'Paz',
        email: 'bea@prueba.cl',
        origen: 'WEB',
      },
    });
    await db.updateTable('cliente').set({ bloqueadoEn: NOW }).where('id', '=', id).execute();
    const blocked = await buildEmail({ ...test, email: 'bea@prueba.cl' });
    for (const one of [left, blocked]) {
      const reply = await marketing.call(resendEmail, { params: { id: one } });
      expect(reply.problem.code).toBe('ESTADO_NO_PERMITE');
    }
    const open = await buildEmail({ ...test, email: 'nadie@prueba.cl' });
    expect((await marketing.call(resendEmail, { params: { id: open } })).status).toBeLessThan(300);
  });

  it('makes one copy with the same content, however often and at once it is asked', async () => {
    const marketing = await app.as('MARKETING');
    const { id: clienteId, email } = await buildPersona('Rosa');
    const campanaId = await buildCampana();
    const id = await buildEmail({ campanaId, clienteId, email, tipo: 'OFERTA' });
    const params = { id };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => marketing.call(resendEmail, { params })),
    );
    const copies = replies.filter((reply) => reply.status === 201);
    expect(copies).toHaveLength(1);
    expect(copies[0]?.body).toMatchObject({
      estado: 'EN_COLA',
      tipo: 'OFERTA',
      campana: null,
      reenvioDe: id,
      email,
      creadoPor: 'Persona MARKETING',
    });
    const first = await marketing.ok(getEmail, { params });
    expect(first.reenvio).toBe(copies[0]?.body.id);
    expect(first.puede.reenviar).toBe(false);
    expect(first.noReenviar).toContain(String(first.reenvio));
    const copia = await marketing.ok(getMensaje, { params: { id: first.reenvio ?? 0 } });
    expect(copia.asunto).toBe('Hola Ana');
    const admin = await app.as('ADMIN');
    const { items } = await admin.ok(listAuditoria, {
      query: { entidad: 'EMAIL', entidadId: String(id) },
    });
    expect(items.map((r) => r.accion)).toEqual(['REENVIAR']);
  });

  it('answers a repeated request with the same copy', async () => {
    const marketing = await app.as('MARKETING');
    const id = await buildEmail({ estado: 'LOCAL' });
    const idempotencyKey = crypto.randomUUID();
    const first = await marketing.ok(resendEmail, { params: { id }, idempotencyKey });
    const second = await marketing.ok(resendEmail, { params: { id }, idempotencyKey });
    expect(second.id).toBe(first.id);
  });

  it('goes to the address that the person has now', async () => {
    const marketing = await app.as('MARKETING');
    const { id: clienteId, email } = await buildPersona('Marta');
    const id = await buildEmail({ clienteId, email: 'anterior@prueba.cl' });
    expect((await marketing.ok(getEmail, { params: { id } })).reenviarA).toBe(email);
    expect((await marketing.ok(resendEmail, { params: { id } })).email).toBe(email);
  });

  it('is refused for what was sent, waits, or was cancelled', async () => {
    const marketing = await app.as('MARKETING');
    for (const estado of ['ENVIADO', 'EN_COLA', 'CANCELADO'] as const) {
      const id = await buildEmail({ estado });
      const reply = await marketing.call(resendEmail, { params: { id } });
      expect(reply.problem.code).toBe('ESTADO_NO_PERMITE');
    }
  });

  it('is refused as long as the address is suppressed or the person says no', async () => {
    const marketing = await app.as('MARKETING');
    const { db } = app.services.deps;
    const refused = async (id: number) => {
      const reply = await marketing.call(resendEmail, { params: { id } });
      expect(reply.problem.code).toBe('ESTADO_NO_PERMITE');
      return reply.problem.title;
    };
    const { id: clienteId, email } = await buildPersona('Julia');
    const campanaId = await buildCampana();
    const oferta = await buildEmail({
      campanaId,
      clienteId,
      email,
      tipo: 'OFERTA',
      estado: 'SUPRIMIDO',
    });
    const aviso = await buildEmail({ clienteId, email });
    await suppress(email, 'BAJA');
    expect(await refused(oferta)).toContain('Bajas');
    // Someone who wants no promotion still gets what concerns their own purchase.
    await marketing.ok(resendEmail, { params: { id: aviso } });
    const otro = await buildEmail({ clienteId, email });
    await db
      .updateTable('supresion')
      .set({ motivo: 'REBOTE' })
      .where('email', '=', email)
      .execute();
    await refused(otro);
    await db.deleteFrom('supresion').where('email', '=', email).execute();
    await consent(clienteId, email, 'RETIRADO');
    expect(await refused(oferta)).toContain('novedades');
    await consent(clienteId, email, 'OTORGADO');
    await db.updateTable('cliente').set({ bloqueadoEn: NOW }).where('id', '=', clienteId).execute();
    await refused(oferta);
    await db
      .updateTable('cliente')
      .set({ bloqueadoEn: null })
      .where('id', '=', clienteId)
      .execute();
    await marketing.ok(resendEmail, { params: { id: oferta } });
  });

  it('is refused once the moment has passed', async () => {
    const marketing = await app.as('MARKETING');
    const id = await buildEmail({ venceEn: new Date(Date.now() - 60_000).toISOString() });
    const reply = await marketing.call(resendEmail, { params: { id } });
    expect(reply.problem.title).toContain('ya no sirve');
  });

  it('is for who may send alone', async () => {
    const ventas = await app.as('VENTAS');
    const id = await buildEmail();
    expect((await ventas.call(resendEmail, { params: { id } })).status).toBe(403);
    expect((await ventas.ok(getEmail, { params: { id } })).puede).toEqual({
      reenviar: false,
      cancelar: false,
    });
  });
});

describe('cancelling', () => {
  it('takes back what waits, once', async () => {
    const marketing = await app.as('MARKETING');
    const params = { id: await buildEmail({ estado: 'EN_COLA' }) };
    expect((await marketing.ok(getEmail, { params })).puede.cancelar).toBe(true);
    expect((await marketing.ok(cancelEmail, { params })).estado).toBe('CANCELADO');
    expect((await marketing.ok(cancelEmail, { params })).estado).toBe('CANCELADO');
    const admin = await app.as('ADMIN');
    const { items } = await admin.ok(listAuditoria, {
      query: { entidad: 'EMAIL', entidadId: String(params.id) },
    });
    expect(items.map((r) => r.accion)).toEqual(['CANCELAR']);
  });

  it('is refused for what no longer waits', async () => {
    const marketing = await app.as('MARKETING');
    const id = await buildEmail({ estado: 'ENVIADO' });
    const reply = await marketing.call(cancelEmail, { params: { id } });
    expect(reply.problem.code).toBe('ESTADO_NO_PERMITE');
  });
});

it('tells how mail goes out, what waits and what failed today', async () => {
  const soporte = await app.as('SOPORTE');
  const before = await soporte.ok(getBandeja, {});
  expect(before).toMatchObject({ transporte: 'LOCAL', problema: null });
  await buildEmail({ estado: 'EN_COLA' });
  await buildEmail({ creadoEn: new Date().toISOString() });
  await buildEmail({ creadoEn: '2026-01-02T14:00:00.000Z' });
  expect(await soporte.ok(getBandeja, {})).toMatchObject({
    enCola: before.enCola + 1,
    fallidosHoy: before.fallidosHoy + 1,
  });
});
