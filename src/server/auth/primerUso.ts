import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import { countAdmins } from './usuarios.queries.ts';
import { createUsuario, type NuevoUsuario } from './usuarios.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** A new one-use link token while there is no administrator; the one before stops working. */
export async function issueFirstUseToken(trx: Trx, now: string): Promise<string | undefined> {
  if ((await countAdmins(trx)) > 0) return undefined;
  const token = randomBytes(24).toString('base64url');
  await trx
    .insertInto('primerUso')
    .values({ tokenHash: hashOf(token), creadoEn: now })
    .onConflict((oc) => oc.column('id').doUpdateSet({ tokenHash: hashOf(token), creadoEn: now }))
    .execute();
  return token;
}

export async function readFirstUse(db: Db | Trx, token: string | undefined) {
  if ((await countAdmins(db)) > 0) return { pendiente: false, enlaceValido: false };
  const row = await db.selectFrom('primerUso').select('tokenHash').executeTakeFirst();
  const valid =
    row !== undefined &&
    token !== undefined &&
    timingSafeEqual(Buffer.from(row.tokenHash), Buffer.from(hashOf(token)));
  return { pendiente: true, enlaceValido: valid };
}

/**
 * Creates the first administrator and names the business.
 * @throws {AppError} ENLACE_INVALIDO when the link was used, replaced or made up.
 */
export async function createFirstAdmin(
  trx: Trx,
  ctx: Ctx,
  input: Omit<NuevoUsuario, 'rol'> & { token: string; negocio: string },
): Promise<void> {
  await trx.selectFrom('primerUso').select('id').forUpdate().execute();
  const { enlaceValido } = await readFirstUse(trx, input.token);
  if (!enlaceValido) {
    throw new AppError(
      'ENLACE_INVALIDO',
      'Este enlace ya se usó o no sirve. Reinicia el servidor para obtener uno nuevo.',
    );
  }
  const { token: _token, negocio, ...usuario } = input;
  await createUsuario(trx, ctx, { ...usuario, rol: 'ADMIN' });
  await trx.updateTable('negocio').set({ nombre: negocio, actualizadoEn: ctx.now }).execute();
  await trx.deleteFrom('primerUso').execute();
}

/** The administrator that ADMIN_EMAIL and ADMIN_PASSWORD ask for, unless there is one already. */
export async function ensureAdmin(trx: Trx, ctx: Ctx, email: string, clave: string): Promise<void> {
  if ((await countAdmins(trx)) > 0) return;
  await createUsuario(trx, ctx, {
    nombre: 'Administración',
    email: email.toLowerCase(),
    clave,
    rol: 'ADMIN',
  });
  await trx.deleteFrom('primerUso').execute();
}
