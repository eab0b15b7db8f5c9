import { type RawBuilder, sql } from 'kysely';

/** A group of alike people larger than this tells nothing: of a shared phone, or a name of thousands. */
export const MAX_GRUPO = 50;

/** The names of a row as they are compared. */
export const texto = (alias: string) =>
  sql`trim(normalizar(${sql.raw(alias)}.nombres || ' ' || ${sql.raw(alias)}.apellidos))`;

/** What one compares people by. */
export const people = sql`id, nombres, apellidos, email, telefono, rut, comuna, fecha_nacimiento`;
/** One of them by id, as the body of a lateral. */
export const persona = (id: RawBuilder<unknown>) =>
  sql`select ${people}, ${texto('c')} as texto from cliente c where c.id = ${id}`;
