import type { FieldError } from '#contract/errors.ts';
import { foldName, type Libro, type Persona } from './libro.ts';

type Claves = { nombre: string; email: string | null; telefono: string | null; rut: string | null };
export type Encontrada =
  | { persona: Persona; avisos: FieldError[] }
  | { persona: undefined; avisos: FieldError[] }
  | { error: FieldError };

const quien = ({ id, nombre }: Persona) =>
  id > 0 ? `${nombre} (cliente ${id})` : `${nombre} (fila ${-id})`;

/** Two who each have something that stands for one person, and not the same. */
const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

/**
 * Who a row is about: whoever has its email, else its RUT, else its phone. A phone alone does not stand against
 * another email or RUT, as families share it; of several who have it only one of the same name will do, so that the
 * same row finds the same person again.
 */
export function encontrar(libro: Libro, claves: Claves): Encontrada {
  const { email, rut } = claves;
  const conEmail = libro.conEmail(email);
  const conRut = libro.conRut(rut);
  if (conEmail && conRut && conEmail !== conRut) {
    const mensaje = `El correo es de ${quien(conEmail)} y el RUT es de ${quien(conRut)}. Revisa cuál es.`;
    return { error: { campo: 'email', mensaje } };
  }
  if (conEmail) {
    const otro = differ(conEmail.rut, rut);
    const mensaje = `${quien(conEmail)} tiene otro RUT, que se conserva.`;
    return { persona: conEmail, avisos: otro ? [{ campo: 'rut', mensaje }] : [] };
  }
  if (conRut) {
    const otro = differ(conRut.email, email);
    const mensaje = `${quien(conRut)} tiene otro correo, que se conserva.`;
    return { persona: conRut, avisos: otro ? [{ campo: 'email', mensaje }] : [] };
  }
  return byPhone(libro, claves);
}

function byPhone(libro: Libro, { nombre, email, telefono, rut }: Claves): Encontrada {
  const todas = libro.conTelefono(telefono);
  const posibles = todas.filter((one) => !differ(one.email, email) && !differ(one.rut, rut));
  const [unica] = posibles;
  const compartido = (one: Persona): FieldError[] => [
    { campo: 'telefono', mensaje: `${quien(one)} tiene el mismo teléfono.` },
  ];
  if (!unica) return { persona: undefined, avisos: todas[0] ? compartido(todas[0]) : [] };
  const igual = posibles.find((one) => foldName(one.nombre) === foldName(nombre));
  if (igual) return { persona: igual, avisos: [] };
  if (posibles.length === 1) {
    const mensaje = `El teléfono es de ${quien(unica)}: se toma como la misma persona.`;
    return { persona: unica, avisos: nombre ? [{ campo: 'telefono', mensaje }] : [] };
  }
  const mensaje = `${posibles.length} personas tienen este teléfono. Agrega el correo o el RUT de quien es.`;
  return { error: { campo: 'telefono', mensaje } };
}
