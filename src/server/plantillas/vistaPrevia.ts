import type { TipoEmail } from '#contract/emails.ts';
import type { Variable, VistaPrevia } from '#contract/plantillas.ts';
import type { Deps } from '../core/context.ts';
import { invalid } from '../core/errors.ts';
import { sobreDe } from '../emails/cabeceras.ts';
import { compileContenido } from '../emails/contenido/compilar.ts';
import { previewComposer } from '../emails/contenido/composer.ts';
import { readMarcaCorreo } from '../emails/contenido/marca.queries.ts';
import { revisarContenido } from '../emails/contenido/revisarContenido.ts';
import type { Contenido, Trabajo } from '../emails/contenido/trabajo.ts';
import { readTransporte } from '../emails/transporte.ts';
import { acceptContenido, type Escrito } from './acceptContenido.ts';
import { datosDeNegocio } from './datos.queries.ts';
import { ejemplosDe, nombresDe } from './variables.ts';

/** A content to be looked at or tried, with what fills it. */
export type PorVer = {
  escrito: Escrito;
  /** Those it may hold. */
  variables: Variable[];
  tipo: TipoEmail;
  /** Whether it carries the ways to unsubscribe. */
  comercial: boolean;
  /** Values by their first name (`cliente`, `taller`…). What is missing is filled with the examples. */
  datos: Record<string, unknown>;
  /** Whose data it is; null for an invented person. */
  destinatario: VistaPrevia['destinatario'];
};

/** All that fills a content: the examples, the school as it is, and what is given. */
export async function fillValores(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  { variables, datos }: Pick<PorVer, 'variables' | 'datos'>,
): Promise<Record<string, unknown>> {
  const negocio = await datosDeNegocio(db, config.publicUrl);
  return { ...ejemplosDe(variables), negocio, ...datos };
}

const emailOf = (datos: Record<string, unknown>) => {
  const { cliente } = datos as { cliente?: { email?: unknown } };
  return typeof cliente?.email === 'string' && cliente.email ? cliente.email : 'nadie@example.com';
};

/**
 * How a content would look, composed as it would be sent, and what was found in it.
 * @throws {AppError} VALIDACION for its Liquid and variables, or when filling it fails or never ends.
 */
export async function renderVistaPrevia(deps: Deps, porVer: PorVer): Promise<VistaPrevia> {
  const { db, config, secret, now } = deps;
  const { comercial, tipo, destinatario } = porVer;
  const { publicUrl } = config;
  const escrito = acceptContenido(porVer.escrito, nombresDe(porVer.variables));
  const marca = await readMarcaCorreo(db, publicUrl);
  const compilado = await compileContenido(escrito, marca, { comercial });
  const link = (page: string) => `${publicUrl}/correo/${page}/ejemplo`;
  const enlaces = { baja: link('baja'), preferencias: link('preferencias'), ver: link('ver') };
  const datos = { ...(await fillValores(deps, porVer)), enlaces };
  const { sobre } = sobreDe({
    transporte: await readTransporte(deps),
    secret,
    publicUrl,
    fecha: now().toISOString(),
    email: { id: 0, tipo, campanaId: null, automatico: null, comercial, email: emailOf(datos) },
    datos,
  });
  const trabajo = (contenido: Omit<Contenido, 'id' | 'datos'>): Trabajo => ({
    contenido: { id: 0, datos: {}, ...contenido },
    datos,
    sobre,
    seguimiento: null,
  });
  const { preheader } = escrito;
  const [mensaje, linea] = await previewComposer().compose([
    trabajo(compilado),
    // The line after the subject is within the HTML; filled on its own it can be told.
    trabajo({ asunto: preheader ?? '', html: '', texto: '' }),
  ]);
  if (!mensaje || 'error' in mensaje) {
    throw invalid('cuerpo', mensaje?.error ?? 'No pudimos dar forma a este mensaje.');
  }
  return {
    asunto: mensaje.asunto,
    preheader: preheader && linea && 'asunto' in linea ? linea.asunto : null,
    html: mensaje.html,
    texto: mensaje.texto,
    bytes: mensaje.raw.byteLength,
    destinatario,
    revisiones: await revisarContenido(escrito, { marca, comercial, compilado }),
  };
}
