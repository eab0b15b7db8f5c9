import type { Curso } from '#contract/cursos.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { cursoPuede } from './cursos.policy.ts';
import { presentCursoItem, selectCurso, selectIngresosDeCurso } from './cursos.queries.ts';
import { presentLeccionStaff, selectLecciones } from './lecciones.queries.ts';

/**
 * A Curso with its lessons, its money in pesos, and what this role may do with it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readCurso(db: Db | Trx, ctx: Ctx, id: number, rol: Rol): Promise<Curso> {
  const { conVentas, ...row } = found(await selectCurso(db, id, ctx.now), 'ese curso');
  const lecciones = await selectLecciones(db, id);
  const { vendido, pagado } = await selectIngresosDeCurso(db, id);
  const permisos = permisosDe(rol);
  return {
    ...row,
    ...presentCursoItem(row),
    contenido: lecciones.map(presentLeccionStaff),
    ingresos: { vendido, pagado, porCobrar: vendido - pagado },
    puede: cursoPuede(
      { estado: row.estado, conVentas },
      {
        escribir: permisos.includes('cursos:escribir'),
        vender: permisos.includes('ventas:escribir'),
      },
    ),
  };
}
