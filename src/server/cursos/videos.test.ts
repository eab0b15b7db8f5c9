import { request } from 'node:http';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as contract from '#contract/cursos.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCurso } from '#tests/support/builders.ts';
import { expectRefusal } from '#tests/support/clientes.ts';
import { retireVideo } from './video.queries.ts';
import { createLeccion } from './writeLeccion.ts';

const app = testApp();
const MIB = 1024 * 1024;
const HEAD = Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41', 'latin1');
const WEBM = Buffer.from('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webmB\x87', 'latin1');

/** Bytes that begin as an MP4 and are different at every place. */
function movie(length: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(length);
  for (let i = 0; i + 4 <= length; i += 4) bytes.writeUInt32LE(i, i);
  HEAD.copy(bytes);
  return bytes;
}

async function upload(bytes: Buffer<ArrayBuffer>, nombre?: string) {
  return (await app.as('VENTAS')).call(contract.uploadVideo, {
    query: { nombre },
    archivo: new Blob([bytes], { type: 'application/x-whatever' }),
  });
}

async function counts() {
  const { db } = app.services.deps;
  const of = async (table: 'video' | 'videoTrozo') =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  return { videos: await of('video'), trozos: await of('videoTrozo') };
}

/** A lesson of a draft with an uploaded video, and the address of it. */
async function buildLeccion(bytes: Buffer<ArrayBuffer>) {
  const { body: video } = await upload(bytes);
  const curso = await buildCurso(app, { lecciones: 0, publicar: false });
  const leccion = await (await app.as('VENTAS')).ok(contract.createLeccion, {
    params: { id: curso.id },
    body: { titulo: 'Con video', videoId: video.id },
  });
  return { curso, leccion, video, url: `/api/lecciones/${leccion.id}/video` };
}

/** Opens an upload that its test goes on with. */
async function openUpload(headers: Record<string, string> = {}) {
  const { cookie } = await app.as('VENTAS');
  const req = request(`${app.url}/api/videos`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'video/mp4', ...headers },
  });
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    req.once('error', reject);
    req.once('response', async (res) => {
      let body = '';
      for await (const chunk of res) body += chunk;
      resolve({ status: res.statusCode ?? 0, body });
    });
  });
  answer.catch(() => {});
  return { req, answer };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  expect(await condition()).toBe(true);
}

