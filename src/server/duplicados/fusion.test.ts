import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFusion, undoFusion } from '#contract/duplicados.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { testApp } from '#tests/support/app.ts';
import {
  bodyUnion,
  buildMundo,
  buildPersonaCon,
  dumpAll,
  fichaDe,
  type Mundo,
} from '#tests/support/fusiones.ts';
import { aparte, tablas } from './tablas.policy.ts';

const app = testApp();
let mundo: Mundo;
beforeAll(async () => {
  mundo = await buildMundo(app);
});

async function merge(principalId: number, absorbidoId: number, campos = {}) {
  const admin = await app.as('ADMIN');
  return admin.call(createFusion, {
    body: await bodyUnion(app, principalId, absorbidoId, campos),
  });
}

async function undo(id: number) {
  const admin = await app.as('ADMIN');
  return admin.call(undoFusion, { params: { id } });
}

/** Invariants that people made by hand break from the start. */
const BY_HAND = ['ACCESO_CURSO', 'RESENA_DE_ALUMNO', 'CORREO_CONTENIDO'];

const broken = async () =>
  (await auditData(app.services.deps.db))
    .filter(({ regla }) => !BY_HAND.includes(regla.nombre))
    .map(({ regla, filas }) => `${regla.nombre} ${JSON.stringify(filas)}`);

/** Rows, with whose they are told by the same word for both. */
const ofBoth = (rows: string[], ids: number[]) => {
  const who = new RegExp(`"cliente_id": ?(${ids.join('|')})(?!\\d)`, 'g');
  return rows.map((row) => row.replace(who, '"cliente_id": "both"')).sort();
};

