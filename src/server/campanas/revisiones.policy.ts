import type { Revision } from '#contract/plantillas.ts';

const fact = (
  clave: string,
  nivel: Revision['nivel'],
  titulo: string,
  detalle: string | null = null,
): Revision => ({ clave, nivel, titulo, detalle });

/** What stands around a campaign when it is about to be sent. */
export type Entorno = {
  transporte: 'SMTP' | 'LOCAL';
  remitente: { nombre: string; email: string };
  /** The school's postal address. */
  direccion: string | null;
  publicUrl: string;
  /** Null when the segment it is for is no longer there. */
  destinatarios: number | null;
};

function reviewRemitente({ nombre, email }: Entorno['remitente']): Revision {
  return email.endsWith('@localhost')
    ? fact(
        'REMITENTE',
        'ERROR',
        'Falta el correo del remitente',
        'Quien lo recibe debe saber quién le escribe. Se anota en Ajustes, Correo.',
      )
    : fact('REMITENTE', 'OK', `Lo envía ${nombre}`, email);
}

function reviewDireccion(direccion: string | null): Revision {
  return direccion
    ? fact('DIRECCION', 'OK', 'Lleva la dirección de la escuela', direccion)
    : fact(
        'DIRECCION',
        'ERROR',
        'Falta la dirección postal de la escuela',
        'La ley pide que todo correo promocional la muestre. Se anota en Ajustes, Escuela.',
      );
}

function reviewBaja({ transporte, publicUrl }: Entorno): Revision {
  if (publicUrl.startsWith('https:')) {
    return fact('BAJA', 'OK', 'Cada mensaje lleva cómo darse de baja', 'Con un clic, sin entrar.');
  }
  return transporte === 'SMTP'
    ? fact(
        'BAJA',
        'ERROR',
        'El enlace de baja no sería seguro',
        'La dirección pública del sistema (PUBLIC_URL) debe empezar con https:// para enviar correos promocionales.',
      )
    : fact(
        'BAJA',
        'AVISO',
        'El enlace de baja solo sirve en este computador',
        'Para enviar de verdad, la dirección pública (PUBLIC_URL) debe empezar con https://.',
      );
}

function reviewTransporte(transporte: Entorno['transporte']): Revision {
  return transporte === 'SMTP'
    ? fact('TRANSPORTE', 'OK', 'Sale por tu servidor de correo')
    : fact(
        'TRANSPORTE',
        'AVISO',
        'Nadie lo va a recibir',
        'No hay un servidor de correo configurado: los mensajes se arman y se guardan aquí. Se configura en Ajustes, Correo.',
      );
}

function reviewAudiencia(destinatarios: number | null): Revision {
  if (destinatarios === null) {
    return fact(
      'AUDIENCIA',
      'ERROR',
      'El segmento al que se enviaría ya no existe',
      'Elige otro segmento, u otra audiencia.',
    );
  }
  const n = destinatarios.toLocaleString('es-CL', { useGrouping: 'always' });
  return destinatarios > 0
    ? fact('AUDIENCIA', 'OK', destinatarios === 1 ? 'Llega a 1 persona' : `Llega a ${n} personas`)
    : fact(
        'AUDIENCIA',
        'ERROR',
        'No hay a quién enviarla',
        'Nadie de la audiencia puede recibirla. Revisa a quiénes deja fuera y por qué.',
      );
}

/** The facts about how a campaign would go out and to whom. */
export function reviewEntorno(entorno: Entorno): Revision[] {
  return [
    reviewAudiencia(entorno.destinatarios),
    reviewRemitente(entorno.remitente),
    reviewDireccion(entorno.direccion),
    reviewBaja(entorno),
    reviewTransporte(entorno.transporte),
  ];
}

/** The facts about what it says: empty parts and what `checkContenido` found, an ERROR each. */
export function reviewTexto(
  { asunto, cuerpo }: { asunto: string; cuerpo: string },
  problems: readonly { campo: string; mensaje: string }[],
): Revision[] {
  const empty = !/<img\b/i.test(cuerpo) && cuerpo.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';
  return [
    ...(asunto.trim() === '' ? [fact('ASUNTO', 'ERROR', 'Falta el asunto')] : []),
    ...(empty ? [fact('CUERPO', 'ERROR', 'Falta el mensaje')] : []),
    ...problems.map(({ campo, mensaje }, index) =>
      fact(
        `CONTENIDO_${index + 1}`,
        'ERROR',
        campo === 'asunto' ? 'Hay un error en el asunto' : 'Hay un error en el mensaje',
        mensaje,
      ),
    ),
  ];
}
