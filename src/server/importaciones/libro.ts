import { foldText } from '../core/text.ts';

/** What may be filled in when a person lacks it, besides the three by which they are found. */
export const completables = [
  'nombres',
  'apellidos',
  'fechaNacimiento',
  'comuna',
  'notas',
  'empresaId',
] as const;
export type Completable = (typeof completables)[number];
const BIT = Object.fromEntries(completables.map((campo, i) => [campo, 1 << i])) as Record<
  Completable,
  number
>;

/** A person as an import sees them: kept short, since the review holds all that the file would create. */
export type Persona = {
  /** Of a Cliente; below zero the line of the file that creates them. */
  id: number;
  nombre: string;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  /** Which of the completables they have. */
  llenos: number;
  intereses: number[];
  /** Of the Cliente when it was read. */
  version: number;
  /** Whether this import creates or completes them. */
  tocada: boolean;
};

export function tiene(persona: Persona, campo: Completable): boolean {
  return (persona.llenos & BIT[campo]) !== 0;
}

export function marcar(persona: Persona, campo: Completable): void {
  persona.llenos |= BIT[campo];
}

/** The bits of the completables that are there. */
export function llenosDe(valores: Partial<Record<Completable, unknown>>): number {
  return completables.reduce((bits, campo) => (valores[campo] ? bits | BIT[campo] : bits), 0);
}

/** A name as it is compared: no accents, no case, single spaces. */
export function foldName(name: string): string {
  return foldText(name).replace(/\s+/g, ' ').trim();
}

/** The people that an import knows so far, by what they are found. */
export type Libro = ReturnType<typeof createLibro>;

export function createLibro() {
  const personas = new Map<number, Persona>();
  const porEmail = new Map<string, Persona>();
  const porRut = new Map<string, Persona>();
  /** Most phones are of one person alone: no list is kept for those. */
  const porTelefono = new Map<string, Persona | Persona[]>();

  /** Looked up for the rows at hand, with the addresses that came to them by a merge. */
  let miradas: Persona[] = [];
  let absorbidos: string[] = [];

  const conTelefono = (telefono: string): Persona[] => {
    const suyas = porTelefono.get(telefono) ?? [];
    return Array.isArray(suyas) ? suyas : [suyas];
  };
  const anotarTelefono = (persona: Persona) => {
    if (!persona.telefono) return;
    const otras = conTelefono(persona.telefono);
    porTelefono.set(persona.telefono, otras.length > 0 ? [...otras, persona] : persona);
  };
  const olvidar = ({ id, email, rut, telefono }: Persona) => {
    personas.delete(id);
    if (email) porEmail.delete(email);
    if (rut) porRut.delete(rut);
    if (!telefono) return;
    const otras = conTelefono(telefono).filter((one) => one.id !== id);
    if (otras.length > 0) porTelefono.set(telefono, otras);
    else porTelefono.delete(telefono);
  };
  return {
    agregar: (persona: Persona) => {
      if (personas.has(persona.id)) return;
      // Who is new comes once, and is never asked for by id.
      if (persona.id > 0) personas.set(persona.id, persona);
      if (persona.email) porEmail.set(persona.email, persona);
      if (persona.rut) porRut.set(persona.rut, persona);
      anotarTelefono(persona);
      if (!persona.tocada) miradas.push(persona);
    },
    /** An address of someone who was merged into that person. */
    agregarAbsorbido: (email: string, personaId: number) => {
      const persona = personas.get(personaId);
      if (!persona || porEmail.has(email)) return;
      porEmail.set(email, persona);
      absorbidos.push(email);
    },
    /** Notes in the book what a person was given of the three by which they are found. */
    identificar: (persona: Persona, campo: 'email' | 'telefono' | 'rut', valor: string) => {
      persona[campo] = valor;
      if (campo === 'email') porEmail.set(valor, persona);
      else if (campo === 'rut') porRut.set(valor, persona);
      else anotarTelefono(persona);
    },
    conEmail: (email: string | null) => (email ? porEmail.get(email) : undefined),
    conRut: (rut: string | null) => (rut ? porRut.get(rut) : undefined),
    conTelefono: (telefono: string | null) => (telefono ? conTelefono(telefono) : []),
    /** Forgets those that were only looked up, so that the book does not grow with them. */
    olvidarIntactas: () => {
      for (const email of absorbidos) porEmail.delete(email);
      for (const persona of miradas) if (!persona.tocada) olvidar(persona);
      miradas = [];
      absorbidos = [];
    },
  };
}