/** Columns that a merge writes on purpose, in rows that stay. */
const plain = (row: string) =>
  row
    .replace(/"ajeno": ?(true|false)/, '"ajeno": 0')
    .replace(/"respuesta": ?("Se unió[^"]*"|null)/, '"respuesta": 0')
    .replace(/"estado": ?"(CANCELADO|EN_COLA)"/, '"estado": 0')
    .replace(/"cliente_id": ?(null|"both")/, '"cliente_id": 0');

/** One person less, one row of history more, and what the database keeps from other rows. */
const CHANGED = ['cliente', 'cliente_estado', 'estudiante_tramo', 'resena_cuenta'];

describe('merge of two with all that may hang from them', () => {
  it('knows every table that names a Cliente', async () => {
    const { rows } = await sql<{ columna: string }>`
      select conrelid::regclass || '.' || attname as columna from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'f' and confrelid = 'cliente'::regclass`.execute(app.services.deps.db);
    const known = [...tablas.map(({ tabla, columna }) => `${tabla}.${columna}`), ...aparte];
    expect(rows.map((row) => row.columna).sort()).toEqual(known.sort());
  });

  it('takes out no row from which others hang', async () => {
    const taken = tablas.filter(({ unica }) => unica).map(({ tabla }) => tabla);
    const { rows } = await sql`
      select conrelid::regclass, confrelid::regclass from pg_constraint
      where contype = 'f' and confrelid = any(${[...taken, 'duplicado']}::regclass[])`.execute(
      app.services.deps.db,
    );
    expect(rows).toEqual([]);
  });

  it('loses no row, sums nothing twice, and undone restores the very same rows, but signs nobody in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 40, maxLength: 90 }),
        fc.boolean(),
        async (numbers, other) => {
          let next = 0;
          const pick = (max: number) => {
            next += 1;
            return (numbers[next % numbers.length] ?? 0) % (max + 1);
          };
          const a = await buildPersonaCon(app, mundo, pick);
          const b = await buildPersonaCon(app, mundo, pick);
          const c = await buildPersonaCon(app, mundo, pick);
          await sql`insert into duplicado (cliente_a, cliente_b, motivos, confianza, descartado_en)
            values (${a}, ${b}, '{TELEFONO}', 60, null), (${b}, ${c}, '{TELEFONO}', 60, now())`.execute(
            app.services.deps.db,
          );
          const before = await dumpAll(app);
          expect(await broken()).toEqual([]);
          const emails = [(await fichaDe(app, a)).email, (await fichaDe(app, b)).email];
          const email = other ? emails[1] : emails[0];
          const fusion = await merge(a, b, { email });
          expect(fusion.status, JSON.stringify(fusion.problem)).toBe(201);

          const merged = await dumpAll(app);
          const kept = await keptOf(fusion.body.id);
          const expected = withoutSesiones(before, kept);
          for (const [table, rows] of Object.entries(merged)) {
            if (CHANGED.includes(table)) continue;
            const all = [...rows, ...(kept[table] ?? [])];
            expect(ofBoth(all, [a, b]).map(plain).sort(), table).toEqual(
              ofBoth(expected[table] ?? [], [a, b])
                .map(plain)
                .sort(),
            );
          }
          expect(merged.cliente).toHaveLength((before.cliente?.length ?? 0) - 1);
          expect(merged.cliente_estado).toHaveLength((before.cliente_estado?.length ?? 0) + 1);
          expect(await broken()).toEqual([]);

          const undone = await undo(fusion.body.id);
          expect(undone.status, JSON.stringify(undone.problem)).toBe(200);
          expect(differences(await dumpAll(app), expected)).toEqual([]);
          expect(await broken()).toEqual([]);
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  }, 240_000);

  it('restores a chain of merges in the right order', async () => {
    let seed = 7;
    const pick = (max: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % (max + 1);
    };
    const [a, b, c] = [
      await buildPersonaCon(app, mundo, pick),
      await buildPersonaCon(app, mundo, pick),
      await buildPersonaCon(app, mundo, pick),
    ];
    await sql`update inscripcion set anulada_en = now(), anulada_causa = 'STAFF' where cliente_id in (${a}, ${b}, ${c})`.execute(
      app.services.deps.db,
    );
    const before = await dumpAll(app);
    const first = await merge(a, b);
    expect(first.status).toBe(201);
    const expected = withoutSesiones(before, await keptOf(first.body.id));
    const between = await dumpAll(app);
    const second = await merge(c, a);
    expect(second.status).toBe(201);
    const kept = await keptOf(second.body.id);
    const early = await undo(first.body.id);
    expect(early.problem).toMatchObject({ code: 'IMPEDIDO' });
    expect(early.problem.title).toContain('Antes hay que separar a Persona');
    expect((await undo(second.body.id)).status).toBe(200);
    expect(differences(await dumpAll(app), withoutSesiones(between, kept))).toEqual([]);
    expect((await undo(first.body.id)).status).toBe(200);
    expect(differences(await dumpAll(app), withoutSesiones(expected, kept))).toEqual([]);
    expect(await keptOf(first.body.id)).toEqual({});
    expect((await undo(first.body.id)).problem.title).toBe('Esta unión ya se deshizo.');
  });
});

/** Rows as text, by table. */
type Dump = Record<string, string[]>;

/**
 * A dump, as it may be restored: the exception to the very same rows are the sessions of the logins that a merge takes
 * out, which are never kept. Who comes back signs in again.
 */
function withoutSesiones(dump: Dump, kept: Dump): Dump {
  expect(kept.sesion).toBeUndefined();
  const out = (kept.usuario ?? []).map((row) => JSON.parse(row).id);
  const sesion = dump.sesion?.filter((row) => !out.includes(JSON.parse(row).user_id)) ?? [];
  return { ...dump, sesion };
}

/** Rows that only one of two dumps has, with which. */
function differences(now: Dump, then: Dump): string[] {
  return Object.keys({ ...now, ...then }).flatMap((table) => {
    const [a, b] = [new Set(now[table]), new Set(then[table])];
    const more = [...a].filter((row) => !b.has(row)).map((row) => `+ ${table} ${row}`);
    const less = [...b].filter((row) => !a.has(row)).map((row) => `- ${table} ${row}`);
    return [...more, ...less];
  });
}

/** The rows that a merge keeps aside, as a dump has them. */
async function keptOf(id: number): Promise<Dump> {
  const { rows } = await sql<{ tabla: string; fila: string }>`
    select t.key as tabla, f::text as fila from fusion, jsonb_each(datos -> 'sacadas' || (datos -> 'cuentas')) t,
      jsonb_array_elements(t.value) f where fusion.id = ${id}`.execute(app.services.deps.db);
  const kept: Dump = {};
  for (const { tabla, fila } of rows) {
    kept[tabla] ??= [];
    kept[tabla].push(fila);
  }
  return kept;
}
