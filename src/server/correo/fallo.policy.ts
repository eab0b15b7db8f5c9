type Servidor = {
  host: string;
  puerto: number;
  seguridad: 'STARTTLS' | 'TLS' | 'NINGUNA';
  /** Which ports its kind of server usually has. */
  usuales: Puertos;
};
type Puertos = { starttls: number; tls: number };

export const PUERTOS_SMTP: Puertos = { starttls: 587, tls: 465 };
export const PUERTOS_IMAP: Puertos = { starttls: 143, tls: 993 };

/** What a mail server said, with its reply code, or what happened to the line. */
export type Dicho = { texto: string; codigo?: number | null | undefined; fase?: string };

const sinStarttls = ({ puerto, usuales }: Servidor) =>
  `El servidor no ofrece conexión segura (STARTTLS) en el puerto ${puerto}. Elige TLS con el puerto ${usuales.tls}, o el ${usuales.starttls}.`;

/** From the surest sign to the vaguest; each explains to someone who is no technician, and says what to do. */
const causas: [RegExp, (servidor: Servidor) => string][] = [
  [
    /ENOTFOUND|EAI_AGAIN|ENODATA|EDNS|querya+ /i,
    ({ host }) => `No existe un servidor llamado ${host}, o el DNS no responde. Revisa el nombre.`,
  ],
  [
    /ECONNREFUSED/i,
    ({ host, puerto, usuales }) =>
      `${host} no acepta conexiones en el puerto ${puerto}. Revisa el puerto: lo usual es ${usuales.starttls} con STARTTLS o ${usuales.tls} con TLS.`,
  ],
  [
    /altname|does not match|ERR_TLS_CERT_ALTNAME/i,
    ({ host }) =>
      `El certificado del servidor es de otro nombre, no de ${host}. Usa el nombre que tu proveedor indica.`,
  ],
  [
    /expired|CERT_HAS_EXPIRED/i,
    ({ host }) => `El certificado de ${host} está vencido. Tu proveedor debe renovarlo.`,
  ],
  [
    /self.signed|unable to verify|UNABLE_TO|issuer|certificate/i,
    ({ host }) =>
      `El certificado de ${host} no está firmado por una entidad conocida, así que no se puede confiar en él.`,
  ],
  [
    /wrong version number|packet length|ssl3_get_record/i,
    ({ puerto, usuales }) =>
      `En el puerto ${puerto} el servidor no habla TLS desde el comienzo. Elige STARTTLS, o el puerto ${usuales.tls}.`,
  ],
  [/upgrading connection|STARTTLS|initiating TLS/i, sinStarttls],
  [
    /greeting never|greeting.*timeout|GREETING_TIMEOUT/i,
    ({ puerto, seguridad, usuales }) =>
      seguridad === 'TLS'
        ? `El servidor aceptó la conexión en el puerto ${puerto}, pero no saludó a tiempo.`
        : `El servidor aceptó la conexión en el puerto ${puerto}, pero no saludó a tiempo. Si es el ${usuales.tls}, elige TLS.`,
  ],
  [
    /timeout|timed out|ETIMEDOUT|CONNECT_TIMEOUT/i,
    ({ host, puerto }) =>
      `${host} no respondió a tiempo en el puerto ${puerto}. Puede que un cortafuegos lo bloquee, o que el puerto sea otro.`,
  ],
  [
    /EHOSTUNREACH|ENETUNREACH/i,
    ({ host }) => `No hay cómo llegar a ${host} desde este equipo. Revisa su conexión a internet.`,
  ],
  [
    /ECONNRESET|connection closed|EPIPE|socket hang up|unexpected close|not available/i,
    ({ host }) =>
      `${host} cortó la conexión. Revisa que el puerto y el tipo de seguridad sean los que indica tu proveedor.`,
  ],
];

const MAX_QUOTE = 200;

/** Why a server for sending or a mailbox could not be used, in plain Spanish, with the server's own words at the end. */
export function explainFallo(dicho: Dicho, servidor: Servidor): string {
  const { texto, codigo } = dicho;
  const quote = `Respuesta: «${texto.replace(/\s+/g, ' ').trim().slice(0, MAX_QUOTE)}»`;
  if (isLogin(texto, codigo)) {
    return `El servidor no aceptó el usuario o la contraseña. ${quote}`;
  }
  if (dicho.fase === 'CONEXION' && servidor.seguridad === 'STARTTLS' && codigo) {
    return sinStarttls(servidor);
  }
  const found = causas.find(([sign]) => sign.test(texto));
  if (found && !codigo) return found[1](servidor);
  return `El servidor no aceptó. ${quote}`;
}

const isLogin = (texto: string, codigo: number | null | undefined) =>
  codigo === 535 ||
  codigo === 534 ||
  codigo === 530 ||
  /invalid login|authentication ?failed|AUTHENTICATIONFAILED|EAUTH|invalid credentials/i.test(
    texto,
  );
