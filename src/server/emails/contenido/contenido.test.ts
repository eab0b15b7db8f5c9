import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { uploadImagen } from '#contract/archivos.ts';
import { getImagenCorreo } from '#contract/suscripcion.ts';
import { deleteUnused } from '#server/archivos/archivos.queries.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { image } from '#tests/support/images.ts';
import { readContenido, saveContenido } from './contenido.queries.ts';
import { readMarcaCorreo } from './marca.queries.ts';

const app = testApp();

async function upload(bytes: Buffer): Promise<string> {
  const admin = await app.as('ADMIN');
  const archivo = new Blob([new Uint8Array(bytes)]);
  return (await admin.ok(uploadImagen, { archivo })).id;
}

describe('an image of a message', () => {
  it('is a JPEG for every program of mail, kept for long', async () => {
    const id = await upload(await image('webp', 300, 200));
    const path = `/api/publico/correo/imagenes/${id}`;
    const response = await fetch(app.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('cross-origin-resource-policy')).not.toBe('same-origin');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: 300,
      height: 200,
    });
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(app.url + path, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('is a PNG when one sees through it', async () => {
    const background = { r: 200, g: 0, b: 0, alpha: 0.5 };
    const png = await sharp({ create: { width: 40, height: 20, channels: 4, background } })
      .png()
      .toBuffer();
    const response = await fetch(`${app.url}/api/publico/correo/imagenes/${await upload(png)}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: true });
  });

  it('is no wider than a sharp screen needs, and made once for all who ask', async () => {
    const id = await upload(await image('jpeg', 1600, 800));
    const path = `${app.url}/api/publico/correo/imagenes/${id}`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => fetch(path)));
    const [first, ...others] = await Promise.all(
      answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
    );
    expect(await sharp(first).metadata()).toMatchObject({ width: 1200, height: 600 });
    for (const other of others) expect(other.equals(first ?? Buffer.alloc(0))).toBe(true);
  });

  it('answers 404 for one that is not there', async () => {
    const visitor = await app.as('VISITANTE');
    for (const id of ['6f1c1f0e-0000-4000-8000-000000000000', 'x', '../../etc/passwd']) {
      expect((await visitor.call(getImagenCorreo, { params: { id } })).status).toBe(404);
    }
  });
});

describe('an image that a message shows', () => {
  it('stays, though no form shows it any more', async () => {
    const { db } = app.services.deps;
    const [shown, forgotten] = [
      await upload(await image('png', 21, 10)),
      await upload(await image('png', 22, 10)),
    ];
    const html = `<img src="https://crm.cl/api/publico/correo/imagenes/${shown}">`;
    await transaction(db, (trx) =>
      saveContenido(trx, { asunto: 'Con imagen', html, texto: '', datos: {} }),
    );
    await deleteUnused(db, shown);
    await deleteUnused(db, forgotten);
    const left = await db
      .selectFrom('archivo')
      .select('id')
      .where('id', 'in', [shown, forgotten])
      .execute();
    expect(left.map(({ id }) => id)).toEqual([shown]);
  });
});

describe('a content', () => {
  const content = {
    asunto: 'Hola',
    html: '<p>Hola</p>',
    texto: 'Hola',
    datos: { negocio: { nombre: 'Ñ' } },
  };
  const save = (given: typeof content) =>
    transaction(app.services.deps.db, (trx) => saveContenido(trx, given));

  it('is kept once, whoever saves it, also at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => save(content)));
    expect(new Set(ids).size).toBe(1);
    expect(await readContenido(app.services.deps.db, ids[0] ?? 0)).toEqual({
      id: ids[0],
      ...content,
    });
  });

  it('is another one when its words or its values are others', async () => {
    const ids = [
      await save(content),
      await save({ ...content, asunto: 'Otro' }),
      await save({ ...content, html: '<p>Otro</p>' }),
      await save({ ...content, texto: 'Otro' }),
      await save({ ...content, datos: { negocio: { nombre: 'Otro' } } }),
    ];
    expect(new Set(ids).size).toBe(5);
    expect(await readContenido(app.services.deps.db, 999_999)).toBeUndefined();
  });
});

describe('the look of messages', () => {
  it('is the school’s name, logo, colour and address', async () => {
    const admin = await app.as('ADMIN');
    const { version } = await admin.ok(getAjustes, {});
    const logoId = await upload(await image('png', 400, 100));
    await admin.ok(updateAjustes, {
      body: {
        nombre: 'Ñandú',
        direccion: 'Av. Italia 123',
        comuna: '13120',
        colorAcento: '#112233',
        logoId,
        version,
      },
    });
    const marca = await readMarcaCorreo(app.services.deps.db, 'https://crm.cl');
    expect(marca).toMatchObject({
      nombre: 'Ñandú',
      colorAcento: '#112233',
      direccion: 'Av. Italia 123, Ñuñoa',
      web: 'https://crm.cl',
      logo: { url: `https://crm.cl/api/publico/correo/imagenes/${logoId}`, ancho: 200 },
    });
  });
});
