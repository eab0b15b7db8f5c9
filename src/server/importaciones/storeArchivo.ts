import { createHash } from 'node:crypto';
import { MAX_BYTES_IMPORTACION, type TipoImportacion } from '#contract/importaciones.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError, invalid } from '../core/errors.ts';
import { type Body, withPieces } from '../core/http/pieces.ts';
import { deleteTrozos, insertTrozo } from './archivo.queries.ts';
import {
  deleteImportacionRow,
  insertImportacion,
  updateImportacionRow,
} from './importaciones.queries.ts';
import { formatoDe } from './lectura/formato.ts';
import { enqueuePaso } from './pasos.ts';

type Archivo = { nombre: string; tipo: TipoImportacion; declared: number | undefined };

const tooLarge = () =>
  new AppError('CUERPO_MUY_GRANDE', 'El archivo pesa más de 30 MB. Divídelo en varios.', {
    headers: { connection: 'close' },
  });

const cut = () => invalid('archivo', 'El archivo no llegó completo. Súbelo de nuevo.');
const empty = () => invalid('archivo', 'El archivo está vacío.');

/**
 * Keeps an uploaded table as it flows, in pieces of one mebibyte of which it holds one at a time, and asks for it to
 * be read. The pieces are written outside of a transaction, and are all taken away again when it fails.
 * @param declared the length that the sender announced, in bytes, if any.
 * @returns the id of the import.
 * @throws {AppError} VALIDACION on `archivo` when it is empty or cut, ARCHIVO_ILEGIBLE when it is no table,
 * CUERPO_MUY_GRANDE, CUERPO_LENTO.
 */
export async function storeArchivo(
  db: Db,
  ctx: Ctx,
  body: Body | null,
  archivo: Archivo,
): Promise<number> {
  if (archivo.declared !== undefined && archivo.declared > MAX_BYTES_IMPORTACION) throw tooLarge();
  if (!body) throw empty();
  return withPieces(body, cut, (pieces) => store(db, ctx, pieces, archivo));
}

async function store(
  db: Db,
  ctx: Ctx,
  pieces: AsyncIterable<Buffer>,
  { nombre, tipo, declared }: Archivo,
): Promise<number> {
  const hash = createHash('sha256');
  let id: number | undefined;
  let numero = 0;
  let bytes = 0;
  try {
    for await (const datos of pieces) {
      bytes += datos.length;
      if (bytes > MAX_BYTES_IMPORTACION) throw tooLarge();
      id ??= await insertImportacion(db, {
        tipo,
        archivoNombre: nombre,
        formato: formatoDe(datos),
        creadoPor: ctx.usuarioId,
        now: ctx.now,
      });
      hash.update(datos);
      await insertTrozo(db, { importacionId: id, numero, datos });
      numero += 1;
    }
    if (id === undefined) throw empty();
    if (declared !== undefined && declared !== bytes) throw cut();
    await finish(db, ctx, id, { bytes, huella: hash.digest('hex'), nombre, tipo });
    return id;
  } catch (error) {
    if (id !== undefined) await forget(db, id);
    throw error;
  }
}

async function finish(
  db: Db,
  ctx: Ctx,
  id: number,
  archivo: { bytes: number; huella: string; nombre: string; tipo: TipoImportacion },
): Promise<void> {
  const { bytes, huella, nombre, tipo } = archivo;
  await transaction(db, async (trx) => {
    await updateImportacionRow(trx, id, { bytes, huella }, ctx.now);
    await enqueuePaso(trx, id, 'LEYENDO');
    await audit(trx, ctx, {
      accion: 'SUBIR',
      entidad: 'IMPORTACION',
      entidadId: id,
      despues: { nombre, tipo, bytes },
    });
  });
}

async function forget(db: Db, id: number): Promise<void> {
  await deleteTrozos(db, id);
  await transaction(db, (trx) => deleteImportacionRow(trx, id));
}
