import type { Cobro } from '#contract/cobros.ts';
import type { Taller } from '#contract/talleres.ts';
import type { TestApp } from './app.ts';
import { buildTaller, buildVenta } from './builders.ts';

/** A published Taller whose seats are all of one sale. */
export async function buildLleno(
  app: TestApp,
  cupos: number,
  options: { dias?: number } = {},
): Promise<{ taller: Taller; cobro: Cobro }> {
  const taller = await buildTaller(app, { cupos, ...options });
  const cobro = await buildVenta(app, taller.id, { cantidad: cupos });
  return { taller, cobro };
}

/** The seats of a Taller, as its row counts them. */
export async function readCupos(app: TestApp, tallerId: number) {
  return app.services.deps.db
    .selectFrom('taller')
    .select(['cupos', 'cuposOcupados as ocupados', 'cuposOfrecidos as ofrecidos'])
    .where('id', '=', tallerId)
    .executeTakeFirstOrThrow();
}

/** The messages prepared about one's place in a waitlist. */
export async function readAvisos(app: TestApp, codigo: string) {
  const rows = await app.services.deps.db
    .selectFrom('aviso')
    .select(['texto', 'enviadoEn', 'descartadoEn'])
    .where('enlace', '=', `/espera/${codigo}`)
    .execute();
  return rows.map(({ texto, enviadoEn, descartadoEn }) => ({
    texto,
    pendiente: enviadoEn === null && descartadoEn === null,
  }));
}
