import type { Revision } from '#contract/plantillas.ts';
import type { Deps } from '../core/context.ts';
import { AppError } from '../core/errors.ts';
import { diagnosticar } from '../correo/diagnostico.ts';
import { checkContenido } from '../emails/contenido/checkContenido.ts';
import { readMarcaCorreo } from '../emails/contenido/marca.queries.ts';
import { revisarContenido } from '../emails/contenido/revisarContenido.ts';
import { readTransporte } from '../emails/transporte.ts';
import { nombresDe, variablesDe } from '../plantillas/variables.ts';
import type { CampanaRow } from './campanas.queries.ts';
import { countAudiencia, hoy } from './readAudiencia.ts';
import { tryResolve } from './resolver.ts';
import { reviewEntorno, reviewTexto } from './revisiones.policy.ts';

export type PorRevisar = Pick<
  CampanaRow,
  'asunto' | 'preheader' | 'cuerpo' | 'audiencia' | 'tallerId' | 'cursoId' | 'productoId'
>;

/** Everything that is looked at before a campaign goes out; with an ERROR among it, it must not. */
export async function reviewCampana(
  deps: Deps,
  campana: PorRevisar,
): Promise<{ items: Revision[]; destinatarios: number }> {
  const { db, config } = deps;
  const { tallerId, cursoId, productoId, asunto, preheader, cuerpo, audiencia } = campana;
  const transporte = await readTransporte(deps);
  const marca = await readMarcaCorreo(db, config.publicUrl);
  const gone = (await tryResolve(db, audiencia)) === undefined;
  const { destinatarios } = gone
    ? { destinatarios: 0 }
    : await countAudiencia(db, audiencia, hoy(deps));
  const about = {
    taller: Boolean(tallerId),
    curso: Boolean(cursoId),
    producto: Boolean(productoId),
  };
  const permitidas = nombresDe(variablesDe({ ...about, comercial: true }));
  const contenido = { asunto, preheader, cuerpo };
  const texto = reviewTexto(contenido, checkContenido(contenido, permitidas));
  const entorno = reviewEntorno({
    transporte: transporte.tipo,
    remitente: transporte.remitente,
    direccion: marca.direccion,
    publicUrl: config.publicUrl,
    destinatarios: gone ? null : destinatarios,
  });
  const forma =
    texto.length === 0 ? await revisarContenido(contenido, { marca, comercial: true }) : [];
  return { items: [...texto, ...entorno, ...forma], destinatarios };
}

/** Whether nothing stands against sending. */
export function maySend(items: readonly Revision[]): boolean {
  return items.every(({ nivel }) => nivel !== 'ERROR');
}

/** @throws {AppError} VALIDACION naming everything that stands against sending. */
export function assertMaySend(items: readonly Revision[]): void {
  if (maySend(items)) return;
  const errors = items.filter(({ nivel }) => nivel === 'ERROR');
  throw new AppError('VALIDACION', `No se puede enviar. ${errors[0]?.titulo}.`, {
    fields: errors.map(({ clave, titulo, detalle }) => ({
      campo: clave,
      mensaje: detalle ? `${titulo}. ${detalle}` : `${titulo}.`,
    })),
  });
}

/** What the review of a campaign says in its own words. */
const dichas = new Set(['transporte', 'remitente', 'direccion', 'https']);

/**
 * What of the settings and of the sender's domain (SPF, DKIM, DMARC) may keep mail from the inbox. They are hints:
 * none of them stands against sending.
 */
export async function hintsForSending(deps: Deps): Promise<Revision[]> {
  const { tipo } = await readTransporte(deps);
  if (tipo === 'LOCAL') return [];
  const { items } = await diagnosticar(deps);
  return items
    .filter(({ clave }) => !dichas.has(clave))
    .map((item) => (item.nivel === 'ERROR' ? { ...item, nivel: 'AVISO' } : item));
}
