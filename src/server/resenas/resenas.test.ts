import { beforeAll, describe, expect, it } from 'vitest';
import { grantAcceso } from '#contract/cursos.ts';
import {
  createResenaPorEnlace,
  getSolicitudResena,
  listMisResenas,
  listResenas,
  listResenasDeCurso,
  listResenasDeTaller,
  moderateResena,
  type Resena,
  rankResenas,
  replyResena,
  writeMiResena,
} from '#contract/resenas.ts';
import { deleteTaller, duplicateTaller, publishTaller, type Taller } from '#contract/talleres.ts';
import { anularInscripcion, trasladarInscripcion } from '#contract/ventas.ts';
import type { Caller } from '#tests/support/app.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildCurso,
  buildTaller,
  buildVenta,
  inDays,
} from '#tests/support/builders.ts';

const app = testApp();
let moderadora: Caller;
let visita: Caller;

beforeAll(async () => {
  moderadora = await app.as('MARKETING');
  visita = await app.as('VISITANTE');
});

const PRECIO = 40_000;

/** Moves a Taller into the past, to have ended yesterday. */
async function end(tallerId: number) {
  await app.services.deps.db
    .updateTable('taller')
    .set({ iniciaEn: inDays(-1.2), terminaEn: inDays(-1) })
    .where('id', '=', tallerId)
    .execute();
}

async function buildTerminado(): Promise<Taller> {
  const taller = await buildTaller(app, { cupos: 60, precio: PRECIO });
  await end(taller.id);
  return taller;
}

/** A person with a seat, paid unless told. */
async function enrol(tallerId: number, { pago = PRECIO, cantidad = 1 } = {}) {
  await app.services.deps.db
    .updateTable('taller')
    .set({ iniciaEn: inDays(1), terminaEn: inDays(2) })
    .where('id', '=', tallerId)
    .execute();
  const clienteId = await buildCliente(app);
  const options = pago > 0 ? { pago } : {};
  const cobro = await buildVenta(app, tallerId, { clienteId, cantidad, ...options });
  await end(tallerId);
  return {
    clienteId,
    inscripcionId: cobro.lineas[0]?.id ?? 0,
    alumno: await app.asAlumno(clienteId),
  };
}

type Opinion = { estrellas: number; comentario?: string };
const ofTaller = (id: number, opinion: Opinion) => ({
  body: { tipo: 'TALLER' as const, id, ...opinion },
});

/** A person with a paid seat who reviews it. */
async function review(tallerId: number, opinion: Opinion) {
  const person = await enrol(tallerId);
  await person.alumno.ok(writeMiResena, ofTaller(tallerId, opinion));
  return person;
}

async function find(filtro: {
  taller?: number;
  cliente?: number;
  curso?: number;
}): Promise<Resena> {
  const { items } = await moderadora.ok(listResenas, { query: filtro });
  expect(items).toHaveLength(1);
  return items[0] as Resena;
}

async function publish(resena: Resena): Promise<Resena> {
  return moderadora.ok(moderateResena, {
    params: { id: resena.id },
    body: { estado: 'PUBLICADA', version: resena.version },
  });
}

const publicas = (slug: string, query = {}) =>
  visita.ok(listResenasDeTaller, { params: { slug }, query });

async function mark(inscripcionId: number, ...estados: ('PRESENTE' | 'AUSENTE')[]) {
  const values = estados.map((estado, index) => ({
    inscripcionId,
    puesto: index + 1,
    estado,
    via: 'LISTA' as const,
    marcadaEn: inDays(0),
  }));
  await app.services.deps.db.insertInto('asistencia').values(values).execute();
}