describe('an uploaded video', () => {
  it.each([
    ['of less than a piece', 1_000],
    ['of exactly a piece', MIB],
    ['of several pieces and some', 3 * MIB + 17],
  ])('%s is kept in pieces and given back the same', async (_name, length) => {
    const bytes = movie(length);
    const before = await counts();
    const { status, body } = await upload(bytes, 'amasado.mp4');
    expect(status).toBe(201);
    expect(body).toMatchObject({ nombre: 'amasado.mp4', tipo: 'video/mp4', bytes: length });
    const after = await counts();
    expect(after.videos - before.videos).toBe(1);
    expect(after.trozos - before.trozos).toBe(Math.ceil(length / MIB));
    const curso = await buildCurso(app, { lecciones: 0, publicar: false });
    const leccion = await (await app.as('VENTAS')).ok(contract.createLeccion, {
      params: { id: curso.id },
      body: { titulo: 'Amasado', videoId: body.id },
    });
    expect(leccion).toMatchObject({
      videoTipo: 'ARCHIVO',
      videoEnlace: null,
      videoId: body.id,
      videoNombre: 'amasado.mp4',
      video: { tipo: 'ARCHIVO', modo: 'ARCHIVO', url: `/api/lecciones/${leccion.id}/video` },
    });
    const response = await (await app.as('SOPORTE')).fetch(leccion.video?.url ?? '');
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(length),
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      etag: `"${body.id}"`,
    });
  });

  it('is a WebM by its content, and takes a name when it comes without one', async () => {
    const { body } = await upload(Buffer.concat([WEBM, Buffer.alloc(500)]));
    expect(body).toMatchObject({ tipo: 'video/webm', nombre: 'video.webm' });
    expect((await upload(movie(100))).body.nombre).toBe('video.mp4');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a picture in the container of MP4', Buffer.from('\0\0\0\x20ftypheic\0\0\0\0mif1', 'latin1')],
    ['a large file of another kind', Buffer.alloc(5 * MIB, 'x')],
  ])('is refused when it is %s, and nothing stays', async (_name, bytes) => {
    const before = await counts();
    expectRefusal(await upload(bytes, 'pelicula.mp4'), 'VALIDACION', ['archivo']);
    expect(await counts()).toEqual(before);
  });

  it('is refused before its first byte when it says to be too large', async () => {
    const before = await counts();
    const { req, answer } = await openUpload({ 'content-length': String(513 * MIB) });
    req.flushHeaders();
    const { status, body } = await answer;
    req.destroy();
    expect([status, JSON.parse(body).code]).toEqual([413, 'CUERPO_MUY_GRANDE']);
    expect(await counts()).toEqual(before);
  });

  it('is refused once it grows too large without having said so, and nothing stays', async () => {
    const before = await counts();
    const { req, answer } = await openUpload();
    const piece = movie(4 * MIB);
    const send = async () => {
      for (let sent = 0; sent <= 512 * MIB && !req.destroyed; sent += piece.length) {
        if (!req.write(piece)) await new Promise((resolve) => req.once('drain', resolve));
      }
      req.end();
    };
    await send();
    const { status, body } = await answer;
    expect([status, JSON.parse(body).code]).toEqual([413, 'CUERPO_MUY_GRANDE']);
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['of a known length', { 'content-length': String(10 * MIB) }],
    ['of an unknown length', {}],
  ])('%s that breaks off leaves nothing', async (_name, headers) => {
    const before = await counts();
    const { req } = await openUpload(headers);
    req.write(movie(3 * MIB));
    await until(async () => (await counts()).trozos >= before.trozos + 2);
    req.destroy();
    await until(async () => (await counts()).videos === before.videos);
    expect(await counts()).toEqual(before);
  });

  it('is not used by a lesson before it is whole', async () => {
    const curso = await buildCurso(app, { lecciones: 0, publicar: false });
    const { req, answer } = await openUpload();
    req.write(movie(2 * MIB));
    const half = () =>
      app.services.deps.db
        .selectFrom('video')
        .select('id')
        .where('completo', '=', false)
        .executeTakeFirst();
    await until(async () => (await half()) !== undefined);
    const reply = await (await app.as('VENTAS')).call(contract.createLeccion, {
      params: { id: curso.id },
      body: { titulo: 'Antes de tiempo', videoId: (await half())?.id ?? '' },
    });
    req.end();
    expect((await answer).status).toBe(201);
    expectRefusal(reply, 'VALIDACION', ['videoId']);
  });

  it('takes the place of a link, and a link takes its place', async () => {
    const { leccion, video } = await buildLeccion(movie(500));
    const ventas = await app.as('VENTAS');
    const update = (version: number, body: object) =>
      ventas.ok(contract.updateLeccion, { params: { id: leccion.id }, body: { version, ...body } });
    expect(await update(1, { videoEnlace: null })).toMatchObject({ videoId: video.id });
    expect(await update(2, { videoEnlace: 'https://youtu.be/dQw4w9WgXcQ' })).toMatchObject({
      videoTipo: 'YOUTUBE',
      videoId: null,
    });
    expect((await ventas.fetch(`/api/lecciones/${leccion.id}/video`)).status).toBe(404);
    expect(await update(3, { videoId: null })).toMatchObject({ videoTipo: 'YOUTUBE' });
    expect(await update(4, { videoEnlace: null, videoId: video.id })).toMatchObject({
      videoTipo: 'ARCHIVO',
      videoEnlace: null,
    });
    expect(await update(5, { videoId: null })).toMatchObject({ videoTipo: null, video: null });
  });
});

