import { nombreComuna } from '#contract/comunas.ts';
import { formatFecha, formatHora } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import { formatPhone } from '#contract/phone.ts';
import { SIN_NOMBRE } from '../clientes/captura.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** Values for Liquid under one name (`taller`, `negocio`…): ready Spanish text, empty where nothing is known. */
export type Valores = Record<string, string>;

const comunaDe = (codigo: string | null) => (codigo ? (nombreComuna(codigo) ?? '') : '');
const precioDe = (precio: number) => (precio === 0 ? 'gratis' : formatPesos(precio));

/** What a message says of its recipient; of someone not in the system only the address is known. */
export type Persona = {
  nombres: string;
  apellidos: string;
  email: string;
  /** CUT code. */
  comuna: string | null;
  empresa: string | null;
};

/** The values of `cliente`. */
export function datosDePersona({ nombres, apellidos, email, comuna, empresa }: Persona): Valores {
  // Who gave no name is called by none.
  const llamado = nombres === SIN_NOMBRE ? '' : nombres;
  return {
    nombres: llamado,
    apellidos,
    nombreCompleto: `${llamado} ${apellidos}`.trim(),
    email,
    comuna: comunaDe(comuna),
    empresa: empresa ?? '',
  };
}

/** The values of `cliente` as they are now; undefined when there is no such Cliente. */
export async function datosDeCliente(db: Db | Trx, id: number): Promise<Valores | undefined> {
  const row = await db
    .selectFrom('cliente')
    .leftJoin('empresa', 'empresa.id', 'cliente.empresaId')
    .select(['nombres', 'apellidos', 'cliente.email', 'cliente.comuna'])
    .select('empresa.razonSocial as empresa')
    .where('cliente.id', '=', id)
    .executeTakeFirst();
  return row && datosDePersona({ ...row, email: row.email ?? '' });
}

/** The values of `negocio`. */
export async function datosDeNegocio(db: Db | Trx, publicUrl: string): Promise<Valores> {
  const row = await db
    .selectFrom('negocio')
    .select(['nombre', 'email', 'telefono', 'whatsapp', 'direccion', 'comuna'])
    .executeTakeFirstOrThrow();
  return {
    nombre: row.nombre,
    email: row.email ?? '',
    telefono: row.telefono ? formatPhone(row.telefono) : '',
    whatsapp: row.whatsapp ? formatPhone(row.whatsapp) : '',
    direccion: [row.direccion, comunaDe(row.comuna)].filter(Boolean).join(', '),
    web: publicUrl,
  };
}

/**
 * The values of `taller`, with its day and hour by the clock of its own zone; undefined when there is none.
 * The year is named when it is not that of `now` (ISO 8601 UTC).
 */
export async function datosDeTaller(
  db: Db | Trx,
  id: number,
  { publicUrl, now }: { publicUrl: string; now: string },
): Promise<Valores | undefined> {
  const row = await db.selectFrom('taller').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const enVivo = row.modalidad === 'EN_VIVO';
  return {
    titulo: row.titulo,
    fecha: formatFecha(row.iniciaEn, row.zona, now),
    hora: formatHora(row.iniciaEn, row.zona),
    lugar: row.lugar ?? (enVivo ? 'En vivo por internet' : ''),
    direccion: row.direccion ?? '',
    comuna: comunaDe(row.comuna),
    precio: precioDe(row.precio),
    instructor: row.instructor ?? '',
    cuposLibres: String(Math.max(0, row.cupos - row.cuposOcupados - row.cuposOfrecidos)),
    enlace: `${publicUrl}/talleres/${row.slug}`,
  };
}

/** The values of `curso`; undefined when there is none. */
export async function datosDeCurso(
  db: Db | Trx,
  id: number,
  publicUrl: string,
): Promise<Valores | undefined> {
  const row = await db
    .selectFrom('curso')
    .select(['titulo', 'precio', 'instructor', 'slug'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      titulo: row.titulo,
      precio: precioDe(row.precio),
      instructor: row.instructor ?? '',
      enlace: `${publicUrl}/cursos/${row.slug}`,
    }
  );
}

/** The values of `producto`; undefined when there is none. */
export async function datosDeProducto(db: Db | Trx, id: number): Promise<Valores | undefined> {
  const row = await db
    .selectFrom('producto')
    .select(['nombre', 'precio'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { nombre: row.nombre, precio: precioDe(row.precio) };
}

/** What a message is about, by ids. */
export type Sobre = {
  tallerId?: number | null | undefined;
  cursoId?: number | null | undefined;
  productoId?: number | null | undefined;
};

/**
 * The values that all recipients of a message share: `negocio`, and `taller`, `curso` and `producto` where it is
 * about one that exists.
 */
export async function datosDe(
  db: Db | Trx,
  { tallerId, cursoId, productoId }: Sobre,
  entorno: { publicUrl: string; now: string },
): Promise<Record<string, Valores>> {
  const { publicUrl } = entorno;
  const negocio = await datosDeNegocio(db, publicUrl);
  const taller = tallerId ? await datosDeTaller(db, tallerId, entorno) : undefined;
  const curso = cursoId ? await datosDeCurso(db, cursoId, publicUrl) : undefined;
  const producto = productoId ? await datosDeProducto(db, productoId) : undefined;
  return {
    negocio,
    ...(taller && { taller }),
    ...(curso && { curso }),
    ...(producto && { producto }),
  };
}
