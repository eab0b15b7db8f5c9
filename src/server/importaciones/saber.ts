import type { OpcionesImportacion, TipoImportacion } from '#contract/importaciones.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import {
  type Conocido,
  selectAbsorbidos,
  selectConocidos,
  selectEmpresasPorNombre,
  selectInteresesPorNombre,
  selectSuprimidos,
} from './conocidos.queries.ts';
import type { Catalogo } from './decidirPersona.ts';
import { type Cuaderno, claveInscrito, claveReferencia, createCuaderno } from './decidirVenta.ts';
import type { FilaImportada } from './lectura/leerFila.ts';
import { createLibro, foldName, type Libro, llenosDe } from './libro.ts';
import { selectInscritos, selectReferencias, selectTalleresPorTitulo } from './talleres.queries.ts';

export type FilaConValores = { numero: number; valores: FilaImportada };

/** Names that the import would make something of, with their ids until then: below zero. */
export type PorCrear = Map<string, { id: number; nombre: string }>;

/** All that an import knows when it decides on a row. */
export type Saber = {
  importacionId: number;
  tipo: TipoImportacion;
  libro: Libro;
  cuaderno: Cuaderno;
  catalogo: Catalogo;
  intereses: PorCrear;
  empresas: PorCrear;
};

type Importacion = { id: number; tipo: TipoImportacion };

export function createSaber({ id, tipo }: Importacion): Saber {
  return {
    importacionId: id,
    tipo,
    libro: createLibro(),
    cuaderno: createCuaderno(),
    catalogo: { intereses: new Map(), empresas: new Map(), deTodos: [], suprimidos: new Set() },
    intereses: new Map(),
    empresas: new Map(),
  };
}

const present = <T>(values: (T | null)[]): T[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** Looks up all that some rows name; what is known already of the rows before them stays. */
export async function lookUp(
  db: Db | Trx,
  saber: Saber,
  filas: FilaConValores[],
  opciones: OpcionesImportacion,
): Promise<void> {
  const todos = filas.map(({ valores }) => valores);
  const emails = present(todos.map(({ email }) => email));
  const claves = {
    emails,
    ruts: present(todos.map(({ rut }) => rut)),
    telefonos: present(todos.map(({ telefono }) => telefono)),
  };
  const conocidos = await selectConocidos(db, claves);
  for (const conocido of conocidos) saber.libro.agregar(asPersona(conocido));
  for (const { email, clienteId } of await selectAbsorbidos(db, emails)) {
    saber.libro.agregarAbsorbido(email, clienteId);
  }
  saber.catalogo = {
    ...(await lookUpIntereses(db, saber, todos, opciones)),
    empresas: await lookUpEmpresas(db, saber, todos, opciones),
    suprimidos: new Set(await selectSuprimidos(db, emails)),
  };
  if (saber.tipo === 'INSCRIPCIONES') await lookUpVentas(db, saber, todos, conocidos);
}

function asPersona(c: Conocido) {
  const { id, email, telefono, rut, intereses, version } = c;
  const nombre = [c.nombres, c.apellidos].filter(Boolean).join(' ');
  const llenos = llenosDe({ ...c, notas: c.conNotas });
  return { id, nombre, email, telefono, rut, llenos, intereses, version, tocada: false };
}

async function lookUpIntereses(
  db: Db | Trx,
  { intereses }: Saber,
  todos: FilaImportada[],
  { crearIntereses, intereses: dados = [] }: OpcionesImportacion,
) {
  const nombres = todos.flatMap((valores) => valores.intereses);
  if (nombres.length + dados.length === 0) return { intereses: new Map(), deTodos: [] };
  const known = await selectInteresesPorNombre(db);
  return {
    intereses: named(known, intereses, crearIntereses ? nombres : []),
    deTodos: known.map(({ id }) => id).filter((id) => dados.includes(id)),
  };
}

async function lookUpEmpresas(
  db: Db | Trx,
  { empresas }: Saber,
  todos: FilaImportada[],
  { crearEmpresas }: OpcionesImportacion,
) {
  const nombres = present(todos.map(({ empresa }) => empresa));
  if (nombres.length === 0) return new Map<string, number>();
  const known = await selectEmpresasPorNombre(db, present(nombres.map(foldName)));
  return named(known, empresas, crearEmpresas ? nombres : []);
}

/** Ids by folded name: of those that are there, and of those to be made, which are noted. */
function named(
  known: { id: number; nombre: string }[],
  porCrear: PorCrear,
  nombres: string[],
): Map<string, number> {
  const ids = new Map(known.map(({ id, nombre }) => [foldName(nombre), id]));
  for (const nombre of nombres) {
    const clave = foldName(nombre);
    if (ids.has(clave)) continue;
    const one = porCrear.get(clave) ?? { id: -1 - porCrear.size, nombre };
    porCrear.set(clave, one);
    ids.set(clave, one.id);
  }
  return ids;
}

async function lookUpVentas(
  db: Db | Trx,
  { cuaderno }: Saber,
  todos: FilaImportada[],
  conocidos: Conocido[],
): Promise<void> {
  const titulos = present(todos.map(({ taller }) => taller && foldName(taller)));
  const nuevos = titulos.filter((clave) => !cuaderno.talleres.has(clave));
  for (const taller of await selectTalleresPorTitulo(db, nuevos)) {
    const clave = foldName(taller.titulo);
    cuaderno.talleres.set(clave, [...(cuaderno.talleres.get(clave) ?? []), { ...taller, clave }]);
  }
  const talleres = titulos.flatMap((clave) => cuaderno.talleres.get(clave) ?? []);
  const inscritos = await selectInscritos(
    db,
    conocidos.map(({ id }) => id),
    talleres.map(({ id }) => id).filter((id) => id > 0),
  );
  for (const { clienteId, tallerId, pagado } of inscritos) {
    cuaderno.inscritos.set(claveInscrito(clienteId, tallerId), pagado);
  }
  const referencias = present(todos.map(({ referencia }) => referencia));
  for (const { medio, referencia, codigo } of await selectReferencias(db, referencias)) {
    cuaderno.referencias.set(claveReferencia(medio, referencia), `el cobro ${codigo}`);
  }
}
