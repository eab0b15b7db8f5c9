import type { Revision } from '#contract/plantillas.ts';
import { proveedorDe } from '#contract/proveedoresCorreo.ts';
import { esPersonal, sonDelMismo } from './dns.policy.ts';

export type Situacion = {
  tipo: 'SMTP' | 'LOCAL';
  origen: 'ENTORNO' | 'AJUSTES' | null;
  host: string | null;
  servidor: string | null;
  seguridad: 'STARTTLS' | 'TLS' | 'NINGUNA' | null;
  remitente: string | null;
  remitenteEmail: string | null;
  direccionPostal: string | null;
  publicUrl: string;
  /** Passwords and keys that this installation can no longer open, by their names. */
  ilegibles: string[];
  firma: { dominio: string; falla: string | null } | null;
  rebotesEmail: string | null;
  buzon: { error: string | null } | null;
  tieneWebhook: boolean;
};

export const dominioDe = (email: string) => email.slice(email.lastIndexOf('@') + 1);

const revision = (
  clave: string,
  nivel: Revision['nivel'],
  titulo: string,
  detalle: string | null = null,
): Revision => ({ clave, nivel, titulo, detalle });

/** What of the settings themselves keeps mail from leaving, from being trusted or from telling that it bounced. */
export function revisarAjustes(s: Situacion): Revision[] {
  return [
    revisarTransporte(s),
    ...revisarSeguridad(s),
    ...s.ilegibles.map((nombre) =>
      revision(
        'claves',
        'ERROR',
        `No se puede leer ${nombre}`,
        'Se guardó con otro SECRET de la instalación. Escríbela o créala de nuevo.',
      ),
    ),
    ...revisarRemitente(s),
    s.direccionPostal
      ? revision('direccion', 'OK', 'Dirección postal', s.direccionPostal)
      : revision(
          'direccion',
          'ERROR',
          'Falta la dirección postal',
          'La ley pide que cada correo de promoción la muestre. Escríbela en Ajustes › Escuela.',
        ),
    revisarEnlaces(s),
    ...revisarFirma(s),
    ...revisarRebotes(s),
  ];
}

function revisarTransporte({ tipo, origen, servidor }: Situacion): Revision {
  if (tipo === 'LOCAL') {
    return revision(
      'transporte',
      'AVISO',
      'El correo no sale',
      'Sin servidor de envío, los mensajes se guardan aquí y nadie los recibe.',
    );
  }
  const de = origen === 'ENTORNO' ? 'Lo define SMTP_URL, en el entorno del servidor.' : null;
  return revision('transporte', 'OK', `El correo sale por ${servidor}`, de);
}

function revisarSeguridad({ seguridad, host }: Situacion): Revision[] {
  if (seguridad !== 'NINGUNA' || /^(localhost|127\.|::1$)/.test(host ?? '')) return [];
  const detalle =
    'La contraseña y los mensajes viajan sin cifrar: cualquiera en el camino puede leerlos. Usa STARTTLS o TLS.';
  return [revision('seguridad', 'AVISO', 'La conexión no es segura', detalle)];
}

function revisarRemitente({ tipo, host, remitente, remitenteEmail }: Situacion): Revision[] {
  if (!remitente || !remitenteEmail) {
    const detalle = 'Escribe el nombre y la dirección con que escribe la escuela.';
    return [revision('remitente', 'ERROR', 'Falta el remitente', detalle)];
  }
  const dominio = dominioDe(remitenteEmail);
  const own = proveedorDe(host)?.clave;
  const atHome = own === 'GMAIL' || own === 'WORKSPACE' || own === 'MICROSOFT';
  if (tipo === 'SMTP' && esPersonal(dominio) && !atHome) {
    const detalle = `Solo los servidores de ${dominio} pueden enviar por esas direcciones: los mensajes caerán en spam. Usa una dirección de tu propio dominio.`;
    return [revision('remitente', 'AVISO', `El remitente es de ${dominio}`, detalle)];
  }
  return [revision('remitente', 'OK', 'Remitente', remitente)];
}

function revisarEnlaces({ tipo, publicUrl }: Situacion): Revision {
  if (publicUrl.startsWith('https:')) return revision('https', 'OK', 'Enlaces seguros', publicUrl);
  const detalle = `Los enlaces llevan a ${publicUrl}. Para la baja con un clic, el sitio debe abrirse con https: define PUBLIC_URL en el entorno del servidor.`;
  return revision(
    'https',
    tipo === 'SMTP' ? 'ERROR' : 'AVISO',
    'Los enlaces no son https',
    detalle,
  );
}

function revisarFirma({ tipo, firma, remitenteEmail }: Situacion): Revision[] {
  if (!firma) {
    if (tipo === 'LOCAL') return [];
    const detalle =
      'Si tu proveedor firma por tu dominio (Google, Microsoft, SES, Brevo o Mailgun, una vez que lo activas en su panel), no hace falta. Si envías por tu hosting, crea la llave en «Firma DKIM».';
    return [revision('firma', 'AVISO', 'Los mensajes salen sin firma nuestra', detalle)];
  }
  if (firma.falla) {
    return [revision('firma', 'ERROR', 'La firma DKIM no funciona', firma.falla)];
  }
  if (remitenteEmail && !sonDelMismo(firma.dominio, dominioDe(remitenteEmail))) {
    const detalle = `Se firma por ${firma.dominio}, pero el remitente es de ${dominioDe(remitenteEmail)}: DMARC no la cuenta. Crea la llave para el dominio del remitente.`;
    return [revision('firma', 'AVISO', 'La firma es de otro dominio', detalle)];
  }
  return [revision('firma', 'OK', `Los mensajes van firmados por ${firma.dominio}`)];
}

function revisarRebotes(s: Situacion): Revision[] {
  const { buzon } = s;
  if (buzon?.error) {
    return [revision('rebotes', 'ERROR', 'No podemos leer el buzón de rebotes', buzon.error)];
  }
  if (!buzon && !s.tieneWebhook) {
    if (s.tipo === 'LOCAL') return [];
    const detalle =
      'Sin buzón ni aviso de tu proveedor no sabremos qué direcciones dejaron de existir, y seguir escribiéndoles daña tu reputación. Configúralo en «Rebotes».';
    return [revision('rebotes', 'AVISO', 'Nadie recibe los rebotes', detalle)];
  }
  const { rebotesEmail, remitenteEmail } = s;
  if (rebotesEmail && remitenteEmail) {
    const [uno, otro] = [dominioDe(rebotesEmail), dominioDe(remitenteEmail)];
    if (!sonDelMismo(uno, otro)) {
      const detalle = `Los rebotes van a ${uno} y el remitente es de ${otro}: el SPF no cuenta para DMARC. Usa una dirección del mismo dominio.`;
      return [revision('rebotes', 'AVISO', 'Los rebotes van a otro dominio', detalle)];
    }
  }
  return [revision('rebotes', 'OK', 'Los rebotes se reciben', rebotesEmail)];
}
