import { invalid } from '../core/errors.ts';

/** Passwords that people choose most, at least ten characters long, without case or accents. */
const COMMON = new Set(
  `1234567890 0123456789 0987654321 12345678910 123456789a a123456789 1q2w3e4r5t 1qaz2wsx3edc
  q1w2e3r4t5 qwertyuiop qwerty1234 qwerty12345 qwerty123456 asdfghjkl1 asdfghjkln zxcvbnm123
  password12 password123 password1234 passw0rd123 contrasena contrasena1 contrasena12 contrasena123
  micontrasena clave12345 clave123456 miclave123 administrador administrador1 admin12345 admin123456
  bienvenido bienvenido1 bienvenida bienvenidos iloveyou12 iloveyou123 teamomucho tequieromucho
  santiago123 chile12345 chile123456 colocolo1925 colocolo123 universidaddechile lau12345678
  football123 futbol12345 superman123 princesa123 mariposa123 estrella123 sunshine123 abc1234567
  abcd123456 abcdef1234 abcdefghij 1111111111 0000000000 9876543210 letmein123 welcome123 hola123456
  holahola123 secreto123 talleres123 misegura123 cambiame123 changeme123 dragon12345 monkey12345`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Rules of a new password beyond its length (NIST SP 800-63B §3.1.1.2): not a common one, not one
 * character over and over, not built on the person's own email or name.
 * @throws {AppError} VALIDACION on the given field.
 */
export function assertStrongClave(
  clave: string,
  persona: { email: string; nombre: string },
  campo = 'clave',
): void {
  const fold = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  const folded = fold(clave);
  if (COMMON.has(folded)) throw invalid(campo, 'Es una contraseña muy usada. Elige otra.');
  if (new Set(folded).size < 4) throw invalid(campo, 'Usa más caracteres distintos.');
  const own = [
    persona.email,
    ...persona.email.split(/[^\p{L}\d]+/u),
    ...persona.nombre.split(/\s+/),
  ]
    .map(fold)
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = own.reduce((text, part) => text.replaceAll(part, ''), folded);
  const built = rest !== folded && rest.replace(/[^\p{L}\d]/gu, '').length < 4;
  if (built) throw invalid(campo, 'No uses tu nombre ni tu correo como contraseña.');
}
