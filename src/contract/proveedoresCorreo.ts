import type { Seguridad } from './correo.ts';

/** How a known service sends mail: fills in the form, and tells what its SPF record must hold. */
export type ProveedorCorreo = {
  clave: string;
  nombre: string;
  /** Null: that of the sender's own domain, `mail.escuela.cl`. */
  host: string | null;
  puerto: number;
  seguridad: Seguridad;
  conexiones: number;
  limiteSegundo: number | null;
  limiteHora: number | null;
  /** Which servers are this service's. */
  deHost: RegExp;
  /** What SPF has to include so that this service may send for a domain. */
  spf: string | null;
  ayuda: string;
};

/** Limits are those that each service documents for an ordinary account, so that a campaign does not hit them. */
export const proveedoresCorreo: readonly ProveedorCorreo[] = [
  {
    clave: 'GMAIL',
    nombre: 'Gmail',
    host: 'smtp.gmail.com',
    puerto: 587,
    seguridad: 'STARTTLS',
    conexiones: 2,
    limiteSegundo: 1,
    limiteHora: 20,
    deHost: /^smtp\.gmail\.com$/i,
    spf: '_spf.google.com',
    ayuda:
      'Usuario: tu correo completo. Contraseña: una «contraseña de aplicación» de tu cuenta de Google, no la de siempre. Una cuenta Gmail puede escribir a unas 500 personas por día: para campañas grandes conviene otro servicio.',
  },
  {
    clave: 'WORKSPACE',
    nombre: 'Google Workspace',
    host: 'smtp.gmail.com',
    puerto: 587,
    seguridad: 'STARTTLS',
    conexiones: 3,
    limiteSegundo: 2,
    limiteHora: 80,
    deHost: /^smtp(-relay)?\.gmail\.com$/i,
    spf: '_spf.google.com',
    ayuda:
      'Usuario: tu correo completo. Contraseña: una «contraseña de aplicación» de tu cuenta de Google. Una cuenta puede escribir a unas 2.000 personas por día.',
  },
  {
    clave: 'MICROSOFT',
    nombre: 'Microsoft 365',
    host: 'smtp.office365.com',
    puerto: 587,
    seguridad: 'STARTTLS',
    conexiones: 3,
    limiteSegundo: 1,
    limiteHora: 400,
    deHost: /\.office365\.com$|\.outlook\.com$/i,
    spf: 'spf.protection.outlook.com',
    ayuda:
      'Usuario: tu correo completo. La cuenta debe tener activado «SMTP autenticado» en el centro de administración. Microsoft acepta unos 30 mensajes por minuto; los que rechaza por ir rápido se envían después.',
  },
  {
    clave: 'SES',
    nombre: 'Amazon SES',
    host: 'email-smtp.sa-east-1.amazonaws.com',
    puerto: 587,
    seguridad: 'STARTTLS',
    conexiones: 8,
    limiteSegundo: 14,
    limiteHora: null,
    deHost: /\.amazonaws\.com$/i,
    spf: 'amazonses.com',
    ayuda:
      'Usuario y contraseña: los de «SMTP credentials» de SES, no los de tu cuenta de AWS. Cambia sa-east-1 por tu región y el límite por el que SES te dio.',
  },
  {
    clave: 'BREVO',
    nombre: 'Brevo',
    host: 'smtp-relay.brevo.com',
    puerto: 587,
    seguridad: 'STARTTLS',
    conexiones: 4,
    limiteSegundo: 10,
    limiteHora: null,
    deHost: /\.(brevo|sendinblue)\.com$/i,
    spf: 'spf.brevo.com',
    ayuda:
      'Usuario y contraseña: los de «SMTP y API» en tu cuenta de Brevo. El plan gratis envía 300 mensajes por día: si es el tuyo, pon 12 por hora.',
  },
  {
    clave: 'MAILGUN',
    nombre: 'Mailgun',
    host: 'smtp.mailgun.org',
    puerto: 587,
    seguridad: 'STARTTLS',
    conexiones: 4,
    limiteSegundo: 10,
    limiteHora: null,
    deHost: /\.mailgun\.org$/i,
    spf: 'mailgun.org',
    ayuda: 'Usuario y contraseña: los de «SMTP credentials» de tu dominio en Mailgun.',
  },
  {
    clave: 'HOSTING',
    nombre: 'Hosting propio (cPanel)',
    host: null,
    puerto: 465,
    seguridad: 'TLS',
    conexiones: 2,
    limiteSegundo: 2,
    limiteHora: 200,
    deHost: /^$/,
    spf: null,
    ayuda:
      'Usuario: la cuenta de correo completa, con su contraseña. Muchos hostings aceptan entre 100 y 500 mensajes por hora: pregunta el tuyo.',
  },
];

/** The service that a server belongs to, if it is a known one. */
export function proveedorDe(host: string | null): ProveedorCorreo | undefined {
  return host ? proveedoresCorreo.find(({ deHost }) => deHost.test(host)) : undefined;
}
