import type { Mensaje } from '#contract/emails.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Deps } from '../core/context.ts';
import type { Sobre } from './contenido/trabajo.ts';
import { type Rehecho, recompose } from './recompose.ts';

/**
 * Who may not write to people in the school's name gets no links that act for them, and who may not undo that someone
 * left and write down a consent, none that does both.
 */
function recomposeFor(deps: Deps, id: number, rol: Rol): Promise<Rehecho> {
  const permisos = permisosDe(rol);
  return recompose(deps, id, {
    personales: permisos.includes('avisos:enviar'),
    preferencias:
      permisos.includes('supresiones:escribir') && permisos.includes('clientes:escribir'),
  });
}

/** The header fields of a message, unfolded, in order. */
function headersOf(raw: Uint8Array): Mensaje['cabeceras'] {
  const text = Buffer.from(raw).toString('utf8');
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return { nombre: line.slice(0, colon), valor: line.slice(colon + 1).trim() };
  });
}

const mailbox = ({ nombre, email }: Sobre['de']) => (nombre ? `${nombre} <${email}>` : email);

/** The message as it was sent, or would be. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE */
export async function readMensaje(deps: Deps, id: number, rol: Rol): Promise<Mensaje> {
  const { compuesto, sobre, enlacesOcultos } = await recomposeFor(deps, id, rol);
  const { asunto, html, texto, raw } = compuesto;
  return {
    asunto,
    de: mailbox(sobre.de),
    para: mailbox(sobre.para),
    responderA: sobre.responderA,
    cabeceras: headersOf(raw),
    html,
    texto,
    bytes: raw.byteLength,
    enlacesOcultos,
  };
}

/** The same, as a file of mail (RFC 5322). @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE */
export async function readEml(deps: Deps, id: number, rol: Rol): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await recomposeFor(deps, id, rol)).compuesto.raw);
}
