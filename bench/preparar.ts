// Measures the preparation of a campaign to very many people, and how the list of clientes answers meanwhile.
import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { cancelCampana, countAudiencia, createCampana, launchCampana } from '#contract/campanas.ts';
import { createDataDir, startServerProcess } from '#tests/support/process.ts';
import { embeddedServer, residentMb, watchCpu } from './processes.ts';
import { admin, call, enter } from './session.ts';

const { values } = parseArgs({
  options: { clientes: { type: 'string', default: '1000000' } },
});
const people = Number(values.clientes);
const say = (text: string) => console.log(text);
const figure = (n: number) => n.toLocaleString('es-CL', { useGrouping: 'always' });
const todos = { modo: 'FILTRO', filtro: {} } as const;

/** People straight in the database: of a hundred, two without consent, one suppressed and one without an address. */
const sample = [
  'alter table cliente disable trigger user',
  'drop index cliente_busqueda',
  `insert into cliente (tipo, nombres, apellidos, email, telefono, comuna, origen)
    select 'B2C', 'Persona ' || n, 'De Medición', case when n % 100 <> 0 then 'p' || n || '@ejemplo.cl' end,
      '+569' || (10000000 + n), '13120', 'WEB' from generate_series(1, $1) n`,
  'alter table cliente enable trigger user',
  'create index cliente_busqueda on cliente using gin (busqueda gin_trgm_ops)',
  `insert into consentimiento (cliente_id, email, finalidad, accion, texto, texto_version, canal)
    select id, coalesce(email, 'x@ejemplo.cl'), 'NEWSLETTER',
      case when id % 50 = 1 then 'RETIRADO' else 'OTORGADO' end, 'Acepto.', 1, 'MEDICION' from cliente`,
  `insert into supresion (email, motivo)
    select email, 'BAJA' from cliente where id % 100 = 7 and email is not null`,
  `update negocio set email = 'hola@ejemplo.cl', direccion = 'Los Alerces 45'`,
  'vacuum analyze',
];

async function fill(db: pg.Client): Promise<void> {
  for (const text of sample) await db.query(text, text.includes('$1') ? [people] : []);
}

const p95 = (times: number[]) =>
  times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

/** Asks for the list of clientes, one request after the other, while it goes on. */
async function askMeanwhile(url: string, cookie: string, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goesOn()) {
    const started = performance.now();
    const response = await fetch(`${url}/api/clientes`, { headers: { cookie } });
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
    times.push(performance.now() - started);
  }
  return times;
}

const dir = await createDataDir();
const server = await startServerProcess({ DATA_DIR: dir, LOG_LEVEL: 'error', ...admin });
const db = new pg.Client({ connectionString: embeddedServer(dir).url });
await db.connect();
try {
  const filling = performance.now();
  await fill(db);
  say(`${figure(people)} personas en ${Math.round((performance.now() - filling) / 1000)} s`);
  const cookie = await enter(server.url);
  const counting = performance.now();
  const { body: conteo } = await call(
    server.url,
    countAudiencia,
    { body: { audiencia: todos } },
    cookie,
  );
  say(`Contar la audiencia: ${((performance.now() - counting) / 1000).toFixed(1)} s`);
  const quiet = performance.now() + 5_000;
  const alone = await askMeanwhile(server.url, cookie, () => performance.now() < quiet);
  const { body: draft } = await call(
    server.url,
    createCampana,
    {
      body: {
        ...{ nombre: 'Medición', tipo: 'OFERTA', asunto: 'Hola {{ cliente.nombres }}' },
        ...{ cuerpo: '<p>Hay talleres nuevos este mes.</p>', audiencia: todos },
      },
    },
    cookie,
  );
  const params = { id: draft.id };
  await call(
    server.url,
    launchCampana,
    { params, body: { destinatariosVistos: conteo.destinatarios, version: draft.version } },
    cookie,
  );
  const started = performance.now();
  const cpu = watchCpu(server.pid, embeddedServer(dir).pid);
  let preparing = true;
  const asking = askMeanwhile(server.url, cookie, () => preparing);
  let row: { estado: string; destinatarios: number; candidatos: number } | undefined;
  while (preparing) {
    await new Promise((done) => setTimeout(done, 100));
    row = (
      await db.query('select estado, destinatarios, candidatos from campana where id = $1', [
        draft.id,
      ])
    ).rows[0];
    preparing = row?.estado === 'PREPARANDO';
  }
  const seconds = (performance.now() - started) / 1000;
  const used = cpu();
  await call(server.url, cancelCampana, { params }, cookie);
  const meanwhile = await asking;
  say(
    `Preparar: ${figure(row?.destinatarios ?? 0)} correos de ${figure(row?.candidatos ?? 0)} personas en ${seconds.toFixed(1)} s (${row?.estado})`,
  );
  say(
    `Núcleos ocupados mientras se prepara: aplicación ${used?.server.toFixed(2)}, PostgreSQL ${used?.postgres.toFixed(2)} (con la lista)`,
  );
  say(
    `Lista de clientes, una persona: p95 ${p95(alone).toFixed(0)} ms antes, ${p95(meanwhile).toFixed(0)} ms mientras se prepara (${meanwhile.length} pedidos, el peor ${Math.max(...meanwhile).toFixed(0)} ms)`,
  );
  say(
    `Memoria del servidor: ${residentMb(server.pid).toFixed(0)} MB; carga de la máquina ${loadavg()[0]?.toFixed(1)}`,
  );
} finally {
  await db.end();
  await server.kill('SIGTERM');
  await rm(dir, { recursive: true });
}
