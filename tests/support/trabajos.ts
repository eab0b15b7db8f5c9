import { generateKeyPairSync } from 'node:crypto';
import type { Contenido, Firma, Sobre, Trabajo } from '#server/emails/contenido/trabajo.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A key to sign with, and the record that its domain would publish. */
export const firma: Firma = {
  dominio: 'escuela.cl',
  selector: 's1',
  clavePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
export const registro = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

let contents = 0;

export function contenidoOf(given: Partial<Contenido>): Contenido {
  contents += 1;
  return {
    id: contents,
    asunto: 'Hola {{ cliente.nombres }}',
    html: '<html><body>\n<p>Hola {{ cliente.nombres }}</p>\n</body></html>\n',
    texto: 'Hola {{ cliente.nombres }}',
    datos: {},
    ...given,
  };
}

export function trabajoOf(
  contenido: Partial<Contenido> | Contenido = {},
  given: { datos?: object; sobre?: Partial<Sobre>; seguimiento?: Trabajo['seguimiento'] } = {},
): Trabajo {
  return {
    contenido: 'id' in contenido ? (contenido as Contenido) : contenidoOf(contenido),
    datos: { cliente: { nombres: 'Ana' }, ...given.datos },
    sobre: {
      de: { nombre: 'Escuela', email: 'hola@escuela.cl' },
      para: { nombre: 'Ana Díaz', email: 'ana@prueba.cl' },
      responderA: null,
      mensajeId: 'abc123@escuela.cl',
      fecha: '2026-06-01T12:00:00.000Z',
      cabeceras: [],
      ...given.sobre,
    },
    seguimiento: given.seguimiento ?? null,
  };
}
