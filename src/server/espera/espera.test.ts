import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { getCliente } from '#contract/clientes.ts';
import { anularCobro } from '#contract/cobros.ts';
import * as contract from '#contract/espera.ts';
import { createInscripcionPublica, getReserva, getTallerPublico } from '#contract/publico.ts';
import * as talleres from '#contract/talleres.ts';
import { anularTaller, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildPersona,
  buildTaller,
  buildVenta,
  inDays,
} from '#tests/support/builders.ts';
import { buildLleno, readAvisos, readCupos } from '#tests/support/espera.ts';

const app = testApp();
const ventas = () => app.as('VENTAS');
const visitor = () => app.as('VISITANTE');
const motivo = { motivo: 'No viene' };

async function join(slug: string, cantidad = 1) {
  const body = { ...buildPersona(), cantidad };
  return (await visitor()).ok(contract.joinEsperaPublica, { params: { slug }, body });
}
async function look(codigo: string) {
  return (await visitor()).ok(contract.getEsperaPublica, { params: { codigo } });
}
async function accept(codigo: string) {
  return (await visitor()).call(contract.acceptOferta, { params: { codigo } });
}
async function free(cobroId: number) {
  await (await ventas()).ok(anularCobro, { params: { id: cobroId }, body: motivo });
  await app.runJobs();
}

