import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { getImagen, MAX_IMAGEN_BYTES, uploadImagen } from '#contract/archivos.ts';
import { updateTaller } from '#contract/talleres.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller } from '#tests/support/builders.ts';
import { image } from '#tests/support/images.ts';

const app = testApp();
const blob = (bytes: Buffer, type = 'application/octet-stream') =>
  new Blob([new Uint8Array(bytes)], { type });

async function upload(bytes: Buffer, type?: string) {
  return (await app.as('VENTAS')).call(uploadImagen, { archivo: blob(bytes, type) });
}

async function download(url: string) {
  const response = await fetch(app.url + url);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('uploading an image', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('takes %s and serves WebP', async (formato) => {
    const reply = await upload(await image(formato, 300, 200), 'text/plain');
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ ancho: 300, alto: 200 });
    const { response, bytes } = await download(reply.body.url);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await sharp(bytes).metadata()).format).toBe('webp');
  });

  it('turns it upright, makes it at most 1600 px wide and drops its metadata', async () => {
    const photo = await sharp(await image('jpeg', 2000, 3000))
      .withExif({ IFD0: { Artist: 'Rosa Díaz' }, IFD3: { GPSLatitude: '33/1 27/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await sharp(photo).metadata()).toMatchObject({
      orientation: 6,
      exif: expect.anything(),
    });
    const reply = await upload(photo);
    expect(reply.body).toMatchObject({ ancho: 1600, alto: 1067 });
    const { bytes } = await download(reply.body.url);
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ width: 1600, height: 1067 });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<html><script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['bytes that only begin as a PNG', Buffer.from('\x89PNG\r\n\x1a\nno es una imagen', 'latin1')],
    [
      'zeros that only begin as a JPEG',
      Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(999)]),
    ],
  ])('refuses %s', async (_, bytes) => {
    const reply = await upload(bytes, 'image/png');
    expect(reply.status).toBe(422);
    expect(reply.problem.errores).toEqual([expect.objectContaining({ campo: 'archivo' })]);
  });

  it.each(['gif', 'tiff'] as const)('refuses a %s', async (formato) => {
    expect((await upload(await image(formato, 30, 30))).status).toBe(422);
  });

  it('refuses one that was cut short', async () => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        noise: { type: 'gaussian' },
        background: '#000',
      },
    })
      .png()
      .toBuffer();
    const reply = await upload(noise.subarray(0, noise.length / 2));
    expect(reply.status).toBe(422);
    expect(reply.problem.errores?.[0]?.mensaje).toContain('dañada');
  });

  it('refuses a small file of very many pixels', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 5_000, channels: 3, background: '#fff' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(MAX_IMAGEN_BYTES);
    const reply = await upload(bomb);
    expect(reply.status).toBe(422);
    expect(reply.problem.errores?.[0]?.mensaje).toContain('píxeles');
  });

  it('refuses more than 8 MB', async () => {
    const reply = await upload(Buffer.alloc(MAX_IMAGEN_BYTES + 1));
    expect(reply.status).toBe(413);
    expect(reply.problem.code).toBe('CUERPO_MUY_GRANDE');
  });

  it('keeps nothing of what it refused', async () => {
    const { db } = app.services.deps;
    const count = async () => (await db.selectFrom('archivo').select('id').execute()).length;
    const before = await count();
    await upload(Buffer.from('nada'));
    expect(await count()).toBe(before);
  });
});

describe('serving an image', () => {
  it('answers 304 to who holds it already', async () => {
    const { url } = (await upload(await image('png', 10, 10))).body;
    const first = await fetch(app.url + url);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await fetch(app.url + url, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('answers 404 for an unknown or malformed id', async () => {
    const visitor = await app.as('VISITANTE');
    for (const id of ['6f1c1f0e-0000-4000-8000-000000000000', 'x', '1']) {
      expect((await visitor.call(getImagen, { params: { id } })).status).toBe(404);
    }
  });
});

describe('images that nothing shows', () => {
  it('are deleted when they are replaced, and a day after an upload that led to nothing', async () => {
    const admin = await app.as('ADMIN');
    const [shown, next, forgotten] = [
      (await upload(await image('png', 11, 10))).body,
      (await upload(await image('png', 12, 10))).body,
      (await upload(await image('png', 13, 10))).body,
    ];
    const { id, version } = await buildTaller(app, { publicar: false });
    const show = (imagenId: string, at: number) =>
      admin.ok(updateTaller, { params: { id }, body: { version: at, imagenId } });
    const found = async (url: string) => (await fetch(app.url + url)).status === 200;
    await show(shown.id, version);
    await show(next.id, version + 1);
    await app.runJobs();
    expect(await Promise.all([shown, next, forgotten].map((i) => found(i.url)))).toEqual([
      false,
      true,
      true,
    ]);

    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(
      app.services.deps.db,
    );
    await app.runJobs();
    expect(await Promise.all([next, forgotten].map((i) => found(i.url)))).toEqual([true, false]);
  });
});
