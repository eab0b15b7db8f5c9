import { signIn } from '#contract/auth.ts';
import { createCurso, createLeccion, publishCurso } from '#contract/cursos.ts';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { enterByClave } from '#contract/portal.ts';
import { createProducto } from '#contract/productos.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { createTaller, listTalleres, publishTaller } from '#contract/talleres.ts';
import { createDb, createPool } from '../src/server/core/db/connect.ts';
import { transaction } from '../src/server/core/db/transaction.ts';
import { enterAlumna } from '../src/server/demo/alumna.ts';

export const admin = { ADMIN_EMAIL: 'bench@tmm.cl', ADMIN_PASSWORD: 'solo para medir' };

export async function call<E extends Endpoint>(
  url: string,
  endpoint: E,
  args: CallArgs<E>,
  cookie = '',
): Promise<{ body: Answer<E>; headers: Headers }> {
  const { path, init } = buildRequest(endpoint, args as LooseArgs);
  const headers = { ...(init.headers as Record<string, string>), cookie };
  const response = await fetch(url + path, { ...init, headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return { body: (await response.json()) as Answer<E>, headers: response.headers };
}

export async function enter(url: string): Promise<string> {
  const { headers } = await call(url, signIn, {
    body: { email: admin.ADMIN_EMAIL, clave: admin.ADMIN_PASSWORD },
  });
  return cookieOf(headers);
}

function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Gives a student of the sample a password, straight in the database, and enters with it. */
export async function enterAsAlumna(url: string, databaseUrl: string): Promise<string | undefined> {
  const db = createDb(createPool({ url: databaseUrl, max: 1 }));
  const clave = admin.ADMIN_PASSWORD;
  try {
    const email = await transaction(db, (trx) => enterAlumna(trx, new Date().toISOString(), clave));
    if (!email) return undefined;
    const { headers } = await call(url, enterByClave, { body: { email, clave } });
    return cookieOf(headers);
  } finally {
    await db.destroy();
  }
}

/** Publishes talleres with many seats, and gives their addresses. */
export async function publishTalleres(
  url: string,
  cookie: string,
  count: number,
  cupos: number,
): Promise<string[]> {
  const slugs: string[] = [];
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  for (let i = 0; i < count; i += 1) {
    const { body } = await call(
      url,
      createTaller,
      {
        body: {
          titulo: `Medición ${cupos} ${i}`,
          modalidad: 'PRESENCIAL',
          lugar: 'Taller Ñuñoa',
          iniciaEn: at(60 + i),
          terminaEn: at(60.1 + i),
          zona: 'America/Santiago',
          precio: 25_000,
          cupos,
        },
      },
      cookie,
    );
    const { id, slug, version } = body;
    await call(url, publishTaller, { params: { id }, body: { version } }, cookie);
    slugs.push(slug);
  }
  return slugs;
}

/** A workshop, a course and two kits of which there are plenty: what a mixed sale is made of. */
export type Surtido = { tallerId: number; cursoId: number; productoIds: [number, number] };

export async function stockUp(url: string, cookie: string): Promise<Surtido> {
  const [slug = ''] = await publishTalleres(url, cookie, 1, 10_000);
  const { body: found } = await call(url, listTalleres, { query: { q: 'Medición 10000' } }, cookie);
  const taller = found.items.find((one) => one.slug === slug);
  const { body: curso } = await call(
    url,
    createCurso,
    { body: { titulo: 'Medición', resumen: 'Medición', precio: 60_000 } },
    cookie,
  );
  await call(
    url,
    createLeccion,
    { params: { id: curso.id }, body: { titulo: 'Única', texto: '<p>Medición.</p>' } },
    cookie,
  );
  await call(
    url,
    publishCurso,
    { params: { id: curso.id }, body: { version: curso.version } },
    cookie,
  );
  const kit = async (sku: string) =>
    (
      await call(
        url,
        createProducto,
        { body: { nombre: sku, sku, precio: 15_000, stockInicial: 900_000 } },
        cookie,
      )
    ).body.id;
  return {
    tallerId: taller?.id ?? 0,
    cursoId: curso.id,
    productoIds: [await kit('MEDICION-1'), await kit('MEDICION-2')],
  };
}
