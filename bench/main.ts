// Measures the real server under load and prints a table: see bench/README.md for how to read it.
import { rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import pg from 'pg';
import {
  createDataDir,
  ended,
  runScript,
  type ServerProcess,
  startServerProcess,
} from '#tests/support/process.ts';
import { measureFirstLoads, type Screen } from './firstLoad.ts';
import { measureFloor } from './floor.ts';
import { type Call, type Result, runLoad } from './load.ts';
import { enrolment, type Measure, measures, type Scene } from './measures.ts';
import { type Cpu, embeddedServer, residentMb, watchCpu } from './processes.ts';
import { admin, enter, enterAsAlumna, publishTalleres, stockUp } from './session.ts';
import { printGrowth, printTable, type Row } from './table.ts';

const { values } = parseArgs({
  options: {
    clientes: { type: 'string', default: '10000,100000,1000000' },
    segundos: { type: 'string', default: '8' },
    solo: { type: 'string' },
    conexiones: { type: 'string', default: '16' },
  },
});
const seconds = Number(values.segundos);
const connections = Number(values.conexiones);
const wanted = values.solo?.split(',');
const chosen = measures.filter(({ key }) => !wanted || wanted.includes(key));
const say = (text: string) => console.log(text);
let people = 0;
const unique = () => {
  people += 1;
  return people;
};

const settings = (dataDir: string) => ({
  DATA_DIR: dataDir,
  PUBLIC_RATE_PER_MINUTE: '100000000',
  LOG_LEVEL: 'error',
  ...admin,
});

async function measureStart(): Promise<void> {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const dir = await createDataDir();
    for (const times of [fresh, again]) {
      const server = await startServerProcess(settings(dir));
      times.push(server.readyMs);
      await server.kill('SIGTERM');
    }
    await rm(dir, { recursive: true });
  }
  const middle = (times: number[]) =>
    `${((times.sort((a, b) => a - b)[1] ?? 0) / 1000).toFixed(1)} s`;
  say(`Partida: ${middle(fresh)} con una base nueva, ${middle(again)} con una que ya existe`);
}

async function measureAt(clientes: number): Promise<Row[]> {
  const dir = await createDataDir();
  const env = settings(dir);
  const seeding = performance.now();
  const { code, output } = await ended(
    runScript('scripts/seed.ts', env, [
      '--clientes',
      String(clientes),
      '--correos',
      String(3 * clientes),
    ]),
  );
  if (code !== 0) throw new Error(output);
  say(
    `\n${clientes.toLocaleString('es-CL')} clientes de muestra, con el triple de correos, en ${Math.round((performance.now() - seeding) / 1000)} s`,
  );
  const server = await startServerProcess(env);
  say(
    `Partida con ellos: ${(server.readyMs / 1000).toFixed(1)} s; memoria ${residentMb(server.pid).toFixed(0)} MB`,
  );
  try {
    const cookie = await enter(server.url);
    const [hot = ''] = await publishTalleres(server.url, cookie, 1, 10_000);
    const spread = await publishTalleres(server.url, cookie, 100, 1_000);
    const surtido = await stockUp(server.url, cookie);
    const scene: Scene = { clientes, hot, spread, surtido, unique };
    const rows: Row[] = [];
    for (const measure of chosen) {
      rows.push(await measureOne(measure, scene, server, cookie, embeddedServer(dir).pid));
      process.stderr.write('.');
    }
    process.stderr.write('\n');
    say(`Memoria del servidor después de la carga: ${residentMb(server.pid).toFixed(0)} MB`);
    const alumna = await enterAsAlumna(server.url, embeddedServer(dir).url);
    const loads = await measureFirstLoads(server.url, screens(cookie, alumna, hot));
    say(
      loads
        ? `JavaScript de la primera carga, comprimido: ${loads.map(({ name, kb }) => `${name} ${kb.toFixed(0)} KB`).join(', ')}`
        : 'JavaScript de la primera carga: sin medir (falta el navegador o la web construida)',
    );
    const { url } = embeddedServer(dir);
    const floors = [await measureFloor(url, 1, 4), await measureFloor(url, 100, 4)];
    say(
      `Techo de esta máquina, UPDATE + INSERT sin aplicación: ${floors.map((f) => `${f.toFixed(0)}/s`).join(' en un taller, ')} en cien`,
    );
    return rows;
  } finally {
    await server.kill('SIGTERM');
    await rm(dir, { recursive: true });
  }
}

