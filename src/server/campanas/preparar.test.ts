import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '#contract/campanas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCampana,
  buildSuscrito,
  consent,
  elegidos,
  launch,
  prepare,
  readFilas,
  setRemitente,
} from '#tests/support/campanas.ts';
import { prepareGrupo } from './preparar.ts';

const app = testApp();
const db = () => app.services.deps.db;
const read = async (id: number) =>
  (await app.as('MARKETING')).ok(contract.getCampana, { params: { id } });
const of = (q: string): contract.Audiencia => ({ modo: 'FILTRO', filtro: { q } });
const group = (id: number, size: number) => prepareGrupo(app.services.deps, id, size);

async function buildMany(n: number, apellidos: string): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < n; i += 1) ids.push(await buildSuscrito(app, { apellidos }));
  return ids;
}

beforeAll(() => setRemitente(app));

describe('a preparation', () => {
  it('queues one message for each person, with what is theirs as it was', async () => {
    const ana = await buildSuscrito(app, { nombres: 'Ana', apellidos: 'Soto', comuna: '13120' });
    const draft = await buildCampana(app, { audiencia: elegidos(ana, ana), tipo: 'RECORDATORIO' });
    await prepare(app, draft);
    await db().updateTable('cliente').set({ nombres: 'Otra' }).where('id', '=', ana).execute();
    const [fila, ...more] = await readFilas(app, draft.id);
    expect(more).toEqual([]);
    expect(fila).toMatchObject({
      ...{ tipo: 'RECORDATORIO', comercial: true, clienteId: ana, estado: 'EN_COLA' },
      datos: {
        cliente: {
          ...{ nombres: 'Ana', apellidos: 'Soto', nombreCompleto: 'Ana Soto' },
          ...{ comuna: 'Ñuñoa', empresa: '' },
        },
      },
    });
    const campana = await db()
      .selectFrom('campana')
      .select('contenidoId')
      .where('id', '=', draft.id)
      .executeTakeFirstOrThrow();
    expect(fila?.contenidoId).toBe(campana.contenidoId);
  });

  it('goes on where it was killed, at any group', async () => {
    const ids = await buildMany(7, 'Interrumpida');
    const draft = await buildCampana(app, { audiencia: of('interrumpida') });
    await launch(app, draft);
    expect(await group(draft.id, 3)).toBe(true);
    const half = await readFilas(app, draft.id);
    expect(half.length).toBeLessThan(7);
    expect(await read(draft.id)).toMatchObject({
      estado: 'PREPARANDO',
      destinatarios: half.length,
    });
    await app.runJobs();
    expect((await readFilas(app, draft.id)).map(({ clienteId }) => clienteId)).toEqual(ids);
    expect(await read(draft.id)).toMatchObject({
      ...{ estado: 'ENVIANDO', candidatos: 7, destinatarios: 7 },
    });
  });

  it('leaves nothing of a group that was killed half way', async () => {
    await buildMany(4, 'Cortada');
    const draft = await buildCampana(app, { audiencia: of('cortada') });
    await launch(app, draft);
    await db()
      .transaction()
      .execute(async (trx) => {
        await sql`lock table email_log in exclusive mode`.execute(trx);
        const running = expect(group(draft.id, 50_000)).rejects.toThrow();
        const kill = sql`
          select pg_terminate_backend(pid) as killed from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query ilike '%email_log%'`;
        while ((await kill.execute(db())).rows.length === 0) await sleep(20);
        await running;
      });
    expect(await readFilas(app, draft.id)).toEqual([]);
    expect(await read(draft.id)).toMatchObject({
      ...{ estado: 'PREPARANDO', candidatos: 0, destinatarios: 0 },
    });
    await app.runJobs();
    expect(await read(draft.id)).toMatchObject({ estado: 'ENVIANDO', destinatarios: 4 });
  });

  it('is taken up by the clock when nobody is at it', async () => {
    await buildMany(2, 'Olvidada');
    const draft = await buildCampana(app, { audiencia: of('olvidada') });
    await launch(app, draft);
    await db()
      .withSchema('graphile_worker')
      .deleteFrom('_private_jobs' as never)
      .execute();
    await app.runJobs();
    expect((await read(draft.id)).estado).toBe('PREPARANDO');
    await app.runCron('campanas');
    await app.runJobs();
    expect(await read(draft.id)).toMatchObject({ estado: 'ENVIANDO', destinatarios: 2 });
  });

  it('by two at once queues each person once', async () => {
    await buildMany(9, 'Doble');
    const draft = await buildCampana(app, { audiencia: of('doble') });
    await launch(app, draft);
    const run = async () => {
      for (let i = 0; i < 40; i += 1) await group(draft.id, 2);
    };
    await Promise.all([run(), run(), run()]);
    await app.runJobs();
    expect(await readFilas(app, draft.id)).toHaveLength(9);
    expect(await read(draft.id)).toMatchObject({
      ...{ estado: 'ENVIANDO', candidatos: 9, destinatarios: 9 },
    });
  });

  it('leaves out who withdrew the consent after the launch', async () => {
    const [ana = 0, bea] = await buildMany(2, 'Arrepentida');
    const draft = await buildCampana(app, { audiencia: of('arrepentida') });
    await launch(app, draft);
    await consent(app, ana, 'RETIRADO');
    await app.runJobs();
    expect((await readFilas(app, draft.id)).map(({ clienteId }) => clienteId)).toEqual([bea]);
    expect(await read(draft.id)).toMatchObject({
      ...{ candidatos: 2, destinatarios: 1 },
      exclusiones: [{ motivo: 'SIN_CONSENTIMIENTO', cantidad: 1 }],
    });
  });

  it('does not reach who came after the launch', async () => {
    const ids = await buildMany(3, 'Puntual');
    const draft = await buildCampana(app, { audiencia: of('puntual') });
    await launch(app, draft);
    await group(draft.id, 2);
    await buildMany(2, 'Puntual');
    await app.runJobs();
    expect((await readFilas(app, draft.id)).map(({ clienteId }) => clienteId)).toEqual(ids);
  });

  it('writes once to an address that moved from one person to another meanwhile', async () => {
    const [ana = 0, bea = 0] = await buildMany(2, 'Mudada');
    const draft = await buildCampana(app, { audiencia: of('mudada') });
    await launch(app, draft);
    while ((await readFilas(app, draft.id)).length === 0) await group(draft.id, 1);
    const [fila] = await readFilas(app, draft.id);
    expect(fila?.clienteId).toBe(ana);
    const actualizadoEn = app.services.deps.now().toISOString();
    const set = (id: number, email: string) =>
      db().updateTable('cliente').set({ email, actualizadoEn }).where('id', '=', id).execute();
    await set(ana, 'ana.nueva@correo.cl');
    await set(bea, fila?.email ?? '');
    await app.runJobs();
    expect(await readFilas(app, draft.id)).toHaveLength(1);
    expect(await read(draft.id)).toMatchObject({
      ...{ estado: 'ENVIANDO', candidatos: 2, destinatarios: 1 },
      exclusiones: [{ motivo: 'DUPLICADO', cantidad: 1 }],
    });
  });

  it('pauses and says so when its figures do not agree', async () => {
    await buildMany(3, 'Descuadrada');
    const draft = await buildCampana(app, { audiencia: of('descuadrada') });
    await launch(app, draft);
    while ((await readFilas(app, draft.id)).length < 3) await group(draft.id, 50_000);
    await db()
      .deleteFrom('emailLog')
      .where('campanaId', '=', draft.id)
      .where('id', '=', (await readFilas(app, draft.id))[0]?.id ?? 0)
      .execute();
    await app.runJobs();
    expect(await read(draft.id)).toMatchObject({
      estado: 'PAUSADA',
      pausaMotivo: expect.stringContaining('de 3 personas, 0 quedan fuera, y hay 2 correos'),
    });
  });

  it('accounts for each candidate, whatever they are and however it is cut', async () => {
    const people = fc.array(
      fc.record({
        consent: fc.constantFrom('OTORGADO' as const, 'RETIRADO' as const, null),
        correo: fc.constantFrom('bien', 'mal', 'ninguno'),
        bloqueada: fc.boolean(),
        suprimida: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 1, max: 7 }), async (given, size) => {
        run += 1;
        const apellidos = `Azar${run}x`;
        const reachable = await insertPeople(apellidos, given);
        const draft = await buildCampana(app, { audiencia: of(apellidos) });
        const user = await app.as('MARKETING');
        const before = await user.ok(contract.countAudiencia, {
          body: { audiencia: of(apellidos) },
        });
        expect(before.destinatarios).toBe(reachable.length);
        if (reachable.length === 0) return;
        await launch(app, draft);
        while (await group(draft.id, size));
        const after = await read(draft.id);
        const left = after.exclusiones.reduce((sum, { cantidad }) => sum + cantidad, 0);
        const filas = await readFilas(app, draft.id);
        expect(after).toMatchObject({ estado: 'ENVIANDO', candidatos: given.length });
        expect(filas.map(({ clienteId }) => clienteId)).toEqual(reachable);
        expect(after.candidatos).toBe(filas.length + left);
        expect({ ...before }).toEqual({
          ...{ candidatos: after.candidatos, destinatarios: after.destinatarios },
          exclusiones: after.exclusiones,
        });
      }),
      { numRuns: 15 },
    );
  });
});

type Someone = {
  consent: 'OTORGADO' | 'RETIRADO' | null;
  correo: string;
  bloqueada: boolean;
  suprimida: boolean;
};

/** People straight in the database. @returns the ids of those who may be written to. */
async function insertPeople(apellidos: string, given: Someone[]): Promise<number[]> {
  const reachable: number[] = [];
  for (const [i, one] of given.entries()) {
    const address = `${apellidos}${i}@correo${one.correo === 'mal' ? '' : '.cl'}`.toLowerCase();
    const email = one.correo === 'ninguno' ? null : address;
    const { id } = await db()
      .insertInto('cliente')
      .values({
        ...{ tipo: 'B2C' as const, nombres: 'Persona', apellidos, email, origen: 'WEB' as const },
        telefono: '+56987654321',
        bloqueadoEn: one.bloqueada ? '2026-01-01T00:00:00.000Z' : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (one.consent) await consent(app, id, one.consent);
    if (one.suprimida && email) {
      await db().insertInto('supresion').values({ email, motivo: 'BAJA' }).execute();
    }
    const may = one.consent === 'OTORGADO' && one.correo === 'bien';
    if (may && !one.bloqueada && !one.suprimida) reachable.push(id);
  }
  return reachable;
}
