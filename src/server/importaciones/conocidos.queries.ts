import { sql } from 'kysely';
import { SIN_NOMBRE } from '../clientes/captura.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';

export type Claves = { emails: string[]; ruts: string[]; telefonos: string[] };

export type Conocido = {
  id: number;
  nombres: string | null;
  apellidos: string | null;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  fechaNacimiento: string | null;
  comuna: string | null;
  conNotas: boolean;
  empresaId: number | null;
  version: number;
  intereses: number[];
};

/** How many of those who share a phone are looked at. */
export const MAX_POR_TELEFONO = 20;

/** Every Cliente who has one of the addresses (also one that came by a merge), RUTs or phones. */
export async function selectConocidos(
  db: Db | Trx,
  { emails, ruts, telefonos }: Claves,
): Promise<Conocido[]> {
  const { rows } = await sql<Omit<Conocido, 'intereses'>>`
    with hallado as (
      select id from cliente where email = any(${emails}::text[])
      union select principal_id from fusion where absorbido_email = any(${emails}::text[])
      union select id from cliente where rut = any(${ruts}::text[])
      union select uno.id from unnest(${telefonos}::text[]) as t (telefono)
        cross join lateral (select id from cliente where cliente.telefono = t.telefono
          order by id limit ${sql.lit(MAX_POR_TELEFONO)}) uno
    )
    select c.id, nullif(c.nombres, ${SIN_NOMBRE}) as nombres, nullif(c.apellidos, '') as apellidos, c.email,
      c.telefono, c.rut, c.fecha_nacimiento, c.comuna, c.notas is not null as con_notas, c.empresa_id, c.version
    from cliente c where c.id in (select id from hallado) order by c.id`.execute(db);
  const ids = rows.map(({ id }) => id);
  const { rows: dados } = await sql<{ clienteId: number; interesId: number }>`
    select cliente_id, interes_id from cliente_interes where cliente_id = any(${ids}::bigint[])`.execute(
    db,
  );
  const suyos = Map.groupBy(dados, ({ clienteId }) => clienteId);
  return rows.map((row) => ({
    ...row,
    intereses: (suyos.get(row.id) ?? []).map(({ interesId }) => interesId),
  }));
}

/** Whose each address is that came to them by a merge. */
export async function selectAbsorbidos(
  db: Db | Trx,
  emails: string[],
): Promise<{ email: string; clienteId: number }[]> {
  const { rows } = await sql<{ email: string; clienteId: number }>`
    select absorbido_email as email, principal_id as cliente_id from fusion
    where absorbido_email = any(${emails}::text[])`.execute(db);
  return rows;
}

/** Those of the addresses that are not to be written to. */
export async function selectSuprimidos(db: Db | Trx, emails: string[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select email from supresion where email = any(${emails}::text[])`.execute(db);
  return rows.map(({ email }) => email);
}

export type Nombrado = { id: number; nombre: string };

/** Every interes, its name folded. */
export async function selectInteresesPorNombre(db: Db | Trx): Promise<Nombrado[]> {
  const { rows } =
    await sql<Nombrado>`select id, normalizar(nombre) as nombre from interes`.execute(db);
  return rows;
}

/** The empresas of those names (folded): by razon social rather than by nombre de fantasia, the oldest first. */
export async function selectEmpresasPorNombre(
  db: Db | Trx,
  nombres: string[],
): Promise<Nombrado[]> {
  const { rows } = await sql<Nombrado>`
    select distinct on (nombre) id, nombre from (
      select id, normalizar(razon_social) as nombre, 0 as orden from empresa
      where normalizar(razon_social) = any(${nombres}::text[])
      union all
      select id, normalizar(nombre_fantasia), 1 from empresa
      where nombre_fantasia is not null and normalizar(nombre_fantasia) = any(${nombres}::text[])
    ) e order by nombre, orden, id`.execute(db);
  return rows;
}