describe('who may review a workshop', () => {
  it('is whoever holds a paid seat once it ended; theirs comes first among what they may review', async () => {
    const taller = await buildTerminado();
    const { alumno } = await enrol(taller.id);
    const { items } = await alumno.ok(listMisResenas, {});
    expect(items).toMatchObject([
      { de: { tipo: 'TALLER', id: taller.id }, puede: true, resena: null },
    ]);
    const mine = await alumno.ok(
      writeMiResena,
      ofTaller(taller.id, { estrellas: 5, comentario: ' Precioso. ' }),
    );
    expect(mine).toMatchObject({
      puede: true,
      resena: { estrellas: 5, comentario: 'Precioso.', estado: 'PENDIENTE', respuesta: null },
    });
  });

  it.each([
    ['owes all', { pago: 0 }, /pagada/],
    ['owes a part', { pago: 1_000 }, /pagada/],
  ])('is not who %s', async (_who, options, why) => {
    const taller = await buildTerminado();
    const { alumno } = await enrol(taller.id, options);
    const reply = await alumno.call(writeMiResena, ofTaller(taller.id, { estrellas: 5 }));
    expect(reply).toMatchObject({ status: 409, problem: { code: 'ESTADO_NO_PERMITE' } });
    expect(reply.problem.title).toMatch(why);
    expect((await alumno.ok(listMisResenas, {})).items).toEqual([]);
  });

  it('is not who was annulled', async () => {
    const taller = await buildTerminado();
    const { alumno, inscripcionId } = await enrol(taller.id);
    await (await app.as('VENTAS')).ok(anularInscripcion, {
      params: { id: inscripcionId },
      body: { motivo: 'No pudo' },
    });
    const reply = await alumno.call(writeMiResena, ofTaller(taller.id, { estrellas: 5 }));
    expect(reply.problem.title).toMatch(/anulada/);
  });

  it('is not for anyone before it ends, but for who was seen there', async () => {
    const taller = await buildTaller(app, { dias: 0.01, precio: PRECIO });
    const clienteId = await buildCliente(app);
    const cobro = await buildVenta(app, taller.id, { clienteId, pago: PRECIO });
    const alumno = await app.asAlumno(clienteId);
    const early = await alumno.call(writeMiResena, ofTaller(taller.id, { estrellas: 4 }));
    expect(early.problem.title).toMatch(/cuando termine/);
    await mark(cobro.lineas[0]?.id ?? 0, 'PRESENTE');
    await alumno.ok(writeMiResena, ofTaller(taller.id, { estrellas: 4 }));
  });

  it('is not who is marked absent in each seat; one who came is enough', async () => {
    const taller = await buildTerminado();
    const absent = await enrol(taller.id, { pago: 2 * PRECIO, cantidad: 2 });
    await mark(absent.inscripcionId, 'AUSENTE', 'AUSENTE');
    const reply = await absent.alumno.call(writeMiResena, ofTaller(taller.id, { estrellas: 1 }));
    expect(reply.problem.title).toMatch(/asistieron/);
    const half = await enrol(taller.id, { pago: 2 * PRECIO, cantidad: 2 });
    await mark(half.inscripcionId, 'AUSENTE', 'PRESENTE');
    await half.alumno.ok(writeMiResena, ofTaller(taller.id, { estrellas: 3 }));
  });

  it('is nobody else: what is not theirs does not exist, whatever id they guess', async () => {
    const taller = await buildTerminado();
    await enrol(taller.id);
    const other = await app.asAlumno(await buildCliente(app));
    const curso = await buildCurso(app);
    for (const body of [
      { tipo: 'TALLER' as const, id: taller.id, estrellas: 1 },
      { tipo: 'TALLER' as const, id: 999_999, estrellas: 1 },
      { tipo: 'CURSO' as const, id: curso.id, estrellas: 1 },
    ]) {
      expect((await other.call(writeMiResena, { body })).status).toBe(404);
    }
    const { total } = await moderadora.ok(listResenas, { query: { taller: taller.id } });
    expect(total).toBe(0);
    expect((await visita.call(listMisResenas, {})).status).toBe(401);
    expect(
      (await moderadora.call(writeMiResena, ofTaller(taller.id, { estrellas: 5 }))).status,
    ).toBe(401);
  });
});

