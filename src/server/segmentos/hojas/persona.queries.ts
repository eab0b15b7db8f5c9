import { sql } from 'kysely';
import type { Hoja } from '#contract/condicion.ts';
import { all, type Entorno, idIn, ids, local, ofThose, type Parte } from '../parte.queries.ts';

type De<C extends Hoja['campo']> = Extract<Hoja, { campo: C }>;

/** Their interests: any of those named, or each of them. */
export function interes({ modo, intereses }: De<'interes'>, entorno: Entorno): Parte {
  const wanted = [...new Set(intereses)];
  const each = modo === 'TODOS' && wanted.length > 1;
  return ids(sql`select ci.cliente_id from cliente_interes ci
    where ${all([idIn(sql`ci.interes_id`, wanted), ofThose(sql`ci.cliente_id`, entorno)])}
    ${each ? sql`group by ci.cliente_id having count(*) = ${wanted.length}` : sql``}`);
}

const columnas = {
  email: 'c.email',
  telefono: 'c.telefono',
  rut: 'c.rut',
  fechaNacimiento: 'c.fecha_nacimiento',
  comuna: 'c.comuna',
  notas: 'c.notas',
} as const;

/** That something of them is known, or that they have an account of the portal. */
export function tiene({ dato }: De<'tiene'>, entorno: Entorno): Parte {
  if (dato !== 'cuentaPortal') return local(sql`${sql.ref(columnas[dato])} is not null`);
  return ids(sql`select u.cliente_id from usuario u
    where ${all([sql`u.cliente_id is not null`, ofThose(sql`u.cliente_id`, entorno)])}`);
}
