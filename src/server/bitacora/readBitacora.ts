import type { z } from 'zod';
import type { Evento, listBitacoraCliente } from '#contract/bitacora.ts';
import type { Answer } from '#contract/endpoint.ts';
import { nombresTipoInteraccion } from '#contract/nombres.ts';
import { permisosDe } from '#contract/permisos.ts';
import type { Db } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { decodeCursor, encodeCursor, invalidCursor } from '../core/http/cursor.ts';
import { addDays, dayStart } from '../core/time.ts';
import {
  type InteraccionRow,
  type Look,
  presentInteraccion,
} from '../interacciones/interacciones.queries.ts';
import {
  existsSujeto,
  type Position,
  type SucesoRow,
  type Sujeto,
  selectBitacora,
} from './bitacora.queries.ts';
import { fuentes } from './fuentes.queries.ts';
import { type Datos, tellSuceso } from './relato.policy.ts';

const ORDER = 'bitacora';

/**
 * A page of all that happened with a person or a company, the newest first: what the role of who looks may see.
 * Dates are local to `zone`.
 * @throws {AppError} NO_ENCONTRADO, CURSOR_INVALIDO
 */
export async function readBitacora(
  db: Db,
  sujeto: Sujeto,
  query: z.output<typeof listBitacoraCliente.query>,
  { zone, ...look }: Look & { zone: string },
): Promise<Answer<typeof listBitacoraCliente>> {
  const { limite = 50, cursor, clase = [], desde, hasta } = query;
  const permisos = permisosDe(look.viewer.rol);
  const de = fuentes.filter(
    (fuente) =>
      permisos.includes(fuente.permiso) && (clase.length === 0 || clase.includes(fuente.clase)),
  );
  const page = {
    de,
    after: positionOf(cursor),
    desde: desde && dayStart(desde, zone),
    antes: hasta && dayStart(addDays(hasta, 1), zone),
    limit: limite + 1,
  };
  const rows = de.length > 0 ? await selectBitacora(db, sujeto, page) : [];
  if (rows.length === 0 && !(await existsSujeto(db, sujeto))) {
    throw new AppError('NO_ENCONTRADO', 'No encontramos esa ficha.');
  }
  const seen = rows.slice(0, limite);
  const last = seen.at(-1);
  return {
    items: seen.map((row) => present(row, look)),
    siguiente:
      last && rows.length > limite ? encodeCursor(ORDER, [last.en, last.fuente, last.id]) : null,
  };
}

function present({ fuente, id, en, cliente, datos }: SucesoRow, look: Look): Evento {
  const { clave, clase, relato } = found(fuentes[fuente], 'ese suceso');
  const same = { id: `${clave}-${id}`, clase, en, cliente };
  if (relato !== 'INTERACCION') {
    return { ...same, ...tellSuceso(relato, datos as Datos[typeof relato]), interaccion: null };
  }
  const interaccion = presentInteraccion(datos as InteraccionRow, look);
  return {
    ...same,
    tipo: interaccion.tipo,
    titulo: `${nombresTipoInteraccion[interaccion.tipo]}: ${interaccion.resumen}`,
    detalle: interaccion.detalle,
    monto: null,
    usuario: interaccion.responsable?.nombre ?? null,
    destino: null,
    interaccion,
  };
}

function positionOf(cursor: string | undefined): Position | undefined {
  if (!cursor) return undefined;
  const [en, fuente, id] = decodeCursor(cursor, ORDER, ['instant', 'number', 'number']);
  const valid = typeof en === 'string' && typeof fuente === 'number' && typeof id === 'number';
  if (!valid || !fuentes[fuente]) throw invalidCursor();
  return { en, fuente, id };
}