describe('who may review a course', () => {
  it('is whoever may watch it now', async () => {
    const curso = await buildCurso(app);
    const clienteId = await buildCliente(app);
    const alumno = await app.asAlumno(clienteId);
    const body = { tipo: 'CURSO' as const, id: curso.id, estrellas: 4, comentario: 'Muy claro' };
    expect((await alumno.call(writeMiResena, { body })).status).toBe(404);
    await (await app.as('ADMIN')).ok(grantAcceso, {
      params: { id: curso.id },
      body: { clienteId, motivo: 'Premio' },
    });
    await alumno.ok(writeMiResena, { body });
    await publish(await find({ curso: curso.id }));
    const shown = await visita.ok(listResenasDeCurso, { params: { slug: curso.slug }, query: {} });
    expect(shown).toMatchObject({ promedio: 4, cantidad: 1, distribucion: [0, 0, 0, 1, 0] });
    expect(shown.items[0]).toMatchObject({ comentario: 'Muy claro', edicion: null });

    await app.services.deps.db
      .updateTable('inscripcionCurso')
      .set({ accesoDesde: inDays(-9), accesoHasta: inDays(-1) })
      .where('clienteId', '=', clienteId)
      .execute();
    const late = await alumno.call(writeMiResena, { body: { ...body, estrellas: 1 } });
    expect(late.problem.title).toMatch(/acceso vigente/);
    const { items } = await alumno.ok(listMisResenas, {});
    expect(items).toMatchObject([{ puede: false, resena: { estrellas: 4, estado: 'PUBLICADA' } }]);
  });
});

describe('one review each', () => {
  it('is one row when twenty arrive at once', async () => {
    const taller = await buildTerminado();
    const { alumno, clienteId } = await enrol(taller.id);
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        alumno.call(writeMiResena, ofTaller(taller.id, { estrellas: 1 + (n % 5) })),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    await find({ cliente: clienteId });
  });

  it('goes back to moderation when it changes, and stays as it is when it does not', async () => {
    const taller = await buildTerminado();
    const { alumno } = await review(taller.id, { estrellas: 5, comentario: 'Bien' });
    const published = await publish(await find({ taller: taller.id }));
    await alumno.ok(writeMiResena, ofTaller(taller.id, { estrellas: 5, comentario: 'Bien' }));
    expect(await find({ taller: taller.id })).toEqual(published);
    await alumno.ok(writeMiResena, ofTaller(taller.id, { estrellas: 2 }));
    expect(await find({ taller: taller.id })).toMatchObject({
      estrellas: 2,
      comentario: 'Bien',
      estado: 'PENDIENTE',
      moderadaEn: null,
      moderadaPor: null,
      version: published.version + 1,
    });
    expect((await publicas(taller.slug)).cantidad).toBe(0);
  });

  it('is for the workshop they took part in: such a seat does not move to another', async () => {
    const taller = await buildTerminado();
    const { inscripcionId } = await review(taller.id, { estrellas: 5 });
    const other = await buildTaller(app);
    const reply = await (await app.as('VENTAS')).call(trasladarInscripcion, {
      params: { id: inscripcionId },
      body: { tallerId: other.id },
    });
    expect(reply).toMatchObject({ status: 409, problem: { code: 'ESTADO_NO_PERMITE' } });
  });
});

describe('what is refused', () => {
  it.each([
    [{ estrellas: 0 }, 'estrellas'],
    [{ estrellas: 6 }, 'estrellas'],
    [{ estrellas: 4.5 }, 'estrellas'],
    [{ estrellas: '5' }, 'estrellas'],
    [{}, 'estrellas'],
    [{ estrellas: 5, comentario: 'a\u0000b' }, 'comentario'],
    [{ estrellas: 5, comentario: 'al rev\u202eés' }, 'comentario'],
    [{ estrellas: 5, comentario: 'x'.repeat(2001) }, 'comentario'],
    [{ estrellas: 5, estado: 'PUBLICADA' }, 'estado'],
  ])('%j', async (opinion, campo) => {
    const taller = await buildTerminado();
    const { alumno } = await enrol(taller.id);
    const body = { tipo: 'TALLER', id: taller.id, ...opinion };
    const reply = await alumno.send('PUT', '/api/portal/resenas', body);
    expect(reply.status).toBe(422);
    expect(reply.problem.errores?.map((error) => error.campo)).toEqual([campo]);
  });

  it('is never markup: it is kept and given as the text it is', async () => {
    const taller = await buildTerminado();
    const comentario = '<script>alert(1)</script> <b>5 < 6</b> & "todo"';
    await review(taller.id, { estrellas: 5, comentario });
    await publish(await find({ taller: taller.id }));
    expect((await publicas(taller.slug)).items[0]?.comentario).toBe(comentario);
  });
});

