import type { Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';

const STAFF = ['ADMIN', 'VENTAS', 'MARKETING', 'SOPORTE'] as const;

export function selectUsuarios(db: Db | Trx, now: string) {
  return db
    .selectFrom('usuario')
    .where('rol', 'in', STAFF)
    .select((eb) => [
      'id',
      'name',
      'email',
      'activo',
      'createdAt',
      eb.ref('rol').$castTo<Rol>().as('rol'),
      eb
        .selectFrom('sesion')
        .whereRef('sesion.userId', '=', 'usuario.id')
        .where('sesion.expiresAt', '>', now)
        .select((s) => s.fn.countAll<number>().as('n'))
        .$asScalar()
        .as('sesiones'),
    ])
    .orderBy('activo', 'desc')
    .orderBy('name');
}

export async function countAdmins(db: Db | Trx): Promise<number> {
  const row = await db
    .selectFrom('usuario')
    .where('rol', '=', 'ADMIN')
    .where('activo', '=', true)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

export async function insertUsuario(
  trx: Trx,
  values: { nombre: string; email: string; rol: Rol; hash: string; now: string },
): Promise<string> {
  const { id } = await trx
    .insertInto('usuario')
    .values({
      name: values.nombre,
      email: values.email,
      emailVerified: true,
      rol: values.rol,
      createdAt: values.now,
      updatedAt: values.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('cuenta')
    .values({
      userId: id,
      accountId: id,
      providerId: 'credential',
      password: values.hash,
      createdAt: values.now,
      updatedAt: values.now,
    })
    .execute();
  return id;
}

export async function deleteSesiones(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('sesion').where('userId', '=', userId).execute();
}
