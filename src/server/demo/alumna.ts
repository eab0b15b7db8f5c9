import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import { insertAlumno } from '../auth/alumno.queries.ts';
import type { Trx } from '../core/db/connect.ts';

/** The student with most to see: a course under way, a workshop ahead, one attended, something owed. */
async function chooseCliente(trx: Trx, now: string) {
  const { rows } = await sql<{ id: number; nombre: string; email: string }>`
    select c.id, trim(c.nombres || ' ' || c.apellidos) as nombre, c.email
    from cliente c
    where c.tipo = 'B2C' and c.email is not null
      and exists (select from inscripcion_curso i where i.cliente_id = c.id and i.acceso_desde is not null
        and i.anulada_en is null and (i.acceso_hasta is null or i.acceso_hasta > ${now}::timestamptz))
    order by exists (select from progreso_leccion p where p.cliente_id = c.id) desc,
      exists (select from inscripcion_curso i join leccion l on l.curso_id = i.curso_id
        left join progreso_leccion p on p.leccion_id = l.id and p.cliente_id = c.id
        where i.cliente_id = c.id and p.terminada_en is null) desc,
      exists (select from inscripcion i join taller t on t.id = i.taller_id
        where i.cliente_id = c.id and i.anulada_en is null and t.inicia_en > ${now}::timestamptz) desc,
      exists (select from inscripcion i join asistencia a on a.inscripcion_id = i.id
        where i.cliente_id = c.id) desc,
      exists (select from cobro where cobro.cliente_id = c.id and estado = 'ABONADO') desc, c.id
    limit 1`.execute(trx);
  return rows[0];
}

/**
 * Gives a student of the sample a login with a password.
 * @returns the email to enter with, or undefined when the sample has no such student.
 */
export async function enterAlumna(
  trx: Trx,
  now: string,
  clave: string,
): Promise<string | undefined> {
  const cliente = await chooseCliente(trx, now);
  if (!cliente) return undefined;
  const { id: clienteId, nombre, email } = cliente;
  const userId = await insertAlumno(trx, { clienteId, nombre, email, now });
  if (!userId) return undefined;
  await trx
    .insertInto('cuenta')
    .values({
      userId,
      accountId: userId,
      providerId: 'credential',
      password: await hashPassword(clave),
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  return email;
}
