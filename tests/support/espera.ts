import { sql } from 'kysely';
import { expect } from 'vitest';
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

/**
 * Fails the test unless, in every Taller, the seats taken and offered are those of its live enrolments and offers,
 * they fit, and no person has two offers.
 */
export async function expectCuposSanos(app: TestApp): Promise<void> {
  const { rows } = await sql`
    select t.id, t.cupos, t.cupos_ocupados, t.cupos_ofrecidos, vivos.n as inscritos, ofertas.n as ofertas
    from taller t
    cross join lateral (select coalesce(sum(cantidad), 0) as n from inscripcion
      where taller_id = t.id and anulada_en is null) vivos
    cross join lateral (select coalesce(sum(cantidad), 0) as n from espera
      where taller_id = t.id and estado = 'OFRECIDA') ofertas
    where t.cupos_ocupados <> vivos.n or t.cupos_ofrecidos <> ofertas.n
      or t.cupos_ocupados + t.cupos_ofrecidos > t.cupos
      or (t.estado <> 'PUBLICADO' and t.cupos_ofrecidos > 0)`.execute(app.services.deps.db);
  expect(rows).toEqual([]);
  const twice = await sql`
    select cliente_id from espera where estado = 'OFRECIDA' group by 1 having count(*) > 1`.execute(
    app.services.deps.db,
  );
  expect(twice.rows).toEqual([]);
}
