import { setImmediate as breathe } from 'node:timers/promises';
import { audit } from '../core/audit.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError, transaction } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { dayStart, localDate } from '../core/time.ts';
import type { Reloj } from './armarLote.ts';
import type { Hechos } from './crearAparte.ts';
import { decidirFila } from './decidirFila.ts';
import { Cambiado, escribirLote } from './escribirLote.ts';
import { countFilas } from './filas.queries.ts';
import { selectPorHacer, sumVentas, writeHechas } from './hechas.queries.ts';
import { type ImportacionRow, lockEnPaso, updateImportacionRow } from './importaciones.queries.ts';
import type { FilaImportada } from './lectura/leerFila.ts';
import { analyzeLlenadas, enLote } from './lote.ts';
import { enqueuePaso, TURNO_MS } from './pasos.ts';
import { createSaber, lookUp } from './saber.ts';

/** Rows written in one transaction: short enough that nobody waits for it. */
const LOTE = 300;
const INTENTOS = 6;

/** Imports for one turn, and asks for another while there is more to do. */
export async function importTurno(deps: Deps, importacionId: number): Promise<void> {
  const until = performance.now() + TURNO_MS;
  let after = 0;
  let first: number | undefined;
  for (let solas = 0; ; solas -= 1) {
    const size = solas > 0 ? 1 : undefined;
    try {
      const last = await importLote(deps, importacionId, { after, size });
      if (last === undefined) return;
      first ??= last;
      after = last;
    } catch (error) {
      if (!isOfTheRows(error)) throw error;
      deps.log.warn(
        { err: error, importacion: importacionId, after },
        'a group of rows cannot be written',
      );
      // One row spoils the group: each by itself then, and the one that cannot be written says so.
      if (size === undefined) solas = LOTE + 1;
      else await refuse(deps, importacionId, after);
    }
    if (performance.now() > until) {
      if (hasDoubled(first ?? after, after)) await analyzeLlenadas(deps.db);
      await transaction(deps.db, (trx) => enqueuePaso(trx, importacionId, 'IMPORTANDO'));
      return;
    }
    await breathe();
  }
}

/** Whether a power of two, of a thousand rows, lies between two numbers of rows done. */
const hasDoubled = (before: number, now: number) =>
  Math.floor(Math.log2(before / 1_000)) < Math.floor(Math.log2(now / 1_000));

/** Whether it is the rows that cannot be written, rather than the database that cannot write. */
function isOfTheRows(error: unknown): boolean {
  return (
    /^(2[23]|40)/.test(pgError(error).code ?? '') ||
    error instanceof AppError ||
    error instanceof Cambiado
  );
}

type Parte = { after: number; size?: number | undefined };

/**
 * Imports the next rows in one transaction, each with what it did, so that it may be killed at any moment and goes on
 * from there; after the last one the import is done. Decides anew what each row does, by what is in the database then.
 * @returns the number of the last row it did; undefined when there is no more to do, or someone else is at it.
 */
export async function importLote(
  deps: Deps,
  importacionId: number,
  parte: Parte,
): Promise<number | undefined> {
  for (let intento = 1; ; intento += 1) {
    try {
      return await enLote(deps.db, (trx) => inLote(deps, trx, importacionId, parte));
    } catch (error) {
      if (intento >= INTENTOS || !isOfTheRows(error)) throw error;
    }
  }
}

async function inLote(
  deps: Deps,
  trx: Trx,
  importacionId: number,
  { after, size }: Parte,
): Promise<number | undefined> {
  const row = await lockEnPaso(trx, importacionId, 'IMPORTANDO');
  if (!row) return undefined;
  const ctx: Ctx = {
    now: deps.now().toISOString(),
    usuarioId: row.ejecutadaPor,
    requestId: 'job:importaciones',
  };
  const limit = size ?? LOTE;
  const filas = await selectPorHacer<FilaImportada>(trx, importacionId, { after, limit });
  const last = filas.at(-1);
  if (!last) {
    await finish(trx, ctx, row);
    return undefined;
  }
  const zona = deps.config.TZ_NEGOCIO;
  const hoy = localDate(ctx.now, zona);
  const saber = createSaber(row);
  await lookUp(trx, saber, filas, row.opciones);
  const decididas = filas.map((fila) => decidirFila(saber, row.opciones, hoy, fila));
  const reloj = createReloj(ctx.now, zona);
  const hechos = await escribirLote(trx, ctx, { saber, filas: decididas, zona, reloj });
  await updateImportacionRow(
    trx,
    importacionId,
    { procesadas: row.procesadas + filas.length, ...withCreados(row, hechos) },
    ctx.now,
  );
  return last.numero;
}

function withCreados({ creados }: ImportacionRow, { intereses, empresas }: Hechos) {
  if (intereses.size + empresas.size === 0) return {};
  return {
    creados: {
      intereses: [...(creados.intereses ?? []), ...intereses.values()],
      empresas: [...(creados.empresas ?? []), ...empresas.values()],
    },
  };
}

const NOON_MS = 12 * 3_600_000;

/** A local date of the past stands for its noon, and today for now. */
function createReloj(now: string, zona: string): Reloj {
  const known = new Map<string, string>();
  const noon = (fecha: string) =>
    new Date(Date.parse(dayStart(fecha, zona)) + NOON_MS).toISOString();
  return {
    now,
    instante: (fecha) => {
      const instant = known.get(fecha) ?? noon(fecha);
      known.set(fecha, instant);
      return instant < now ? instant : now;
    },
  };
}

async function finish(trx: Trx, ctx: Ctx, row: ImportacionRow): Promise<void> {
  const resultado = { ...(await countFilas(trx, row.id)), ...(await sumVentas(trx, row.id)) };
  await updateImportacionRow(
    trx,
    row.id,
    { estado: 'COMPLETADA', resultado, procesadas: row.filas, terminadaEn: ctx.now },
    ctx.now,
  );
  await audit(trx, ctx, {
    accion: 'TERMINAR_IMPORTACION',
    entidad: 'IMPORTACION',
    entidadId: row.id,
    despues: resultado,
  });
}

/** Leaves out the next row, which cannot be written, saying so. */
async function refuse(deps: Deps, importacionId: number, after: number): Promise<void> {
  await transaction(deps.db, async (trx) => {
    if (!(await lockEnPaso(trx, importacionId, 'IMPORTANDO'))) return;
    const [fila] = await selectPorHacer(trx, importacionId, { after, limit: 1 });
    if (!fila) return;
    const errores = [{ campo: 'fila', mensaje: 'No se pudo guardar esta fila. Revisa sus datos.' }];
    const { numero } = fila;
    const nada = { accion: 'ERROR' as const, clienteId: null, antes: null, creados: null };
    await writeHechas(trx, importacionId, [{ numero, errores, ...nada }], deps.now().toISOString());
  });
}
