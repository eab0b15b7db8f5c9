// Measures the real server under load and prints a table: see bench/README.md for how to read it.
import { rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import {
  createDataDir,
  ended,
  runScript,
  type ServerProcess,
  startServerProcess,
} from '#tests/support/process.ts';
import { measureFirstLoad } from './firstLoad.ts';
import { measureFloor } from './floor.ts';
import { type Call, type Result, runLoad } from './load.ts';
import { enrolment, type Measure, measures, type Scene } from './measures.ts';
import { type Cpu, embeddedServer, residentMb, watchCpu } from './processes.ts';
import { admin, enter, publishTalleres } from './session.ts';
import { printTable, type Row } from './table.ts';

const { values } = parseArgs({
  options: {
    clientes: { type: 'string', default: '10000,100000' },
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
    runScript('scripts/seed.ts', env, ['--clientes', String(clientes)]),
  );
  if (code !== 0) throw new Error(output);
  say(
    `\n${clientes.toLocaleString('es-CL')} clientes de muestra en ${Math.round((performance.now() - seeding) / 1000)} s`,
  );
  const server = await startServerProcess(env);
  say(
    `Partida con ellos: ${(server.readyMs / 1000).toFixed(1)} s; memoria ${residentMb(server.pid).toFixed(0)} MB`,
  );
  try {
    const cookie = await enter(server.url);
    const [hot = ''] = await publishTalleres(server.url, cookie, 1, 10_000);
    const spread = await publishTalleres(server.url, cookie, 100, 1_000);
    const scene: Scene = { clientes, hot, spread, unique };
    const rows: Row[] = [];
    for (const measure of chosen) {
      rows.push(await measureOne(measure, scene, server, cookie, embeddedServer(dir).pid));
      process.stderr.write('.');
    }
    process.stderr.write('\n');
    say(`Memoria del servidor después de la carga: ${residentMb(server.pid).toFixed(0)} MB`);
    const load = await measureFirstLoad(server.url, cookie);
    say(
      load
        ? `JavaScript de la primera carga de Inicio: ${load.kb.toFixed(0)} KB comprimidos; con su gráfico, al llegar a él, ${load.withChartKb.toFixed(0)} KB`
        : 'JavaScript de /app: sin medir (falta el navegador o la web construida)',
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
  const loaded: Result = await runLoad({ ...common, connections, seconds, warmupSeconds: 1 });
  const used: Cpu | undefined = cpu();
  enrolling = false;
  await background;
  return { measure, clientes: scene.clientes, loaded, alone, cpu: used, connections };
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
await measureStart();
const rows: Row[] = [];
for (const clientes of values.clientes.split(',').map(Number))
  rows.push(...(await measureAt(clientes)));
printTable(rows, say);
