import { setImmediate as breathe } from 'node:timers/promises';
import type { FieldError } from '#contract/errors.ts';
import type { ConteoImportacion } from '#contract/importaciones.ts';
import type { Deps } from '../core/context.ts';
import { localDate } from '../core/time.ts';
import { decidirFila, type FilaDecidida } from './decidirFila.ts';
import { countFilas, type FilaRevisada, selectCeldas, writeRevision } from './filas.queries.ts';
import type { ImportacionRow } from './importaciones.queries.ts';
import { beginIntento, type Intento, inIntento } from './intento.ts';
import { celdasDeMas } from './lectura/celdasDeMas.ts';
import { type FilaNormalizada, leerFila } from './lectura/leerFila.ts';
import { enLote } from './lote.ts';
import { createSaber, lookUp, type Saber } from './saber.ts';

const LOTE = 300;

type Totales = Pick<ConteoImportacion, 'inscripciones' | 'pagado'>;
type Fila = Omit<FilaNormalizada, 'errores' | 'avisos'> &
  Record<'errores' | 'avisos', FieldError[]>;
type Leida = { numero: number; fila: Fila };

/**
 * Reads the values of every row and decides what it would do, as the run will, without saving any of it; what the rows
 * before it would do counts. Killed, it begins anew.
 */
export async function revisar(deps: Deps, importacionId: number): Promise<void> {
  const { db } = deps;
  const intento = await beginIntento(deps, importacionId, 'REVISANDO');
  if (!intento) return;
  const saber = createSaber(intento.row);
  const totales: Totales = { inscripciones: 0, pagado: 0 };
  let procesadas = 0;
  for (let after = 0; ; ) {
    const filas = await selectCeldas(db, importacionId, { after, limit: LOTE });
    const last = filas.at(-1);
    if (!last) break;
    const revisadas = await reviewLote(deps, intento, saber, totales, filas);
    procesadas += filas.length;
    const goesOn = await inIntento(deps, intento, { procesadas }, (trx) =>
      writeRevision(trx, importacionId, revisadas),
    );
    if (!goesOn) return;
    after = last.numero;
    await breathe();
  }
  const revision: ConteoImportacion = {
    ...(await countFilas(db, importacionId)),
    ...totales,
    talleresNuevos: -saber.cuaderno.nuevos,
  };
  await inIntento(deps, intento, { estado: 'REVISADA', revision, problema: null });
}

async function reviewLote(
  { db, config, now }: Deps,
  { row }: Intento,
  saber: Saber,
  totales: Totales,
  filas: { numero: number; celdas: string[] }[],
): Promise<FilaRevisada[]> {
  const hoy = localDate(now().toISOString(), config.TZ_NEGOCIO);
  const leidas = filas.map(({ numero, celdas }) => ({
    numero,
    fila: readFila(row, celdas, hoy),
  }));
  const legibles = leidas.flatMap(({ numero, fila }) =>
    fila.errores.length > 0 ? [] : { numero, valores: fila.valores },
  );
  await enLote(db, (trx) => lookUp(trx, saber, legibles, row.opciones));
  const revisadas = leidas.map((leida) => {
    const { numero, fila } = leida;
    if (fila.errores.length > 0) return present(leida);
    const decidida = decidirFila(saber, row.opciones, hoy, { numero, valores: fila.valores });
    const venta = decidida.hecho?.venta;
    if (venta) {
      totales.inscripciones += 1;
      totales.pagado += venta.pagado;
    }
    return present(leida, decidida);
  });
  saber.libro.olvidarIntactas();
  return revisadas;
}

function readFila(
  { lectura, mapeo, opciones }: ImportacionRow,
  celdas: string[],
  hoy: string,
): Fila {
  const fila = leerFila(celdas, mapeo ?? [], opciones, hoy);
  const corrida = celdasDeMas(celdas, lectura.ancho);
  return corrida ? { ...fila, errores: [corrida], avisos: [] } : fila;
}

/** A row as it is kept; its values only when there is something to do with them. */
function present({ numero, fila }: Leida, decidida?: FilaDecidida): FilaRevisada {
  const errores = [...fila.errores, ...(decidida?.errores ?? [])];
  const avisos = [...fila.avisos, ...(decidida?.avisos ?? [])];
  const persona = decidida?.hecho?.persona.id;
  return {
    numero,
    valores: errores.length > 0 ? null : fila.valores,
    accion: decidida?.accion ?? 'ERROR',
    errores: errores.length > 0 ? errores : null,
    avisos: avisos.length > 0 ? avisos : null,
    clienteId: persona !== undefined && persona > 0 ? persona : null,
  };
}
