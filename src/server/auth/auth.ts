import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import { MIN_CLAVE } from '#contract/auth.ts';

export type AuthOptions = {
  /** A pool with the driver's own parsers: the library works with Date. */
  pool: pg.Pool;
  secret: string;
  publicUrl: string;
};

/** Opens a session of the library for a user whom a link of ours has proven. */
const openSession = createAuthEndpoint.serverOnly(
  { method: 'POST', requireHeaders: true, body: z.object({ userId: z.string() }) },
  async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.userId);
    if (!user) throw ctx.error('UNAUTHORIZED');
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ token: session.token });
  },
);

/**
 * Passwords, sessions and cookies are the library's. None of its HTTP routes is mounted: ours call its
 * API, so that permissions, limits and Spanish errors are those of every other route.
 */
export function createAuth({ pool, secret, publicUrl }: AuthOptions) {
  const secure = publicUrl.startsWith('https:');
  return betterAuth({
    baseURL: publicUrl,
    secret,
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] }),
      type: 'postgres',
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_CLAVE,
      maxPasswordLength: 128,
    },
    user: {
      modelName: 'usuario',
      additionalFields: {
        rol: { type: 'string', input: false },
        activo: { type: 'boolean', input: false },
      },
    },
    session: { modelName: 'sesion', expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    account: { modelName: 'cuenta' },
    verification: { modelName: 'verificacion' },
    plugins: [{ id: 'enlace-portal', endpoints: { openSession } }],
    advanced: {
      cookiePrefix: 'tmm',
      useSecureCookies: secure,
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-tmm-address'] },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
