import { isEmailDeEquipo } from '../auth/alumno.queries.ts';
import { createEnlacePortal } from '../auth/enlacePortal.ts';
import { createToken } from '../emails/token.ts';
import { datosDePersona } from '../plantillas/datos.queries.ts';
import { idDe, type Parte } from './parte.ts';
import { selectSuscripcion } from './partes.queries.ts';

const enlacePortal: Parte = {
  reunir: async (db, _entorno, { email }) => {
    const deEquipo = await isEmailDeEquipo(db, email);
    return { datos: {}, cancelar: deEquipo ? 'Es un correo del equipo.' : undefined };
  },
  secretos: async (trx, { now, publicUrl }, { clienteId, email }) => {
    if (clienteId === null) throw new Error('a link to the portal for nobody');
    const { url } = await createEnlacePortal(trx, { clienteId, email, now, publicUrl });
    return { enlace: url };
  },
  ultima: async () => ({}),
};

/** What the form said of a person that need not be anyone's Cliente yet. */
function personaDe(datos: Record<string, unknown>, email: string) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const { nombres, apellidos } = datos;
  return datosDePersona({
    nombres: text(nombres),
    apellidos: text(apellidos),
    email,
    comuna: null,
    empresa: null,
  });
}

const confirmarNewsletter: Parte = {
  reunir: async (db, _entorno, { referencia, email }) => {
    const row = await selectSuscripcion(db, idDe(referencia, 'suscripcion'));
    if (!row) return undefined;
    const confirmed = row.confirmadaEn !== null || row.email !== email;
    return {
      datos: { cliente: personaDe(row.datos, email) },
      cancelar: confirmed ? 'La suscripción ya se confirmó.' : undefined,
    };
  },
  // Whoever holds it confirms in the person's name, so that it is not kept either.
  secretos: async (_trx, { secret, publicUrl }, { referencia }) => {
    const token = createToken(secret, 'suscripcion', idDe(referencia, 'suscripcion'));
    return { enlace: `${publicUrl}/correo/confirmar/${token}` };
  },
  ultima: async () => undefined,
};

export const partesDePersonas = {
  ENLACE_PORTAL: enlacePortal,
  CONFIRMAR_NEWSLETTER: confirmarNewsletter,
  BIENVENIDA: { reunir: async () => ({ datos: {} }), ultima: async () => ({}) } satisfies Parte,
};
