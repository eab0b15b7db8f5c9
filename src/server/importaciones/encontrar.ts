import type { FieldError } from '#contract/errors.ts';
import { SIN_NOMBRE } from '../clientes/captura.queries.ts';
import { MAX_POR_TELEFONO } from './conocidos.queries.ts';
import { foldName, type Libro, type Persona, tiene } from './libro.ts';
import { parecidos } from './parecidos.ts';

type Claves = { nombre: string; email: string | null; telefono: string | null; rut: string | null };
export type Encontrada =
  | { persona: Persona; avisos: FieldError[] }
  | { persona: undefined; avisos: FieldError[] }
  | { error: FieldError };

const quien = ({ id, nombre }: Persona) =>
  `${nombre || SIN_NOMBRE} (${id > 0 ? `cliente ${id}` : `fila ${-id}`})`;

/** Two who each have something that stands for one person, and not the same. */
const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

/**
 * Who a row is about: whoever has its email, else its RUT, else its phone. As families share phones, a phone is only
 * of someone of the same name, or a similar one; what the name leaves open is an error.
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

/**
 * A row with an email or RUT of its own is never taken for someone of another name: whose login an email opens is not
 * left to a likeness, and the same row finds whom it made again.
 */
function byPhone(libro: Libro, { nombre, email, telefono, rut }: Claves): Encontrada {
  const todas = libro.conTelefono(telefono);
  const [primera] = todas;
  if (!primera) return { persona: undefined, avisos: [] };
  const posibles = todas.filter((one) => !differ(one.email, email) && !differ(one.rut, rut));
  const igual = posibles.find((one) => foldName(one.nombre) === foldName(nombre));
  if (igual) return { persona: igual, avisos: [] };
  const propia = email !== null || rut !== null;
  const [unica, ...otras] = nombre ? alike(posibles, nombre, propia) : posibles;
  if (unica && otras.length === 0) {
    const mensaje = `El teléfono es de ${quien(unica)}: se toma como la misma persona.`;
    return { persona: unica, avisos: nombre ? [{ campo: 'telefono', mensaje }] : [] };
  }
  if (!propia && (unica || todas.length >= MAX_POR_TELEFONO)) {
    const mensaje = `${todas.length} personas tienen este teléfono. Agrega el correo o el RUT de quien es.`;
    return { error: { campo: 'telefono', mensaje } };
  }
  const mensaje = `Otra persona tiene el mismo teléfono: ${quien(primera)}.`;
  return { persona: undefined, avisos: [{ campo: 'telefono', mensaje }] };
}

/** Those whose name is similar, else those whose name nobody knows. */
function alike(posibles: Persona[], nombre: string, propia: boolean): Persona[] {
  const conNombre = posibles.filter((one) => tiene(one, 'nombres'));
  const similares = propia ? [] : conNombre.filter((one) => parecidos(one.nombre, nombre));
  return similares.length > 0 ? similares : posibles.filter((one) => !tiene(one, 'nombres'));
}
