import type { FieldError } from '#contract/errors.ts';

/** The settings that depend on one another; passwords as they are kept, sealed. */
export type Correo = {
  remitenteEmail: string | null;
  smtpHost: string | null;
  smtpPuerto: number | null;
  smtpUsuario: string | null;
  smtpClave: string | null;
  rebotesEmail: string | null;
  buzonHost: string | null;
  buzonPuerto: number | null;
  buzonUsuario: string | null;
  buzonClave: string | null;
};

/** What a token adds to the part before the @, of the 64 characters that it may have. */
const MAX_LOCAL_REBOTES = 20;

/**
 * What does not fit together in the settings as they would be. `claves` says which passwords this change brings: one
 * that is kept goes to no other server or account than the one it was written for.
 */
export function checkCorreo(
  antes: Correo,
  despues: Correo,
  claves: { smtp: boolean; buzon: boolean },
): FieldError[] {
  return [
    ...checkSmtp(antes, despues, claves.smtp),
    ...checkRebotes(despues),
    ...checkBuzon(antes, despues, claves.buzon),
  ];
}

function checkSmtp(antes: Correo, despues: Correo, nueva: boolean): FieldError[] {
  if (!despues.smtpHost) return [];
  const moved = antes.smtpHost !== despues.smtpHost || antes.smtpUsuario !== despues.smtpUsuario;
  return [
    ...missing(despues.smtpPuerto, 'smtpPuerto', 'Escribe el puerto, casi siempre 587 o 465.'),
    ...missing(
      despues.remitenteEmail,
      'remitenteEmail',
      'Para enviar hace falta la dirección del remitente.',
    ),
    ...checkAccount('smtp', despues.smtpUsuario, despues.smtpClave, moved && !nueva),
  ];
}

function checkBuzon(antes: Correo, despues: Correo, nueva: boolean): FieldError[] {
  if (!despues.buzonHost) return [];
  const moved =
    antes.buzonHost !== despues.buzonHost || antes.buzonUsuario !== despues.buzonUsuario;
  return [
    ...missing(despues.buzonPuerto, 'buzonPuerto', 'Escribe el puerto, casi siempre 993.'),
    ...missing(despues.buzonUsuario, 'buzonUsuario', 'Escribe el usuario del buzón.'),
    ...checkAccount('buzon', despues.buzonUsuario, despues.buzonClave, moved && !nueva),
  ];
}

function checkAccount(
  de: 'smtp' | 'buzon',
  usuario: string | null,
  clave: string | null,
  stale: boolean,
): FieldError[] {
  if (usuario && !clave) return [{ campo: `${de}Clave`, mensaje: 'Escribe la contraseña.' }];
  if (clave && !usuario && de === 'smtp') {
    return [{ campo: 'smtpUsuario', mensaje: 'Escribe el usuario de esa contraseña.' }];
  }
  if (clave && stale) {
    const mensaje = 'Cambió el servidor o el usuario: escribe otra vez la contraseña.';
    return [{ campo: `${de}Clave`, mensaje }];
  }
  return [];
}

function checkRebotes({ rebotesEmail }: Correo): FieldError[] {
  const local = rebotesEmail?.slice(0, rebotesEmail.lastIndexOf('@')) ?? '';
  if (local.includes('+')) {
    return [{ campo: 'rebotesEmail', mensaje: 'Sin «+»: eso lo agregamos nosotros.' }];
  }
  if (local.length > MAX_LOCAL_REBOTES) {
    const mensaje = `Antes de la @ usa a lo más ${MAX_LOCAL_REBOTES} caracteres.`;
    return [{ campo: 'rebotesEmail', mensaje }];
  }
  return [];
}

const missing = (value: unknown, campo: string, mensaje: string): FieldError[] =>
  value ? [] : [{ campo, mensaje }];
