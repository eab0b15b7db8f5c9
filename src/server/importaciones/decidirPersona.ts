import type { Origen } from '#contract/clientes.ts';
import type { FieldError } from '#contract/errors.ts';
import type { OpcionesImportacion } from '#contract/importaciones.ts';
import { SIN_NOMBRE } from '../clientes/captura.queries.ts';
import { checkFicha } from '../clientes/ficha.policy.ts';
import { encontrar } from './encontrar.ts';
import type { FilaImportada } from './lectura/leerFila.ts';
import {
  type Completable,
  foldName,
  type Libro,
  llenosDe,
  marcar,
  type Persona,
  tiene,
} from './libro.ts';

/** What the names in a file stand for, by name as it is compared; and who left the list. */
export type Catalogo = {
  intereses: ReadonlyMap<string, number>;
  empresas: ReadonlyMap<string, number>;
  /** Intereses that everyone in the file gets. */
  deTodos: readonly number[];
  suprimidos: ReadonlySet<string>;
};

/** Values of a person by field, to be written where they have none. */
export type Campos = Partial<
  Record<Exclude<Completable, 'empresaId'> | 'email' | 'telefono' | 'rut', string>
> & { empresaId?: number };

export type FichaNueva = Campos & { nombres: string; origen: Origen; fechaCaptura: string | null };

export type DecisionPersona =
  | { errores: FieldError[] }
  | { nueva: FichaNueva; intereses: number[]; avisos: FieldError[] }
  | { persona: Persona; campos: Campos; intereses: number[]; avisos: FieldError[] };

type Entrada = {
  libro: Libro;
  catalogo: Catalogo;
  opciones: OpcionesImportacion;
  /** The local date. */
  hoy: string;
};

const nombreDe = ({ nombres, apellidos }: { nombres?: string | null; apellidos?: string | null }) =>
  [nombres, apellidos].filter(Boolean).join(' ');

/**
 * What a row does with its person, without doing it: creates them, or gives one who is known what they lack; nothing
 * that is there is overwritten. Names of intereses and empresas that the catalogue lacks are errors.
 */
export function decidirPersona(
  { libro, catalogo, opciones, hoy }: Entrada,
  valores: FilaImportada,
): DecisionPersona {
  const { email, telefono, rut } = valores;
  const encontrada = encontrar(libro, { nombre: nombreDe(valores), email, telefono, rut });
  if ('error' in encontrada) return { errores: [encontrada.error] };
  const { intereses, empresaId, errores } = resolve(catalogo, valores);
  const dados = withoutNulls({ ...valores, ...(empresaId ? { empresaId } : {}) });
  const avisos = [...encontrada.avisos];
  if (email && catalogo.suprimidos.has(email)) {
    avisos.push({
      campo: 'email',
      mensaje: 'Este correo está dado de baja: no recibirá novedades.',
    });
  }
  const { persona } = encontrada;
  if (!persona) {
    const nueva = named(dados, valores, opciones);
    const malos = checkFicha({ ...fichaDe(nueva), tipo: empresaId ? 'B2B' : 'B2C' }, hoy);
    if (errores.length + malos.length > 0) return { errores: [...malos, ...errores] };
    return { nueva, intereses, avisos };
  }
  if (errores.length > 0) return { errores };
  if (opciones.existentes === 'OMITIR') return { persona, campos: {}, intereses: [], avisos };
  const faltan = intereses.filter((id) => !persona.intereses.includes(id));
  return { persona, campos: missing(libro, persona, dados), intereses: faltan, avisos };
}

/** Notes in the book what was decided, so that the rows that follow know of it. `id` is that of a new person. */
export function anotarPersona(
  libro: Libro,
  decision: Exclude<DecisionPersona, { errores: FieldError[] }>,
  id: number,
): Persona {
  if ('nueva' in decision) {
    const { nueva, intereses } = decision;
    const { email = null, telefono = null, rut = null } = nueva;
    const nombre = nombreDe(nueva);
    const persona: Persona = {
      ...{ id, nombre, email, telefono, rut, intereses },
      ...{
        llenos: llenosDe({ ...nueva, nombres: nueva.nombres !== SIN_NOMBRE }),
        version: 1,
        tocada: true,
      },
    };
    libro.agregar(persona);
    return persona;
  }
  const { persona, campos, intereses } = decision;
  for (const [campo, valor] of Object.entries(campos)) {
    if (campo === 'email' || campo === 'telefono' || campo === 'rut') {
      libro.identificar(persona, campo, String(valor));
    } else marcar(persona, campo as Completable);
  }
  if (campos.nombres || campos.apellidos) {
    persona.nombre = [campos.nombres ?? persona.nombre, campos.apellidos].filter(Boolean).join(' ');
  }
  persona.intereses.push(...intereses);
  if (Object.keys(campos).length + intereses.length > 0) persona.tocada = true;
  return persona;
}

