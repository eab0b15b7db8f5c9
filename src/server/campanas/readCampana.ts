import type { Campana, CampanaItem, Progreso } from '#contract/campanas.ts';
import type { Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { campanaPuede } from './campanas.policy.ts';
import { selectCampana, type selectCampanas } from './campanas.queries.ts';
import type { Progresos } from './progreso.ts';
import { listExclusiones } from './readAudiencia.ts';
import { readPalabras } from './readPalabras.ts';

type ItemRow = Awaited<ReturnType<typeof selectCampanas>>[number];

/** A campaign with how far it went, as a list shows it. */
export function presentCampanaItem(
  row: ItemRow,
  progresos: ReadonlyMap<number, Progreso>,
): CampanaItem {
  return { ...row, progreso: found(progresos.get(row.id), 'el avance de esa campaña') };
}

/**
 * A campaign with its content, its audience in words, how far it went, and what this role may do with it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readCampana(
  db: Db | Trx,
  id: number,
  rol: Rol,
  progresos: Progresos,
): Promise<Campana> {
  const row = found(await selectCampana(db, id), 'esa campaña');
  const { tallerId: _t, cursoId: _c, productoId: _p, condicion: _, ...campana } = row;
  return {
    ...campana,
    ...presentCampanaItem(row, await progresos(db, [row])),
    audienciaTexto: await readPalabras(db, row),
    exclusiones: listExclusiones(row.exclusiones),
    puede: campanaPuede(row, rol),
  };
}