describe('a part of a video', () => {
  it.each([
    ['bytes=0-99', 0, 99],
    [`bytes=${MIB - 10}-${MIB + 9}`, MIB - 10, MIB + 9],
    [`bytes=${2 * MIB}-`, 2 * MIB, 2 * MIB + 499],
    ['bytes=-100', 2 * MIB + 400, 2 * MIB + 499],
    [`bytes=10-${10 * MIB}`, 10, 2 * MIB + 499],
  ])('%s', async (range, from, to) => {
    const bytes = movie(2 * MIB + 500);
    const { url } = await buildLeccion(bytes);
    const response = await (await app.as('SOPORTE')).fetch(url, { headers: { range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to}/${bytes.length}`);
    expect(response.headers.get('content-length')).toBe(String(to - from + 1));
    const part = Buffer.from(await response.arrayBuffer());
    expect(part.equals(bytes.subarray(from, to + 1))).toBe(true);
  });

  it('beyond its end is none', async () => {
    const { url } = await buildLeccion(movie(500));
    const response = await (await app.as('SOPORTE')).fetch(url, {
      headers: { range: 'bytes=500-' },
    });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */500']);
  });

  it('is the whole once it is another video, and nothing when it is held already', async () => {
    const { url, video } = await buildLeccion(movie(500));
    const get = async (headers: Record<string, string>) =>
      (await (await app.as('SOPORTE')).fetch(url, { headers })).status;
    const range = 'bytes=0-9';
    expect(await get({ range, 'if-range': '"otro"' })).toBe(200);
    expect(await get({ range, 'if-range': `"${video.id}"` })).toBe(206);
    expect(await get({ 'if-none-match': `"${video.id}"` })).toBe(304);
  });

  it('harms nobody when its viewer leaves halfway', async () => {
    const { url } = await buildLeccion(movie(8 * MIB));
    const abort = new AbortController();
    const soporte = await app.as('SOPORTE');
    const response = await soporte.fetch(url, { signal: abort.signal });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    abort.abort();
    expect((await soporte.fetch(url, { headers: { range: 'bytes=0-9' } })).status).toBe(206);
  });
});

describe('videos that nothing uses', () => {
  it('go after a day, whole or half-written, and those in use stay', async () => {
    const { leccion, video: used } = await buildLeccion(movie(2 * MIB));
    const { body: unused } = await upload(movie(2 * MIB + 5));
    const { db } = app.services.deps;
    const half = await db
      .insertInto('video')
      .values({ nombre: 'a', tipo: 'video/mp4' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('videoTrozo')
      .values({ videoId: half.id, numero: 0, datos: movie(100) })
      .execute();
    const left = async () =>
      (
        await db
          .selectFrom('video')
          .select('id')
          .where('id', 'in', [used.id, unused.id, half.id])
          .execute()
      ).map((row) => row.id);
    const clean = () => app.runCron('limpiar-videos');
    await clean();
    expect(await left()).toHaveLength(3);
    app.setNow(new Date(Date.now() + 25 * 3_600_000));
    await clean();
    expect(await left()).toEqual([used.id]);
    const pieces = await db
      .selectFrom('videoTrozo')
      .select('numero')
      .where('videoId', 'in', [unused.id, half.id])
      .execute();
    expect(pieces).toEqual([]);
    const whole = await (await app.as('SOPORTE')).fetch(`/api/lecciones/${leccion.id}/video`);
    expect((await whole.arrayBuffer()).byteLength).toBe(2 * MIB);
  });

  it('stay when a lesson takes them in the same moment', async () => {
    const { db, now } = app.services.deps;
    const { body: video } = await upload(movie(500));
    const curso = await buildCurso(app, { lecciones: 0, publicar: false });
    let retired: Promise<boolean> | undefined;
    await transaction(db, async (trx) => {
      const campos = { titulo: 'Justo', texto: null, videoEnlace: null, videoId: video.id };
      await createLeccion(trx, jobCtx(now(), 'test'), curso.id, campos);
      retired = transaction(db, (other) => retireVideo(other, video.id));
      await until(async () => {
        const { rows } = await sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
        return rows.length > 0;
      });
    });
    expect(await retired).toBe(false);
    const { contenido } = await (await app.as('SOPORTE')).ok(contract.getCurso, {
      params: { id: curso.id },
    });
    const whole = await (await app.as('SOPORTE')).fetch(contenido[0]?.video?.url ?? '');
    expect(whole.status).toBe(200);
  });
});
