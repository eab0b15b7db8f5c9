// Measures the import of a large file of people, and how the list of clientes answers meanwhile; then the same again.
import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import {
  createImportacion,
  getImportacion,
  type Importacion,
  previewDeshacer,
  reviewImportacion,
  runImportacion,
  undoImportacion,
} from '#contract/importaciones.ts';
import { createDataDir, startServerProcess } from '#tests/support/process.ts';
import { embeddedServer, peakMb, residentMb, watchCpu } from './processes.ts';
import { admin, call, enter } from './session.ts';

const { values } = parseArgs({
  options: {
    clientes: { type: 'string', default: '10000' },
    filas: { type: 'string', default: '100000' },
  },
});
const people = Number(values.clientes);
const filas = Number(values.filas);
const say = (text: string) => console.log(text);
const figure = (n: number) => n.toLocaleString('es-CL', { useGrouping: 'always' });

const NOMBRES = ['María', 'José', 'Camila', 'Ignacio', 'Fernanda', 'Rodrigo', 'Daniela', 'Ñusta'];
const APELLIDOS = ['Muñoz', 'González', 'Rojas', 'Díaz', 'Pérez', 'Soto', 'Sepúlveda'];
const COMUNAS = ['Ñuñoa', 'Maipú', 'Providencia', 'Valparaíso', 'Concepción', 'Stgo'];
const INTERESES = ['Cerámica', 'Telar', 'Cerámica, Telar', ''];
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? '';

/** Rows of people who are not here, as a spreadsheet of the school would hold them. */
function file(): Blob {
  const lines = ['Nombres;Apellidos;Correo;Teléfono;Comuna;Intereses;Notas'];
  for (let n = 0; n < filas; n += 1) {
    const nombres = `${pick(NOMBRES, n)} ${pick(NOMBRES, n >> 3)}`;
    const apellidos = `${pick(APELLIDOS, n)} ${pick(APELLIDOS, n >> 2)}`;
    const telefono = `9 ${String(20_000_000 + n).replace(/(\d{4})$/, ' $1')}`;
    const rest = [pick(COMUNAS, n), pick(INTERESES, n), n % 5 === 0 ? 'Vino por una amiga' : ''];
    lines.push([nombres, apellidos, `Nueva${n}@ejemplo.cl`, telefono, ...rest].join(';'));
  }
  return new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
}

const sample = `insert into cliente (tipo, nombres, apellidos, email, telefono, comuna, origen)
  select 'B2C', 'Persona ' || n, 'De Medición', 'p' || n || '@ejemplo.cl', '+569' || (10000000 + n), '13120', 'WEB'
  from generate_series(1, $1) n`;

const p95 = (times: number[]) =>
  times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

const dir = await createDataDir();
const server = await startServerProcess({ DATA_DIR: dir, LOG_LEVEL: 'error', ...admin });
const { url } = server;
const db = new pg.Client({ connectionString: embeddedServer(dir).url });
await db.connect();
const cookie = await enter(url);

/** Asks for the list of clientes ten times a second while it goes on, as people at work do. */
async function askMeanwhile(goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goesOn()) {
    const started = performance.now();
    const response = await fetch(`${url}/api/clientes`, { headers: { cookie } });
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
    times.push(performance.now() - started);
    await sleep(100);
  }
  return times;
}

type Estado = Importacion['estado'];
type Paso = { body: Importacion; seconds: number; times: number[]; app: number; postgres: number };

/** Begins a step and waits for its end. */
async function follow(begin: () => Promise<{ body: Importacion }>, end: Estado): Promise<Paso> {
  const started = performance.now();
  const cpu = watchCpu(server.pid, embeddedServer(dir).pid);
  let going = true;
  const asking = askMeanwhile(() => going);
  let { body } = await begin();
  while (body.estado !== end) {
    if (body.estado === 'FALLIDA') throw new Error(body.problema ?? 'failed');
    await sleep(100);
    ({ body } = await call(url, getImportacion, { params: { id: body.id } }, cookie));
  }
  const seconds = (performance.now() - started) / 1000;
  const used = cpu();
  going = false;
  return {
    ...{ body, seconds, times: await asking },
    ...{ app: used?.server ?? Number.NaN, postgres: used?.postgres ?? Number.NaN },
  };
}

function tell(what: string, { seconds, times, app, postgres }: Paso): void {
  say(
    `${what}: ${seconds.toFixed(1)} s, ${figure(Math.round(filas / seconds))} filas/s; lista entretanto p95 ${p95(times).toFixed(0)} ms, la peor ${Math.max(...times).toFixed(0)} ms; núcleos: aplicación ${app.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)}; memoria hasta ahora ${peakMb(server.pid).toFixed(0)} MB`,
  );
}

async function importOnce(archivo: Blob): Promise<number> {
  const query = { nombre: 'personas.csv', tipo: 'CLIENTES' } as const;
  const read = await follow(
    () => call(url, createImportacion, { query, archivo }, cookie),
    'POR_MAPEAR',
  );
  tell('  Subir y leer', read);
  const params = { id: read.body.id };
  // Through the API, as the web does: the names of intereses in the file are to be made.
  await fetch(`${url}/api/importaciones/${params.id}`, {
    method: 'PATCH',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ opciones: { crearIntereses: true }, version: read.body.version }),
  });
  tell(
    '  Revisar',
    await follow(() => call(url, reviewImportacion, { params }, cookie), 'REVISADA'),
  );
  const run = await follow(() => call(url, runImportacion, { params }, cookie), 'COMPLETADA');
  tell('  Importar', run);
  const { crear = 0, actualizar = 0, igual = 0, error = 0 } = run.body.resultado ?? {};
  say(
    `  ${figure(crear)} nuevas, ${figure(actualizar)} completadas, ${figure(igual)} iguales, ${figure(error)} con error; memoria del servidor: ${residentMb(server.pid).toFixed(0)} MB`,
  );
  return params.id;
}

try {
  await db.query(sample, [people]);
  await db.query('vacuum analyze');
  const archivo = file();
  say(
    `Importar ${figure(filas)} personas (${(archivo.size / 2 ** 20).toFixed(1)} MB) donde hay ${figure(people)}; memoria al empezar ${residentMb(server.pid).toFixed(0)} MB`,
  );
  const quiet = performance.now() + 3_000;
  const alone = await askMeanwhile(() => performance.now() < quiet);
  say(`  Lista de clientes antes: p95 ${p95(alone).toFixed(0)} ms`);
  const id = await importOnce(archivo);
  say('El mismo archivo otra vez:');
  await importOnce(archivo);
  const params = { id };
  const looking = performance.now();
  const { body: preview } = await call(url, previewDeshacer, { params }, cookie);
  say(
    `Ver qué pasaría al deshacer: ${((performance.now() - looking) / 1000).toFixed(1)} s (${figure(preview.intactas)} intactas)`,
  );
  tell(
    'Deshacer',
    await follow(() => call(url, undoImportacion, { params, body: {} }, cookie), 'DESHECHA'),
  );
  say(`Carga de la máquina ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await db.end();
  await server.kill('SIGTERM');
  await rm(dir, { recursive: true });
}