describe('moderation', () => {
  it('publishes, rejects with a reason, and changes its mind', async () => {
    const taller = await buildTerminado();
    await review(taller.id, { estrellas: 4, comentario: 'Bueno' });
    const published = await publish(await find({ taller: taller.id }));
    expect(published).toMatchObject({
      estado: 'PUBLICADA',
      moderadaPor: 'Persona MARKETING',
      puede: { publicar: false, rechazar: true, responder: true },
    });
    const { id, version } = published;
    const moderate = (body: {
      estado: 'PUBLICADA' | 'RECHAZADA';
      motivo?: string;
      version: number;
    }) => moderadora.call(moderateResena, { params: { id }, body });
    const bare = await moderate({ estado: 'RECHAZADA', version });
    expect(bare.problem.errores?.[0]?.campo).toBe('motivo');
    const { body: rejected } = await moderate({ estado: 'RECHAZADA', motivo: 'Insulta', version });
    expect(rejected).toMatchObject({ estado: 'RECHAZADA', rechazoMotivo: 'Insulta' });
    expect((await publicas(taller.slug)).items).toEqual([]);
    expect((await moderate({ estado: 'PUBLICADA', version })).problem.code).toBe(
      'CONFLICTO_VERSION',
    );
    const { body: back } = await moderate({ estado: 'PUBLICADA', version: rejected.version });
    expect(back).toMatchObject({ estado: 'PUBLICADA', rechazoMotivo: null });
    const acts = await app.services.deps.db
      .selectFrom('auditoria')
      .select('accion')
      .where('entidad', '=', 'RESENA')
      .where('entidadId', '=', String(id))
      .orderBy('id')
      .execute();
    expect(acts.map(({ accion }) => accion)).toEqual(['PUBLICAR', 'RECHAZAR', 'PUBLICAR']);
  });

  it('does not publish what the person changed meanwhile', async () => {
    const taller = await buildTerminado();
    const { alumno } = await review(taller.id, { estrellas: 5, comentario: 'Lindo' });
    const seen = await find({ taller: taller.id });
    await alumno.ok(
      writeMiResena,
      ofTaller(taller.id, { estrellas: 5, comentario: 'Compren aquí' }),
    );
    const reply = await moderadora.call(moderateResena, {
      params: { id: seen.id },
      body: { estado: 'PUBLICADA', version: seen.version },
    });
    expect(reply).toMatchObject({ status: 409, problem: { code: 'CONFLICTO_VERSION' } });
  });

  it('replies, and takes the reply back', async () => {
    const taller = await buildTerminado();
    await review(taller.id, { estrellas: 3 });
    const { id, version } = await publish(await find({ taller: taller.id }));
    const answer = (respuesta: string, at: number) =>
      moderadora.call(replyResena, { params: { id }, body: { respuesta, version: at } });
    const { body: replied } = await answer('¡Gracias!', version);
    expect(replied).toMatchObject({ respuesta: '¡Gracias!', respondidaPor: 'Persona MARKETING' });
    expect((await publicas(taller.slug)).items[0]?.respuesta).toBe('¡Gracias!');
    expect((await answer('Otra', version)).problem.code).toBe('CONFLICTO_VERSION');
    const { body: gone } = await answer('', replied.version);
    expect(gone).toMatchObject({ respuesta: null, respondidaEn: null, respondidaPor: null });
    const rejected = await moderadora.ok(moderateResena, {
      params: { id },
      body: { estado: 'RECHAZADA', motivo: 'Error', version: gone.version },
    });
    expect((await answer('Hola', rejected.version)).problem.code).toBe('ESTADO_NO_PERMITE');
    expect((await answer('Hola', 1)).status).toBe(409);
  });

  it('is not for those who sell, who may read', async () => {
    const ventas = await app.as('VENTAS');
    const { items } = await ventas.ok(listResenas, { query: { limite: 1 } });
    expect(items[0]?.puede).toEqual({ publicar: false, rechazar: false, responder: false });
    const reply = await ventas.call(moderateResena, {
      params: { id: items[0]?.id ?? 0 },
      body: { estado: 'PUBLICADA', version: 1 },
    });
    expect(reply.status).toBe(403);
  });
});