/** What each kind of person opens first. */
function screens(staff: string, alumna: string | undefined, slug: string): Screen[] {
  const grafico = {
    name: 'con su gráfico',
    act: async (page: Page) => {
      await page.getByText('Ingresos de los últimos 12 meses').scrollIntoViewIfNeeded();
      await page.getByRole('img', { name: /Ingresos por mes/ }).waitFor();
    },
  };
  return [
    { name: 'Inicio', path: '/app', cookie: staff, after: grafico },
    { name: 'un taller', path: `/talleres/${slug}` },
    ...(alumna
      ? ['/mi', '/mi/cursos', '/mi/talleres', '/mi/pagos', '/mi/resenas', '/mi/datos'].map(
          (path) => ({ name: path, path, cookie: alumna }),
        )
      : []),
  ];
}

async function measureOne(
  measure: Measure,
  scene: Scene,
  server: ServerProcess,
  cookie: string,
  postmaster: number,
): Promise<Row> {
  const next = (): Call => measure.next(scene);
  const common = { url: server.url, headers: { cookie }, next };
  let enrolling = measure.enrolmentsPerSecond !== undefined;
  const background = (async () => {
    while (enrolling) {
      const { path, body } = enrolment(scene.spread[0] as string, scene.unique());
      await fetch(server.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      await new Promise((done) => setTimeout(done, 1000 / (measure.enrolmentsPerSecond ?? 1)));
    }
  })();
  const alone = await runLoad({
    ...common,
    connections: 1,
    seconds: Math.min(3, seconds),
    warmupSeconds: 0.5,
  });
  const cpu = watchCpu(server.pid, postmaster);
  const many = measure.connections ?? connections;
  const loaded: Result = await runLoad({
    ...common,
    connections: many,
    seconds,
    warmupSeconds: 1,
  });
  const used: Cpu | undefined = cpu();
  enrolling = false;
  await background;
  return { measure, clientes: scene.clientes, loaded, alone, cpu: used, connections: many };
}

async function describeMachine(): Promise<void> {
  const dir = await createDataDir();
  const server = await startServerProcess(settings(dir));
  const client = new pg.Client({ connectionString: embeddedServer(dir).url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  await server.kill('SIGTERM');
  await rm(dir, { recursive: true });
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  say(
    `${new Date().toISOString().slice(0, 10)} · ${cpus()[0]?.model.trim()}, ${availableParallelism()} núcleos · ${memory} GB · Node ${process.version} · PostgreSQL ${rows[0]?.server_version}`,
  );
  say(
    `${connections} conexiones, ${seconds} s por medición; el generador de carga comparte la máquina, cuya carga al empezar era ${loadavg()[0]?.toFixed(1)}`,
  );
}

await describeMachine();
if (chosen.length > 0) {
  await measureStart();
  const rows: Row[] = [];
  for (const clientes of values.clientes.split(',').map(Number))
    rows.push(...(await measureAt(clientes)));
  printTable(rows, say);
  printGrowth(rows, say);
}
// Mail and imports are measured by programs of their own, each on an empty database.
for (const part of ['correo', 'preparar', 'importar']) {
  if (wanted && !wanted.includes(part)) continue;
  const child = runScript(`bench/${part}.ts`, {});
  child.stdout?.pipe(process.stdout);
  const { code, output } = await ended(child);
  if (code !== 0) throw new Error(output);
}
