import { signIn } from '#contract/auth.ts';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { createTaller, publishTaller } from '#contract/talleres.ts';

export const admin = { ADMIN_EMAIL: 'bench@tmm.cl', ADMIN_PASSWORD: 'solo para medir' };

async function call<E extends Endpoint>(
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
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
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
