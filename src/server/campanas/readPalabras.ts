import type { Audiencia } from '#contract/campanas.ts';
import type { Condicion } from '#contract/condicion.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { refsOf, selectNombres } from '../segmentos/nombres.queries.ts';
import { selectSegmento } from '../segmentos/segmentos.queries.ts';
import { toCondicion } from './filtro.policy.ts';
import { tellAudiencia } from './palabras.policy.ts';

/** The audience of a campaign as people say it, with the names of what it refers to. */
export async function readPalabras(
  db: Db | Trx,
  { audiencia, condicion }: { audiencia: Audiencia; condicion: Condicion | null },
): Promise<string> {
  if (audiencia.modo === 'SEGMENTO') {
    const segmento = await selectSegmento(db, audiencia.segmentoId);
    const said = condicion ?? segmento?.condicion;
    const nombres = await selectNombres(db, refsOf(said ? [said] : []));
    return tellAudiencia(audiencia, nombres, { nombre: segmento?.nombre, condicion: said });
  }
  const nombres = await selectNombres(db, {
    ...refsOf(audiencia.modo === 'FILTRO' ? [toCondicion(audiencia.filtro)] : []),
    ...(audiencia.modo === 'ASISTENTES' ? { talleres: [audiencia.tallerId] } : {}),
  });
  return tellAudiencia(audiencia, nombres);
}