describe('the list of the staff', () => {
  it('pages by keyset, filters and searches by person and title', async () => {
    const taller = await buildTerminado();
    for (const estrellas of [1, 2, 3, 4, 5]) await review(taller.id, { estrellas });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await moderadora.ok(listResenas, {
        query: { taller: taller.id, limite: 2, orden: 'creadoEn', cursor },
      });
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ estrellas }) => estrellas));
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5]);

    const list = (query: object) =>
      moderadora.ok(listResenas, { query: { taller: taller.id, ...query } });
    expect((await list({ estrellas: ['1', '5'] })).total).toBe(2);
    expect((await list({ estado: ['PUBLICADA'] })).total).toBe(0);
    expect((await list({ estado: ['PENDIENTE'], sinRespuesta: 'SI' })).total).toBe(5);
    const [one] = (await list({ estrellas: ['3'] })).items;
    expect((await list({ q: one?.cliente.apellidos })).total).toBe(1);
    expect((await list({ q: taller.titulo.toUpperCase() })).total).toBe(5);
    expect((await list({ q: 'nadie se llama así' })).total).toBe(0);
    const forged = Buffer.from('["-creadoEn",null,null]').toString('base64url');
    for (const wrong of ['x', forged]) {
      const { problem } = await moderadora.call(listResenas, { query: { cursor: wrong } });
      expect(problem.code).toBe('CURSOR_INVALIDO');
    }
  });
});

describe('the public page of a workshop', () => {
  it('tells the mean, the distribution and each review, page by page, of those published only', async () => {
    const taller = await buildTerminado();
    for (const estrellas of [5, 4, 4]) {
      const { clienteId } = await review(taller.id, { estrellas, comentario: `Doy ${estrellas}` });
      await publish(await find({ cliente: clienteId }));
    }
    await review(taller.id, { estrellas: 1, comentario: 'Por moderar' });
    const first = await publicas(taller.slug, { limite: 2 });
    expect(first).toMatchObject({ promedio: 4.33, cantidad: 3, distribucion: [0, 0, 0, 2, 1] });
    const rest = await publicas(taller.slug, { limite: 2, cursor: first.siguiente });
    expect(rest.siguiente).toBeNull();
    expect([...first.items, ...rest.items].map(({ estrellas }) => estrellas)).toEqual([4, 4, 5]);
    expect(first.items[0]?.autor).toBe('María José M.');
    expect(JSON.stringify(first)).not.toContain('Muñoz');
    const head = await (await visita.fetch(`/talleres/${taller.slug}`)).text();
    expect(head).toContain(
      '"aggregateRating":{"@type":"AggregateRating","ratingValue":4.33,"reviewCount":3',
    );
  });

  it('says nothing of ratings while there are none', async () => {
    const taller = await buildTerminado();
    expect(await publicas(taller.slug)).toEqual({
      promedio: null,
      cantidad: 0,
      distribucion: [0, 0, 0, 0, 0],
      items: [],
      siguiente: null,
    });
    expect(await (await visita.fetch(`/talleres/${taller.slug}`)).text()).not.toContain(
      'aggregateRating',
    );
  });

  it('is not for drafts nor for what does not exist, and its cursor is its own', async () => {
    const draft = await buildTaller(app, { publicar: false });
    const get = (slug: string, query = {}) =>
      visita.call(listResenasDeTaller, { params: { slug }, query });
    expect((await get(draft.slug)).status).toBe(404);
    expect((await get('no-existe')).status).toBe(404);
    const taller = await buildTerminado();
    expect((await get(taller.slug, { cursor: 'abc' })).problem.code).toBe('CURSOR_INVALIDO');
  });

  it('shows those of all its editions, each with its date, and so does the copy of a copy', async () => {
    const admin = await app.as('ADMIN');
    const copy = async (id: number, dias: number) => {
      const draft = await admin.ok(duplicateTaller, {
        params: { id },
        body: { iniciaEn: inDays(dias) },
      });
      return admin.ok(publishTaller, {
        params: { id: draft.id },
        body: { version: draft.version },
      });
    };
    const original = await buildTerminado();
    await review(original.id, { estrellas: 5, comentario: 'La primera' });
    await publish(await find({ taller: original.id }));
    const second = await copy(original.id, 20);
    const third = await copy(second.id, 40);
    expect((await publicas(third.slug)).items[0]).toMatchObject({
      comentario: 'La primera',
      edicion: { zona: 'America/Santiago' },
    });
    const { clienteId } = await review(second.id, { estrellas: 3 });
    await publish(await find({ cliente: clienteId }));
    expect(await publicas(original.slug)).toMatchObject({ promedio: 4, cantidad: 2 });
    const { items } = await moderadora.ok(rankResenas, { query: { limite: 100 } });
    const ranked = items.filter(({ de }) => [original.id, second.id, third.id].includes(de.id));
    expect(ranked).toMatchObject([
      { de: { id: third.id, tipo: 'TALLER' }, cantidad: 2, promedio: 4 },
    ]);
  });

  it('keeps the copies of a draft together when the draft is deleted', async () => {
    const admin = await app.as('ADMIN');
    const draft = await buildTaller(app, { publicar: false });
    const copies: Taller[] = [];
    for (const dias of [20, 30]) {
      const copy = await admin.ok(duplicateTaller, {
        params: { id: draft.id },
        body: { iniciaEn: inDays(dias) },
      });
      copies.push(
        await admin.ok(publishTaller, { params: { id: copy.id }, body: { version: copy.version } }),
      );
    }
    await admin.ok(deleteTaller, { params: { id: draft.id } });
    const [first, second] = copies as [Taller, Taller];
    await review(second.id, { estrellas: 4 });
    await publish(await find({ taller: second.id }));
    expect((await publicas(first.slug)).cantidad).toBe(1);
  });
});

