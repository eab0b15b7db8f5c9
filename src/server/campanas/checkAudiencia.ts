import type { Audiencia } from '#contract/campanas.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db } from '../core/db/connect.ts';
import { checkDinero } from '../segmentos/dinero.policy.ts';
import { selectCondicion } from '../segmentos/segmentos.queries.ts';

/** @throws {AppError} SIN_PERMISO when the people of its segment would tell the role what they paid or owe. */
export async function checkAudiencia(db: Db, audiencia: Audiencia, rol: Rol): Promise<void> {
  if (audiencia.modo !== 'SEGMENTO') return;
  const condicion = await selectCondicion(db, audiencia.segmentoId);
  if (condicion) checkDinero(condicion, permisosDe(rol));
}
