import { setImmediate as breathe } from 'node:timers/promises';
import type { Answer } from '#contract/endpoint.ts';
import type { previewDeshacer as contract } from '#contract/importaciones.ts';
import { deleteClientes, restoreClientes } from '../clientes/lote.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { releaseCupos } from '../talleres/cupos.ts';
import {
  deleteAparte,
  deleteVentas,
  forgetHechas,
  type Huella,
  lockHuellas,
  selectHuellas,
} from './deshacer.queries.ts';
import { motivoTocada, restauradaDe } from './huella.ts';
import { type ImportacionRow, lockEnPaso, updateImportacionRow } from './importaciones.queries.ts';
import { enLote } from './lote.ts';
import { enqueuePaso, TURNO_MS } from './pasos.ts';
import { shrinkCupos } from './ventas.queries.ts';

/** People looked at in one statement, and in one transaction that changes them. */
const MIRADA = 1_000;
const LOTE = 300;
const MAX_EJEMPLOS = 50;

/** What undoing an import would do: rows as they were left, and those whose person changed since. */
export async function previewDeshacer(
  db: Db,
  importacionId: number,
): Promise<Answer<typeof contract>> {
  const preview: Answer<typeof contract> = { intactas: 0, tocadas: 0, ejemplos: [] };
  for (let after = 0; ; ) {
    const huellas = await selectHuellas(db, importacionId, { after, limit: MIRADA });
    const last = huellas.at(-1);
    if (!last) return preview;
    for (const huella of huellas) addTo(preview, huella);
    after = last.clienteId;
    await breathe();
  }
}

function addTo(preview: Answer<typeof contract>, huella: Huella): void {
  const motivo = motivoTocada(huella);
  if (motivo === undefined) {
    preview.intactas += huella.filas;
    return;
  }
  preview.tocadas += huella.filas;
  if (preview.ejemplos.length >= MAX_EJEMPLOS) return;
  const { numero, clienteId, ahora } = huella;
  preview.ejemplos.push({
    numero,
    clienteId,
    nombre: ahora?.nombre ?? `Cliente ${clienteId}`,
    motivo,
  });
}

/** Undoes an import for one turn, and asks for another while there is more to do. */
export async function undoTurno(deps: Deps, importacionId: number): Promise<void> {
  const until = performance.now() + TURNO_MS;
  for (let after: number | undefined = 0; ; ) {
    after = await undoLote(deps, importacionId, after);
    if (after === undefined) return;
    if (performance.now() > until) {
      await transaction(deps.db, (trx) => enqueuePaso(trx, importacionId, 'DESHACIENDO'));
      return;
    }
    await breathe();
  }
}

/**
 * Undoes what the import did with the next people, in one transaction, so that it may be killed at any moment and goes
 * on from there; who was touched since is left as they are. After the last one it is done.
 * @returns the id of the last of them; undefined when there is no more to do, or someone else is at it.
 */
function undoLote(deps: Deps, importacionId: number, after: number): Promise<number | undefined> {
  return enLote(deps.db, async (trx) => {
    const row = await lockEnPaso(trx, importacionId, 'DESHACIENDO');
    if (!row) return undefined;
    const now = deps.now().toISOString();
    const ctx: Ctx = { now, usuarioId: row.ejecutadaPor, requestId: 'job:importaciones' };
    const parte = { after, limit: LOTE };
    await lockHuellas(trx, importacionId, parte);
    const huellas = await selectHuellas(trx, importacionId, parte);
    const last = huellas.at(-1);
    if (!last) {
      await finish(trx, ctx, row);
      return undefined;
    }
    const filas = await undoPeople(trx, ctx, importacionId, huellas);
    const procesadas = row.procesadas + filas;
    await updateImportacionRow(trx, importacionId, { procesadas }, now);
    return last.clienteId;
  });
}

async function undoPeople(
  trx: Trx,
  ctx: Ctx,
  importacionId: number,
  huellas: Huella[],
): Promise<number> {
  const intactas = huellas.filter((huella) => motivoTocada(huella) === undefined);
  const clientes = intactas.map(({ clienteId }) => clienteId);
  const borrados = intactas.filter(({ nueva }) => nueva).map(({ clienteId }) => clienteId);
  const cupos = await deleteVentas(trx, importacionId, clientes);
  const restauradas = intactas.flatMap((huella) =>
    huella.nueva ? [] : (restauradaDe(huella) ?? []),
  );
  await restoreClientes(trx, restauradas, ctx.now);
  await deleteClientes(trx, borrados);
  await forgetHechas(trx, importacionId, { clientes, borrados });
  await releaseCupos(trx, cupos);
  await shrinkCupos(trx, [...new Set(cupos.map(({ tallerId }) => tallerId))]);
  return intactas.reduce((sum, { filas }) => sum + filas, 0);
}

async function finish(trx: Trx, ctx: Ctx, row: ImportacionRow): Promise<void> {
  await deleteAparte(trx, row.id, row.creados);
  await updateImportacionRow(trx, row.id, { estado: 'DESHECHA', deshechaEn: ctx.now }, ctx.now);
  await audit(trx, ctx, {
    accion: 'TERMINAR_DESHACER',
    entidad: 'IMPORTACION',
    entidadId: row.id,
    despues: { filas: row.procesadas },
  });
}
