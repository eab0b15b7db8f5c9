import type { Informe } from '#contract/campanas.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { selectCampana } from './campanas.queries.ts';
import {
  selectEnlaces,
  selectPorHora,
  selectReacciones,
  selectResultados,
  selectVentas,
} from './informe.queries.ts';
import type { Progresos } from './progreso.ts';

/**
 * What came of a campaign. Opens and clicks are null when it did not measure them.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readInforme(db: Db, id: number, progresos: Progresos): Promise<Informe> {
  const campana = found(await selectCampana(db, id), 'esa campaña');
  const progreso = found((await progresos(db, [campana])).get(id), 'el avance de esa campaña');
  const { rebotados, reclamos, ...seen } = await selectResultados(db, id);
  const { bajas, aperturasDeMaquina } = await selectReacciones(db, id);
  const { seguimiento } = campana;
  return {
    progreso,
    rebotados,
    reclamos,
    bajas,
    abiertos: seguimiento ? seen.abiertos : null,
    clics: seguimiento ? seen.clics : null,
    aperturasDeMaquina: seguimiento ? aperturasDeMaquina : null,
    enlaces: seguimiento ? await selectEnlaces(db, id) : [],
    ventas: await selectVentas(db, id),
    porHora: await selectPorHora(db, id),
  };
}
