import type { CampoImportacion, MapeoGuardado, TipoImportacion } from '#contract/importaciones.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { selectImportacion } from './importaciones.queries.ts';
import { foldName } from './libro.ts';
import { deleteMapeoRow, selectMapeos, upsertMapeo } from './mapeos.queries.ts';
import { lecturaDe } from './readImportacion.ts';

export async function listMapeos(
  db: Db,
  tipo: TipoImportacion,
): Promise<{ items: MapeoGuardado[] }> {
  return { items: await selectMapeos(db, tipo) };
}

/**
 * Keeps where the columns of an import go, by their titles, for other files alike.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE before the file was read, VALIDACION on `mapeo` when there is none.
 */
export async function saveMapeo(
  trx: Trx,
  ctx: Ctx,
  id: number,
  nombre: string,
): Promise<MapeoGuardado> {
  const row = found(await selectImportacion(trx, id), 'esa importación');
  const lectura = lecturaDe(row);
  if (!lectura) throw new AppError('ESTADO_NO_PERMITE', 'El archivo todavía no se lee.');
  const titulos = new Map(lectura.columnas.map(({ indice, titulo }) => [indice, foldName(titulo)]));
  const mapeo: Record<string, CampoImportacion> = Object.fromEntries(
    (row.mapeo ?? []).flatMap(({ indice, campo }) => {
      const titulo = titulos.get(indice);
      return titulo ? [[titulo, campo]] : [];
    }),
  );
  if (Object.keys(mapeo).length === 0)
    throw invalid('mapeo', 'Indica adónde va al menos una columna.');
  const { tipo, opciones } = row;
  const saved = await upsertMapeo(trx, { tipo, nombre, mapeo, opciones }, ctx);
  await audit(trx, ctx, {
    accion: 'GUARDAR',
    entidad: 'MAPEO_IMPORTACION',
    entidadId: saved.id,
    despues: { nombre, tipo, mapeo },
  });
  return saved;
}

/** @throws {AppError} NO_ENCONTRADO */
export async function deleteMapeo(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const { nombre } = found(await deleteMapeoRow(trx, id), 'ese mapeo');
  await audit(trx, ctx, {
    accion: 'BORRAR',
    entidad: 'MAPEO_IMPORTACION',
    entidadId: id,
    antes: { nombre },
  });
}