function resolve(catalogo: Catalogo, valores: FilaImportada) {
  const errores: FieldError[] = [];
  const intereses = new Set(catalogo.deTodos);
  for (const nombre of valores.intereses) {
    const id = catalogo.intereses.get(foldName(nombre));
    if (id !== undefined) intereses.add(id);
    else errores.push({ campo: 'intereses', mensaje: `No existe el interés «${nombre}».` });
  }
  const { empresa } = valores;
  const empresaId = empresa ? catalogo.empresas.get(foldName(empresa)) : undefined;
  if (empresa && empresaId === undefined) {
    errores.push({ campo: 'empresa', mensaje: `No existe la empresa «${empresa}».` });
  }
  return { intereses: [...intereses], empresaId, errores };
}

const escribibles = [
  ...(['nombres', 'apellidos', 'email', 'telefono', 'rut'] as const),
  ...(['fechaNacimiento', 'comuna', 'notas'] as const),
];

function withoutNulls(
  valores: { [K in (typeof escribibles)[number]]: string | null } & { empresaId?: number },
): Campos {
  const campos: Campos = valores.empresaId ? { empresaId: valores.empresaId } : {};
  for (const campo of escribibles) {
    const valor = valores[campo];
    if (valor) campos[campo] = valor;
  }
  return campos;
}

function named(dados: Campos, valores: FilaImportada, opciones: OpcionesImportacion): FichaNueva {
  const { nombres, apellidos, ...rest } = dados;
  return {
    ...rest,
    nombres: nombres ?? apellidos ?? SIN_NOMBRE,
    ...(nombres && apellidos ? { apellidos } : {}),
    origen: valores.origen ?? opciones.origen ?? 'OTRO',
    fechaCaptura: valores.fechaCaptura,
  };
}

const fichaDe = ({ email, telefono, fechaNacimiento, empresaId }: Campos) => ({
  email: email ?? null,
  telefono: telefono ?? null,
  fechaNacimiento: fechaNacimiento ?? null,
  empresaId: empresaId ?? null,
});

/** Of the given values those that the person lacks, and that nobody else has. */
function missing(libro: Libro, persona: Persona, dados: Campos): Campos {
  const campos: Campos = {};
  for (const campo of ['email', 'telefono', 'rut'] as const) {
    const valor = dados[campo];
    if (valor && persona[campo] === null && (campo === 'telefono' || !taken(libro, campo, valor))) {
      campos[campo] = valor;
    }
  }
  for (const campo of ['fechaNacimiento', 'comuna', 'notas'] as const) {
    const valor = dados[campo];
    if (valor && !tiene(persona, campo)) campos[campo] = valor;
  }
  if (dados.empresaId && !tiene(persona, 'empresaId')) campos.empresaId = dados.empresaId;
  return { ...campos, ...missingNames(persona, dados) };
}

const taken = (libro: Libro, campo: 'email' | 'rut', valor: string) =>
  (campo === 'email' ? libro.conEmail(valor) : libro.conRut(valor)) !== undefined;

/** Both names of who has only the placeholder; else the surnames, unless the name has them in it already. */
function missingNames(persona: Persona, { nombres, apellidos }: Campos): Campos {
  if (!tiene(persona, 'nombres')) {
    return nombres ? { nombres, ...(apellidos ? { apellidos } : {}) } : {};
  }
  const whole = foldName(persona.nombre);
  if (!apellidos || tiene(persona, 'apellidos') || whole.includes(foldName(apellidos))) return {};
  return nombres && foldName(nombres) !== whole ? {} : { apellidos };
}
