import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { countAdmins } from '../auth/usuarios.queries.ts';
import { createUsuario } from '../auth/usuarios.ts';
import type { Config } from '../core/config.ts';
import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { buscarEnTodos } from '../duplicados/buscar.ts';
import { enterAlumna } from './alumna.ts';
import { seedCorreo } from './correo.ts';
import { seedSegmentos } from './segmentos.ts';

const EMAIL = 'demo@tmm.cl';
const KNOWN_PASSWORD = 'taller de muestra';

/** A password that all may read here is only for a server that nobody else can reach. */
function isPrivate({ HOST, PUBLIC_URL }: Config): boolean {
  return PUBLIC_URL === undefined && ['127.0.0.1', '::1', 'localhost'].includes(HOST);
}

/**
 * Loads the sample business into an empty database, with an administrator to enter with.
 * @returns what to tell the person at the terminal, a line each.
 */
export async function startDemo(deps: Deps, databaseUrl: string): Promise<string[]> {
  const { db, config, now } = deps;
  const used = await db.selectFrom('cliente').select('id').limit(1).executeTakeFirst();
  if (used) return ['\nLa base ya tiene clientes: los datos de ejemplo no se cargan de nuevo.'];
  const lines: string[] = [];
  const clave = isPrivate(config) ? KNOWN_PASSWORD : randomBytes(9).toString('base64url');
  if ((await countAdmins(db)) === 0) {
    await transaction(db, async (trx) => {
      await createUsuario(trx, jobCtx(now(), 'demo'), {
        nombre: 'Paula Contreras',
        email: EMAIL,
        rol: 'ADMIN',
        clave,
      });
      await trx.deleteFrom('primerUso').execute();
    });
    lines.push('', 'Escuela de ejemplo. Entra con:', `  ${EMAIL}`, `  ${clave}`);
  }
  const problem = await seedApart(databaseUrl, now(), config.TZ_NEGOCIO);
  if (problem) return [...lines, '', problem];
  await transaction(db, (trx) => seedCorreo(trx, deps));
  await transaction(db, (trx) => seedSegmentos(trx, jobCtx(now(), 'demo')));
  await buscarEnTodos(deps);
  const alumna = await transaction(db, (trx) => enterAlumna(trx, jobCtx(now(), 'demo').now, clave));
  if (alumna) lines.push('', 'Y como alumna, en /mi/entrar, con:', `  ${alumna}`, `  ${clave}`);
  return lines;
}

/** Loads the sample in another process. @returns why not, when the database was not empty. */
async function seedApart(url: string, now: Date, zona: string): Promise<string | undefined> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'seedProcess.ts')], {
    env: { ...process.env, DEMO_DATABASE_URL: url, DEMO_NOW: now.toISOString(), DEMO_ZONA: zona },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [problem, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code === 0) return undefined;
  if (code === 3) return problem;
  throw new Error(`Los datos de ejemplo no se cargaron: ${problem}`);
}
