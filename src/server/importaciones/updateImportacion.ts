import type { z } from 'zod';
import type { updateImportacion as contract, Lectura } from '#contract/importaciones.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { importacionPuede } from './estado.policy.ts';
import {
  type ImportacionRow,
  lockImportacion,
  updateImportacionRow,
} from './importaciones.queries.ts';
import { enqueuePaso } from './pasos.ts';
import { lecturaDe } from './readImportacion.ts';

type Input = z.output<typeof contract.body>;
const deLectura = ['codificacion', 'delimitador', 'hoja', 'filaEncabezado'] as const;

/**
 * Corrects how the file is read, where its columns go, and the options. When how it is read changes it is read again,
 * and its columns are suggested anew unless they come along; else what was reviewed is to be reviewed again.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, ESTADO_NO_PERMITE.
 */
export async function updateImportacion(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { mapeo, opciones, version, ...body }: Input,
): Promise<void> {
  const row = found(await lockImportacion(trx, id), 'esa importación');
  if (row.version !== version) {
    throw new AppError(
      'CONFLICTO_VERSION',
      'Otra persona cambió esta importación. Recarga y revisa.',
    );
  }
  if (!importacionPuede(row, lecturaDe(row) !== null, ctx.now).mapear) {
    throw new AppError('ESTADO_NO_PERMITE', 'Esta importación no se puede cambiar ahora.');
  }
  const correcta = correctionsOf(row, body);
  const leer = correcta !== undefined || lecturaDe(row) === null;
  await updateImportacionRow(
    trx,
    id,
    {
      estado: leer ? 'LEYENDO' : 'POR_MAPEAR',
      ...(leer
        ? { lectura: correcta ?? row.lectura, mapeo: mapeo ?? null, filas: 0, procesadas: 0 }
        : {}),
      ...(mapeo && !leer ? { mapeo } : {}),
      ...(opciones ? { opciones } : {}),
      ...{ revision: null, problema: null, version: version + 1 },
    },
    ctx.now,
  );
  if (leer) await enqueuePaso(trx, id, 'LEYENDO');
}

/** How the file is to be read, when that changes; the line of the titles is looked for anew in another reading. */
function correctionsOf(
  { lectura }: ImportacionRow,
  body: Pick<Input, (typeof deLectura)[number]>,
): Partial<Lectura> | undefined {
  const changed = deLectura.filter((key) => body[key] !== undefined && body[key] !== lectura[key]);
  if (changed.length === 0) return undefined;
  const { codificacion, delimitador, hoja, filaEncabezado } = lectura;
  const soloTitulos = changed.every((key) => key === 'filaEncabezado');
  const kept = { codificacion, delimitador, hoja, ...(soloTitulos ? { filaEncabezado } : {}) };
  return withoutNulls({ ...kept, ...withoutNulls(body) });
}

function withoutNulls<T extends object>(values: T): Partial<T> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given) as Partial<T>;
}