describe('joining', () => {
  it('gives a place in a full Taller, makes a PROSPECTO, and shows the demand', async () => {
    const { taller } = await buildLleno(app, 3);
    const body = { ...buildPersona(), aceptaNovedades: true, utmSource: 'instagram' };
    const first = await (await visitor()).ok(contract.joinEsperaPublica, {
      params: { slug: taller.slug },
      body,
    });
    expect(first).toMatchObject({
      estado: 'ESPERANDO',
      lugar: 1,
      ofertaVenceEn: null,
      reserva: null,
    });
    expect(JSON.stringify(first)).not.toContain(body.nombres);
    expect(await join(taller.slug, 3)).toMatchObject({ lugar: 2, cantidad: 3, total: 120_000 });

    const staff = await ventas();
    const list = await staff.ok(contract.listEspera, { params: { id: taller.id }, query: {} });
    expect(list).toMatchObject({ personas: 2, cupos: 4 });
    expect(list.items.map(({ lugar, cantidad }) => [lugar, cantidad])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    const [one] = list.items;
    expect(one?.enlace).toMatch(new RegExp(`/espera/${first.codigo}$`));
    expect(one?.puede).toEqual({ ofrecer: false, quitar: true });
    const marketing = await app.as('MARKETING');
    const read = await marketing.ok(contract.listEspera, { params: { id: taller.id }, query: {} });
    expect(read.items.map(({ enlace }) => enlace)).toEqual([null, null]);
    const shown = await staff.ok(talleres.getTaller, { params: { id: taller.id } });
    expect(shown.espera).toEqual({ personas: 2, cupos: 4 });

    const cliente = await staff.ok(getCliente, { params: { id: one?.cliente.id ?? 0 } });
    expect(cliente).toMatchObject({ estado: 'PROSPECTO', origen: 'INSTAGRAM' });
    expect(cliente.historial.map(({ causa }) => causa)).toContain('LISTA_DE_ESPERA');
  });

  it('is refused twice, with a seat, to a robot, and larger than the Taller', async () => {
    const { taller, cobro } = await buildLleno(app, 2);
    const caller = await visitor();
    const params = { slug: taller.slug };
    const body = buildPersona();
    await caller.ok(contract.joinEsperaPublica, { params, body });
    const twice = await caller.call(contract.joinEsperaPublica, { params, body });
    expect([twice.status, twice.problem.code]).toEqual([409, 'YA_EN_ESPERA']);
    const seated = await (await ventas()).call(contract.joinEspera, {
      params: { id: taller.id },
      body: { clienteId: cobro.cliente.id, cantidad: 1 },
    });
    expect([seated.status, seated.problem.code]).toEqual([409, 'YA_INSCRITO']);
    const robot = { ...buildPersona(), sitioWeb: 'https://spam.example' };
    const trap = await caller.call(contract.joinEsperaPublica, { params, body: robot });
    expect([trap.status, trap.problem.errores?.[0]?.campo]).toEqual([422, 'sitioWeb']);
    const crowd = { ...buildPersona(), cantidad: 3 };
    const large = await caller.call(contract.joinEsperaPublica, { params, body: crowd });
    expect([large.status, large.problem.errores?.[0]?.campo]).toEqual([422, 'cantidad']);
    const nobody = await (await ventas()).call(contract.joinEspera, {
      params: { id: taller.id },
      body: { clienteId: 999_999, cantidad: 1 },
    });
    expect([nobody.status, nobody.problem.errores?.[0]?.campo]).toEqual([422, 'clienteId']);
  });

  it('by very many shows staff the first of them, and how many they are', async () => {
    const { taller } = await buildLleno(app, 1);
    const { db } = app.services.deps;
    await sql`
      with gente as (
        insert into cliente (tipo, nombres, apellidos, email, origen, estado)
        select 'B2C', 'N', '', 'n' || n || '@multitud.cl', 'WEB', 'LEAD' from generate_series(1, 510) n returning id
      )
      insert into espera (codigo, taller_id, cliente_id, cantidad, canal)
      select 'multitud-' || id, ${taller.id}, id, 1, 'WEB' from gente`.execute(db);
    const list = await (await ventas()).ok(contract.listEspera, {
      params: { id: taller.id },
      query: {},
    });
    expect(list.personas).toBe(510);
    expect(list.items.map(({ lugar }) => lugar)).toEqual(
      Array.from({ length: 500 }, (_, i) => i + 1),
    );
  });

  it('is refused while seats are free for whoever asks', async () => {
    const taller = await buildTaller(app, { cupos: 2 });
    const params = { slug: taller.slug };
    const reply = await (await visitor()).call(contract.joinEsperaPublica, {
      params,
      body: buildPersona(),
    });
    expect([reply.status, reply.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
    expect(reply.problem.title).toContain('quedan cupos');
  });

  it('answers the same for the same key, once', async () => {
    const { taller } = await buildLleno(app, 1);
    const call = { params: { slug: taller.slug }, body: buildPersona() };
    const caller = await visitor();
    const idempotencyKey = 'espera-una-vez';
    const one = await caller.ok(contract.joinEsperaPublica, { ...call, idempotencyKey });
    const two = await caller.ok(contract.joinEsperaPublica, { ...call, idempotencyKey });
    expect(two).toEqual(one);
  });

  it('is closed for drafts, and for Talleres that began or were annulled', async () => {
    const draft = await buildTaller(app, { publicar: false });
    const begun = await buildLleno(app, 1, { dias: 1 });
    const gone = await buildLleno(app, 1);
    const staff = await ventas();
    await staff.ok(anularTaller, {
      params: { id: gone.taller.id },
      body: { motivo: 'Sin profesora', version: gone.taller.version },
    });
    const clienteId = await buildCliente(app);
    app.setNow(new Date(inDays(1.01)));
    for (const { id } of [draft, begun.taller, gone.taller]) {
      const reply = await staff.call(contract.joinEspera, {
        params: { id },
        body: { clienteId, cantidad: 1 },
      });
      expect([reply.status, reply.problem.code]).toEqual([409, 'TALLER_NO_DISPONIBLE']);
    }
    const hidden = await (await visitor()).call(contract.joinEsperaPublica, {
      params: { slug: draft.slug },
      body: buildPersona(),
    });
    expect(hidden.status).toBe(404);
  });
});

describe('a freed seat', () => {
  it('is offered to the first, held for the hours of the setting, and told', async () => {
    const { taller, cobro } = await buildLleno(app, 2);
    const first = await join(taller.slug);
    const second = await join(taller.slug);
    await free(cobro.id);
    const offered = await look(first.codigo);
    expect(offered).toMatchObject({ estado: 'OFRECIDA', lugar: null });
    const held = Date.parse(offered.ofertaVenceEn ?? '') - Date.now();
    expect(Math.round(held / 3_600_000)).toBe(24);
    // Both seats were of that sale, so the second is offered the other.
    expect(await look(second.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 2, ocupados: 0, ofrecidos: 2 });
    const [aviso] = await readAvisos(app, first.codigo);
    expect(aviso?.texto).toContain(`«${taller.titulo}»`);
    expect(aviso?.texto).toContain('Te lo guardamos hasta el');
    const shown = await (await ventas()).ok(talleres.getTaller, { params: { id: taller.id } });
    expect(shown).toMatchObject({ cuposOfrecidos: 2, cuposLibres: 0 });
    expect(shown.puede).toMatchObject({ despublicar: false, inscribir: false });
  });

  it('is not sold to a visitor while someone waits, and the page says it is full', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    await join(taller.slug);
    const staff = await ventas();
    await staff.ok(anularCobro, { params: { id: cobro.id }, body: motivo });
    const caller = await visitor();
    const params = { slug: taller.slug };
    const page = await caller.ok(getTallerPublico, { params });
    expect(page).toMatchObject({ disponibilidad: 'COMPLETO', cuposLibres: 0 });
    const sale = await caller.call(createInscripcionPublica, { params, body: buildPersona() });
    expect([sale.status, sale.problem.code]).toEqual([409, 'SIN_CUPOS']);
    expect(sale.problem.title).toContain('lista de espera');
    // Staff decides for itself.
    await buildVenta(app, taller.id);
    await app.runJobs();
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 1, ocupados: 1, ofrecidos: 0 });
  });

  it('becomes a sale with a hold when accepted, once', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const { codigo } = await join(taller.slug);
    await free(cobro.id);
    const reply = await accept(codigo);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ estado: 'PENDIENTE', total: 40_000, vencida: false });
    expect(reply.body.lineas).toMatchObject([{ tipo: 'TALLER', cantidad: 1 }]);
    expect(reply.body.venceEn).not.toBeNull();
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 1, ocupados: 1, ofrecidos: 0 });
    const again = await accept(codigo);
    expect(again.body).toEqual(reply.body);
    expect(await look(codigo)).toMatchObject({ estado: 'ACEPTADA', reserva: reply.body.codigo });
    const reserva = await (await visitor()).ok(getReserva, {
      params: { codigo: reply.body.codigo },
    });
    expect(reserva).toEqual(reply.body);
    expect(await readAvisos(app, codigo)).toMatchObject([{ pendiente: false }]);
    const leave = await (await visitor()).call(contract.leaveEspera, { params: { codigo } });
    expect([leave.status, leave.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
  });

  it('passes on when the offer runs out, and cannot be accepted then', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const first = await join(taller.slug);
    const second = await join(taller.slug);
    await free(cobro.id);
    app.setNow(new Date(Date.now() + 24.1 * 3_600_000));
    expect(await look(first.codigo)).toMatchObject({ estado: 'VENCIDA' });
    const late = await accept(first.codigo);
    expect([late.status, late.problem.code]).toEqual([409, 'OFERTA_VENCIDA']);
    await app.runCron('atender-esperas');
    expect(await look(second.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    const stale = await accept(first.codigo);
    expect([stale.status, stale.problem.code]).toEqual([409, 'OFERTA_VENCIDA']);
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 1, ocupados: 0, ofrecidos: 1 });
    expect((await accept(second.codigo)).status).toBe(201);
  });

  it('passes on when the person lets it go or staff removes them', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const [a, b, c] = [await join(taller.slug), await join(taller.slug), await join(taller.slug)];
    await free(cobro.id);
    const caller = await visitor();
    const left = await caller.ok(contract.leaveEspera, { params: { codigo: a.codigo } });
    expect(left).toMatchObject({ estado: 'RETIRADA', lugar: null });
    expect(await caller.ok(contract.leaveEspera, { params: { codigo: a.codigo } })).toEqual(left);
    expect(await look(b.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    const staff = await ventas();
    const { items } = await staff.ok(contract.listEspera, { params: { id: taller.id }, query: {} });
    const removed = await staff.ok(contract.removeEspera, {
      params: { id: items.find(({ estado }) => estado === 'OFRECIDA')?.id ?? 0 },
    });
    expect(removed).toMatchObject({ estado: 'RETIRADA', puede: { quitar: false } });
    expect(await look(c.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    const gone = await accept(a.codigo);
    expect([gone.status, gone.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
    const all = await staff.ok(contract.listEspera, {
      params: { id: taller.id },
      query: { todas: 'SI' },
    });
    expect(all.items.map(({ estado }) => estado)).toEqual(['RETIRADA', 'RETIRADA', 'OFRECIDA']);
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 1, ocupados: 0, ofrecidos: 1 });
  });

  it('waits for a group until all of it fits; those behind who fit go meanwhile', async () => {
    const taller = await buildTaller(app, { cupos: 4 });
    const sales = [];
    for (let i = 0; i < 4; i += 1) sales.push(await buildVenta(app, taller.id));
    const group = await join(taller.slug, 3);
    const one = await join(taller.slug);
    await free(sales[0]?.id ?? 0);
    expect(await look(group.codigo)).toMatchObject({ estado: 'ESPERANDO', lugar: 1 });
    expect(await look(one.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    await free(sales[1]?.id ?? 0);
    await free(sales[2]?.id ?? 0);
    expect(await look(group.codigo)).toMatchObject({ estado: 'ESPERANDO', lugar: 1 });
    // Two seats are free and nobody who waits could have them: a visitor may.
    const params = { slug: taller.slug };
    expect(await (await visitor()).ok(getTallerPublico, { params })).toMatchObject({
      disponibilidad: 'ABIERTO',
      cuposLibres: 2,
    });
    await free(sales[3]?.id ?? 0);
    expect(await look(group.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 4, ocupados: 0, ofrecidos: 4 });
  });

  it('is offered to one person once, whatever the number of lists they are in', async () => {
    const a = await buildLleno(app, 1);
    const b = await buildLleno(app, 1);
    const body = buildPersona();
    const caller = await visitor();
    const inA = await caller.ok(contract.joinEsperaPublica, {
      params: { slug: a.taller.slug },
      body,
    });
    const inB = await caller.ok(contract.joinEsperaPublica, {
      params: { slug: b.taller.slug },
      body,
    });
    const other = await join(b.taller.slug);
    await free(a.cobro.id);
    await free(b.cobro.id);
    expect(await look(inA.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    expect(await look(inB.codigo)).toMatchObject({ estado: 'ESPERANDO', lugar: 1 });
    expect(await look(other.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    const staff = await ventas();
    await caller.ok(contract.leaveEspera, { params: { codigo: other.codigo } });
    const { items } = await staff.ok(contract.listEspera, {
      params: { id: b.taller.id },
      query: {},
    });
    const manual = await staff.call(contract.offerEspera, { params: { id: items[0]?.id ?? 0 } });
    expect([manual.status, manual.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
    // When the other offer ends, the seat that stayed free is theirs.
    await caller.ok(contract.leaveEspera, { params: { codigo: inA.codigo } });
    await app.runCron('atender-esperas');
    expect(await look(inB.codigo)).toMatchObject({ estado: 'OFRECIDA' });
  });

  it('is not offered to who found a seat otherwise', async () => {
    const { taller, cobro } = await buildLleno(app, 2);
    const body = buildPersona();
    const caller = await visitor();
    const mine = await caller.ok(contract.joinEsperaPublica, {
      params: { slug: taller.slug },
      body,
    });
    const next = await join(taller.slug);
    const staff = await ventas();
    const { items } = await staff.ok(contract.listEspera, { params: { id: taller.id }, query: {} });
    await staff.ok(anularCobro, { params: { id: cobro.id }, body: motivo });
    await staff.ok(createVenta, {
      body: {
        clienteId: items[0]?.cliente.id ?? 0,
        lineas: [{ tipo: 'TALLER', tallerId: taller.id, cantidad: 1 }],
      },
    });
    await app.runJobs();
    expect(await look(mine.codigo)).toMatchObject({ estado: 'RETIRADA' });
    expect(await look(next.codigo)).toMatchObject({ estado: 'OFRECIDA' });
  });
});

describe('staff', () => {
  it('offers out of turn, once, and only seats that are free', async () => {
    const taller = await buildTaller(app, { cupos: 2 });
    const sale = await buildVenta(app, taller.id);
    await buildVenta(app, taller.id);
    await join(taller.slug, 2);
    const staff = await ventas();
    const clienteId = await buildCliente(app);
    const mine = await staff.ok(contract.joinEspera, {
      params: { id: taller.id },
      body: { clienteId, cantidad: 1 },
    });
    expect(mine).toMatchObject({ lugar: 2, canal: 'STAFF', puede: { ofrecer: false } });
    const full = await staff.call(contract.offerEspera, { params: { id: mine.id } });
    expect([full.status, full.problem.code]).toEqual([409, 'SIN_CUPOS']);
    await staff.ok(anularCobro, { params: { id: sale.id }, body: motivo });
    const offered = await staff.ok(contract.offerEspera, { params: { id: mine.id } });
    expect(offered).toMatchObject({ estado: 'OFRECIDA', puede: { ofrecer: false } });
    expect(await staff.ok(contract.offerEspera, { params: { id: mine.id } })).toEqual(offered);
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 2, ocupados: 1, ofrecidos: 1 });
    await staff.ok(contract.removeEspera, { params: { id: mine.id } });
    const over = await staff.call(contract.offerEspera, { params: { id: mine.id } });
    expect([over.status, over.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
  });

  it('cannot take an offered seat, hide the Taller, delete it, or shrink it below', async () => {
    const { taller, cobro } = await buildLleno(app, 2);
    const { codigo } = await join(taller.slug, 2);
    await free(cobro.id);
    const staff = await ventas();
    const admin = await app.as('ADMIN');
    const sale = await staff.call(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [{ tipo: 'TALLER', tallerId: taller.id, cantidad: 1 }],
      },
    });
    expect([sale.status, sale.problem.code]).toEqual([409, 'SIN_CUPOS']);
    const params = { id: taller.id };
    const { version } = await admin.ok(talleres.getTaller, { params });
    const hide = await admin.call(talleres.unpublishTaller, { params, body: { version } });
    expect([hide.status, hide.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
    const shrink = await admin.call(talleres.updateTaller, { params, body: { version, cupos: 1 } });
    expect([shrink.status, shrink.problem.errores?.[0]?.campo]).toEqual([422, 'cupos']);
    await (await visitor()).ok(contract.leaveEspera, { params: { codigo } });
    await admin.ok(talleres.unpublishTaller, { params, body: { version } });
    const remove = await admin.call(talleres.deleteTaller, { params });
    expect([remove.status, remove.problem.code]).toEqual([409, 'ESTADO_NO_PERMITE']);
  });

  it('adding seats offers them; a draft offers none until it is published again', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const first = await join(taller.slug);
    const second = await join(taller.slug);
    const admin = await app.as('ADMIN');
    const params = { id: taller.id };
    await (await ventas()).ok(anularCobro, { params: { id: cobro.id }, body: motivo });
    const { version } = await admin.ok(talleres.getTaller, { params });
    const draft = await admin.ok(talleres.unpublishTaller, { params, body: { version } });
    await app.runJobs();
    await app.runCron('atender-esperas');
    expect(await look(first.codigo)).toMatchObject({ estado: 'ESPERANDO' });
    const live = await admin.ok(talleres.publishTaller, {
      params,
      body: { version: draft.version },
    });
    await app.runJobs();
    expect(await look(first.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    await admin.ok(talleres.updateTaller, { params, body: { version: live.version, cupos: 2 } });
    await app.runJobs();
    expect(await look(second.codigo)).toMatchObject({ estado: 'OFRECIDA' });
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 2, ocupados: 0, ofrecidos: 2 });
  });

  it('sets for how long an offer holds, never beyond the beginning', async () => {
    const admin = await app.as('ADMIN');
    const { version } = await admin.ok(getAjustes, {});
    const changed = await admin.ok(updateAjustes, { body: { version, horasOferta: 48 } });
    expect(changed.horasOferta).toBe(48);
    const soon = await buildLleno(app, 1, { dias: 1 });
    const later = await buildLleno(app, 1);
    const a = await join(soon.taller.slug);
    const b = await join(later.taller.slug);
    await free(soon.cobro.id);
    await free(later.cobro.id);
    expect((await look(a.codigo)).ofertaVenceEn).toBe(soon.taller.iniciaEn);
    const held = Date.parse((await look(b.codigo)).ofertaVenceEn ?? '') - Date.now();
    expect(Math.round(held / 3_600_000)).toBe(48);
    await admin.ok(updateAjustes, { body: { version: changed.version, horasOferta: 24 } });
  });
});

describe('the end of the list', () => {
  it('comes when the Taller is annulled: offers too, and their messages', async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const first = await join(taller.slug);
    const second = await join(taller.slug);
    await free(cobro.id);
    const staff = await ventas();
    const { version } = await staff.ok(talleres.getTaller, { params: { id: taller.id } });
    await staff.ok(anularTaller, { params: { id: taller.id }, body: { ...motivo, version } });
    for (const { codigo } of [first, second]) {
      expect(await look(codigo)).toMatchObject({ estado: 'CERRADA' });
      expect((await accept(codigo)).problem.code).toBe('ESTADO_NO_PERMITE');
    }
    expect(await readAvisos(app, first.codigo)).toMatchObject([{ pendiente: false }]);
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 1, ocupados: 0, ofrecidos: 0 });
  });

  it('comes when the Taller begins: nothing is offered any more', async () => {
    const { taller, cobro } = await buildLleno(app, 1, { dias: 1 });
    const { codigo } = await join(taller.slug);
    app.setNow(new Date(inDays(1.01)));
    await free(cobro.id);
    await app.runCron('atender-esperas');
    expect(await look(codigo)).toMatchObject({ estado: 'CERRADA' });
    expect(await readCupos(app, taller.id)).toEqual({ cupos: 1, ocupados: 0, ofrecidos: 0 });
  });

  it('a code that nobody has is not found', async () => {
    const caller = await visitor();
    const params = { codigo: 'AAAAAAAAAAAAAAAAAAAAAAAA' };
    expect((await caller.call(contract.getEsperaPublica, { params })).status).toBe(404);
    expect((await caller.call(contract.acceptOferta, { params })).status).toBe(404);
    expect((await caller.call(contract.leaveEspera, { params })).status).toBe(404);
    const short = { codigo: 'corto' };
    expect((await caller.call(contract.getEsperaPublica, { params: short })).status).toBe(404);
  });
});
