import type { z } from 'zod';
import type { previewContenido } from '#contract/plantillas.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { datosDe, datosDeCliente } from './datos.queries.ts';
import { variablesDePlantilla } from './variables.ts';
import type { PorVer } from './vistaPrevia.ts';

/**
 * A content of a template or a campaign, with the person and the things that it is to be shown with.
 * @throws {AppError} NO_ENCONTRADO when there is no such Cliente.
 */
export async function contenidoPorVer(
  db: Db,
  { asunto, preheader, cuerpo, tipo, clienteId, ...sobre }: z.output<typeof previewContenido.body>,
  entorno: { publicUrl: string; now: string },
): Promise<PorVer> {
  const cliente = clienteId ? found(await datosDeCliente(db, clienteId), 'ese cliente') : undefined;
  return {
    escrito: { asunto, preheader, cuerpo },
    variables: variablesDePlantilla,
    tipo,
    comercial: true,
    datos: { ...(await datosDe(db, sobre, entorno)), ...(cliente && { cliente }) },
    destinatario:
      clienteId && cliente ? { id: clienteId, nombre: cliente.nombreCompleto ?? '' } : null,
  };
}
