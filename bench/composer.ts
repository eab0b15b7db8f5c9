// Measures how fast messages are built, apart from the database and the network: see bench/README.md.
import { generateKeyPairSync } from 'node:crypto';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createComposer } from '#server/emails/contenido/composer.ts';
import type { Contenido, Firma, Trabajo } from '#server/emails/contenido/trabajo.ts';
import { buildContenido } from './contenido.ts';

const { values } = parseArgs({
  options: {
    segundos: { type: 'string', default: '5' },
    hilos: { type: 'string', default: '1,2' },
  },
});
/** As many as the sender takes at once. */
const BATCH = 200;
function buildTrabajo(contenido: Contenido, n: number): Trabajo {
  const link = (page: string) => `https://escuela.cl/correo/${page}/abcdefghijklmnopqrstuv${n}`;
  return {
    contenido,
    datos: {
      cliente: { nombres: `María ${n}`, apellidos: 'Muñoz', comuna: 'Ñuñoa', empresa: null },
      enlaces: { baja: link('baja'), preferencias: link('preferencias'), ver: link('ver') },
    },
    sobre: {
      de: { nombre: 'Taller Ñandú', email: 'hola@escuela.cl' },
      para: { nombre: `María ${n} Muñoz`, email: `persona-${n}@prueba.cl` },
      responderA: 'contacto@escuela.cl',
      mensajeId: `0123456789abcdef0123456789abcdef${n}@escuela.cl`,
      fecha: '2026-06-01T12:00:00.000Z',
      cabeceras: [
        ['List-Unsubscribe', `<${link('baja')}>`],
        ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
        ['List-Id', '<novedades.escuela.cl>'],
        ['Precedence', 'bulk'],
        ['Feedback-ID', 'c1:OFERTA:correo:escuelacl'],
      ],
    },
    seguimiento: null,
  };
}

async function measure(contenido: Contenido, firma: Firma | null, hilos: number) {
  const composer = createComposer({ firma, hilos });
  const batch = (from: number) =>
    composer.compose(Array.from({ length: BATCH }, (_, n) => buildTrabajo(contenido, from + n)));
  const [first] = await batch(0);
  if (!first || 'error' in first) throw new Error(first?.error);
  await batch(0);
  const seconds = Number(values.segundos);
  const cpu = process.cpuUsage();
  const start = performance.now();
  let built = 0;
  let rss = 0;
  // Two batches under way: one is handed over while the next is built.
  const work = async () => {
    while (performance.now() - start < seconds * 1_000) {
      await batch(built);
      built += BATCH;
      rss = Math.max(rss, process.memoryUsage.rss());
    }
  };
  await Promise.all([work(), work()]);
  const elapsed = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  await composer.close();
  return {
    hilos,
    firma: firma ? 'DKIM' : '—',
    'mensajes/s': Math.round(built / elapsed),
    'ms CPU': Number(((user + system) / 1_000 / built).toFixed(3)),
    KB: Number((first.raw.byteLength / 1_024).toFixed(1)),
    'MB (RSS)': Math.round(rss / 1_048_576),
  };
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const clavePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const contenido = await buildContenido();
console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}`);
console.log(`${(Buffer.byteLength(contenido.html) / 1_024).toFixed(1)} KB of HTML`);
const rows = [];
for (const firma of [null, { dominio: 'escuela.cl', selector: 's1', clavePem }]) {
  for (const hilos of values.hilos.split(',').map(Number)) {
    rows.push(await measure(contenido, firma, hilos));
  }
}
console.table(rows);
