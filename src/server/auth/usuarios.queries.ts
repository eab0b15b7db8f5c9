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
  await upsertClave(trx, { userId: id, hash: values.hash, now: values.now });
  return id;
}

export async function deleteSesiones(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('sesion').where('userId', '=', userId).execute();
}

/** A user as signing in needs them; a student's `clienteId` only while that Cliente has their email. */
export function readUsuario(db: Db | Trx, id: string) {
  return db
    .selectFrom('usuario')
    .leftJoin('cliente', (join) =>
      join
        .onRef('cliente.id', '=', 'usuario.clienteId')
        .onRef('cliente.email', '=', 'usuario.email'),
    )
    .select(['usuario.id', 'usuario.name', 'usuario.email', 'rol', 'activo'])
    .select('cliente.id as clienteId')
    .where('usuario.id', '=', id)
    .executeTakeFirst();
}

export type UsuarioRow = NonNullable<Awaited<ReturnType<typeof readUsuario>>>;

/** The hash of a user's password, if they have one. */
export async function readClave(db: Db | Trx, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('cuenta')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

type Clave = { userId: string; hash: string; now: string };

async function upsertClave(trx: Trx, { userId, hash, now }: Clave): Promise<void> {
  await trx
    .insertInto('cuenta')
    .values({
      userId,
      accountId: userId,
      providerId: 'credential',
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((oc) =>
      oc.columns(['providerId', 'accountId']).doUpdateSet({ password: hash, updatedAt: now }),
    )
    .execute();
}

/** Gives a user a new password and closes their sessions, but the one they ask from. */
export async function writeClave(
  trx: Trx,
  { id, sesionId, hash, now }: { id: string; sesionId: string; hash: string; now: string },
): Promise<void> {
  await upsertClave(trx, { userId: id, hash, now });
  await trx.deleteFrom('sesion').where('userId', '=', id).where('id', '!=', sesionId).execute();
}