describe('a link to review', () => {
  async function buildEnlace() {
    const taller = await buildTerminado();
    const person = await enrol(taller.id);
    const token = Buffer.from(`enlace-${taller.id}-de-prueba`).toString('base64url').slice(0, 30);
    await app.services.deps.db
      .insertInto('solicitudResena')
      .values({ token, clienteId: person.clienteId, tallerId: taller.id })
      .execute();
    return { taller, ...person, params: { token } };
  }

  it('asks by the first name, takes the review and lets it be changed', async () => {
    const { taller, clienteId, params } = await buildEnlace();
    expect(await visita.ok(getSolicitudResena, { params })).toEqual({
      nombres: 'María José',
      de: expect.objectContaining({ id: taller.id, titulo: taller.titulo }),
      puede: true,
      motivo: null,
      resena: null,
    });
    await visita.ok(createResenaPorEnlace, {
      params,
      body: { estrellas: 5, comentario: 'Volvería' },
    });
    await visita.ok(createResenaPorEnlace, {
      params,
      body: { estrellas: 4, comentario: 'Volvería' },
    });
    expect(await find({ cliente: clienteId })).toMatchObject({ estrellas: 4, estado: 'PENDIENTE' });
    expect((await visita.ok(getSolicitudResena, { params })).resena?.estrellas).toBe(4);
  });

  it('says so when it may no longer be reviewed, and knows no other link', async () => {
    const { inscripcionId, params } = await buildEnlace();
    await (await app.as('VENTAS')).ok(anularInscripcion, {
      params: { id: inscripcionId },
      body: { motivo: 'Devuelta' },
    });
    const asked = await visita.ok(getSolicitudResena, { params });
    expect(asked).toMatchObject({ puede: false, motivo: expect.stringMatching(/anulada/) });
    const reply = await visita.call(createResenaPorEnlace, { params, body: { estrellas: 5 } });
    expect(reply).toMatchObject({ status: 409, problem: { code: 'ESTADO_NO_PERMITE' } });
    for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'corto', `${params.token}%00`]) {
      expect((await visita.call(getSolicitudResena, { params: { token } })).status).toBe(404);
      const put = await visita.call(createResenaPorEnlace, {
        params: { token },
        body: { estrellas: 5 },
      });
      expect(put.status).toBe(404);
    }
  });
});
