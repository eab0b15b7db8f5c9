import { hashPassword } from 'better-auth/crypto';
import type { Usuario } from '#contract/auth.ts';
import type { Rol } from '#contract/permisos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import { deleteAlumnoConEmail } from './alumno.queries.ts';
import { assertStrongClave } from './clave.policy.ts';
import { countAdmins, deleteSesiones, insertUsuario, selectUsuarios } from './usuarios.queries.ts';

export async function listUsuarios(db: Db, ctx: Ctx): Promise<Usuario[]> {
  return (await selectUsuarios(db, ctx.now).execute()).map((row) => present(row, ctx));
}

type Row = Awaited<ReturnType<ReturnType<typeof selectUsuarios>['execute']>>[number];

function present(row: Row, ctx: Ctx): Usuario {
  return {
    id: row.id,
    nombre: row.name,
    email: row.email,
    rol: row.rol,
    activo: row.activo,
    sesiones: row.sesiones ?? 0,
    creadoEn: row.createdAt,
    puede: { editar: true, desactivar: row.activo && row.id !== ctx.usuarioId },
  };
}

async function getUsuario(trx: Trx, ctx: Ctx, id: string): Promise<Usuario> {
  const row = await selectUsuarios(trx, ctx.now).where('id', '=', id).executeTakeFirst();
  return present(found(row, 'ese usuario'), ctx);
}

export type NuevoUsuario = { nombre: string; email: string; rol: Rol; clave: string };

/**
 * Creates a staff user with a password. A student's login with that email gives way: a staff address
 * never opens the portal.
 * @throws {AppError} EMAIL_DUPLICADO; VALIDACION for a weak password.
 */
export async function createUsuario(trx: Trx, ctx: Ctx, input: NuevoUsuario): Promise<Usuario> {
  assertStrongClave(input.clave, input);
  const hash = await hashPassword(input.clave);
  await deleteAlumnoConEmail(trx, input.email);
  const id = await insertUsuario(trx, { ...input, hash, now: ctx.now }).catch((error) => {
    if (pgError(error).code !== '23505') throw error;
    throw new AppError('EMAIL_DUPLICADO', 'Ya hay un usuario con ese correo.', {
      fields: [{ campo: 'email', mensaje: 'Ya hay un usuario con ese correo.' }],
    });
  });
  const { clave: _, ...despues } = input;
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'USUARIO', entidadId: id, despues });
  return getUsuario(trx, ctx, id);
}

export type CambioUsuario = {
  nombre?: string | undefined;
  rol?: Rol | undefined;
  activo?: boolean | undefined;
  clave?: string | undefined;
};

/**
 * Changes a staff user. A new role, password or deactivation closes their sessions.
 * @throws {AppError} ESTADO_NO_PERMITE when nobody would be left to administer; VALIDACION; NO_ENCONTRADO.
 */
export async function updateUsuario(
  trx: Trx,
  ctx: Ctx,
  id: string,
  input: CambioUsuario,
): Promise<Usuario> {
  // One at a time: two administrators who demote each other at once would leave none.
  await trx
    .selectFrom('usuario')
    .where('rol', '=', 'ADMIN')
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute();
  const antes = await getUsuario(trx, ctx, id);
  if (input.activo === false && id === ctx.usuarioId) {
    throw new AppError('ESTADO_NO_PERMITE', 'No puedes desactivar tu propio usuario.');
  }
  await trx
    .updateTable('usuario')
    .set({
      name: input.nombre ?? antes.nombre,
      rol: input.rol ?? antes.rol,
      activo: input.activo ?? antes.activo,
      updatedAt: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  if (input.clave !== undefined) {
    assertStrongClave(input.clave, antes);
    await trx
      .updateTable('cuenta')
      .set({ password: await hashPassword(input.clave), updatedAt: ctx.now })
      .where('userId', '=', id)
      .where('providerId', '=', 'credential')
      .execute();
  }
  if ((await countAdmins(trx)) === 0) {
    throw new AppError('ESTADO_NO_PERMITE', 'Debe quedar al menos una persona en Administración.');
  }
  const locked = input.clave !== undefined || input.activo === false;
  if (locked || (input.rol && input.rol !== antes.rol)) await deleteSesiones(trx, id);
  const despues = await getUsuario(trx, ctx, id);
  const log = ({ nombre, rol, activo }: Usuario, clave?: string) => ({
    nombre,
    rol,
    activo,
    clave,
  });
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'USUARIO',
    entidadId: id,
    antes: log(antes),
    despues: log(despues, input.clave === undefined ? undefined : 'cambiada'),
  });
  return despues;
}
