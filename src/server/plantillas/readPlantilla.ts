import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Plantilla, PlantillaVersion } from '#contract/plantillas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { selectPlantilla, selectVersiones } from './plantillas.queries.ts';

/** A template with the content in use. @throws {AppError} NO_ENCONTRADO */
export async function readPlantilla(db: Db | Trx, id: number, rol: Rol): Promise<Plantilla> {
  const row = found(await selectPlantilla(db, id), 'esa plantilla');
  return { ...row, puede: { editar: permisosDe(rol).includes('emails:escribir') } };
}

/** Every content a template had, the newest first. @throws {AppError} NO_ENCONTRADO */
export async function readVersiones(db: Db, id: number): Promise<{ items: PlantillaVersion[] }> {
  const items = await selectVersiones(db, id);
  found(items[0], 'esa plantilla');
  return { items };
}
