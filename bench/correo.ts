// Measures the whole outbox, from the rows in the queue to a server that takes all: see bench/README.md.
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createDb, createPool } from '#server/core/db/connect.ts';
import { migrate } from '#server/core/db/migrate.ts';
import { seal } from '#server/core/keys.ts';
import { buildCampanaEnviando, isQuiet, statesOf, until } from '#tests/support/envio.ts';
import { ended, runScript } from '#tests/support/process.ts';
import { startTemporaryServer } from '#tests/support/server.ts';
import { buildContenido } from './contenido.ts';
import { peakMb } from './processes.ts';

const { values } = parseArgs({
  options: {
    mensajes: { type: 'string', default: '10000' },
    conexiones: { type: 'string', default: '8' },
  },
});
const SECRET = 'secret-of-the-measurement-0123456789';
const mensajes = Number(values.mensajes);

type Counted = { received: number; ms: number };

function startSink(): { url: Promise<string>; count: () => Promise<Counted>; child: ChildProcess } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sink.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  const url = next();
  return {
    child,
    url,
    count: async () => {
      child.stdin.write('count\n');
      return JSON.parse(await next()) as Counted;
    },
  };
}

const server = await startTemporaryServer();
await migrate(server.url);
const db = createDb(createPool({ url: server.url, max: 2 }));
const deps = { db, now: () => new Date() };
const sink = startSink();
const SMTP_URL = await sink.url;
const { html } = await buildContenido();

async function measure(signed: boolean) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await db
    .updateTable('ajustesCorreo')
    .set({
      conexiones: Number(values.conexiones),
      dkimDominio: signed ? 'escuela.cl' : null,
      dkimSelector: signed ? 's1' : null,
      dkimClave: signed ? seal(SECRET, pem) : null,
    })
    .execute();
  const { id } = await buildCampanaEnviando(deps, mensajes, { html });
  const worker = runScript(
    'src/server/main.ts',
    {
      DATABASE_URL: server.url,
      SMTP_URL,
      SECRET,
      EMAIL_FROM: 'Escuela <hola@escuela.cl>',
      PUBLIC_URL: 'https://escuela.cl',
      LOG_LEVEL: 'error',
    },
    ['--services=worker'],
  );
  const end = ended(worker);
  await until('all sent', () => isQuiet(deps), 600);
  const { received, ms } = await sink.count();
  const peak = peakMb(worker.pid ?? 0);
  worker.kill('SIGTERM');
  await end;
  const { ENVIADO = 0 } = await statesOf(deps, id);
  return {
    firma: signed ? 'DKIM' : '—',
    mensajes: ENVIADO,
    recibidos: received,
    'mensajes/s': Math.round((received / ms) * 1_000),
    'MB (máx.)': Math.round(peak),
  };
}

console.log(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, HTML de ${(html.length / 1024).toFixed(1)} KB`,
);
console.table([await measure(false), await measure(true)]);
sink.child.kill();
await once(sink.child, 'exit');
await db.destroy();
await server.stop();
