import { parentPort, workerData } from 'node:worker_threads';
import { createComponer } from './componer.ts';
import type { DatosHilo, Hecho, Lote, Resultados } from './composer.tipos.ts';
import type { Trabajo } from './trabajo.ts';

/** A thread of the composer: builds the messages of a batch, in order, saying by shared memory where it is. */
const { firma, renderMs, vista, avance } = workerData as DatosHilo;
const componer = createComponer(firma, renderMs);
const FLUSH_MS = 20;

/** The parts of a message that is only sent would be copied from thread to thread for nothing. */
function build(trabajo: Trabajo): Hecho {
  const hecho = componer(trabajo);
  return vista || 'error' in hecho ? hecho : { asunto: hecho.asunto, raw: hecho.raw };
}

/** All messages of a group travel in one piece of memory, which is handed over without copying. */
function send(n: number, desde: number, hechos: Hecho[]) {
  const size = hechos.reduce((sum, one) => sum + ('raw' in one ? one.raw.byteLength : 0), 0);
  const memory = new Uint8Array(size);
  let end = 0;
  for (const hecho of hechos) {
    if (!('raw' in hecho)) continue;
    memory.set(hecho.raw, end);
    hecho.raw = memory.subarray(end, end + hecho.raw.byteLength);
    end += hecho.raw.byteLength;
  }
  parentPort?.postMessage({ n, desde, hechos } satisfies Resultados, [memory.buffer]);
}

parentPort?.on('message', ({ n, contenidos, trabajos }: Lote) => {
  let desde = 0;
  let group: Hecho[] = [];
  let flushed = performance.now();
  for (const [at, { contenido: which, ...trabajo }] of trabajos.entries()) {
    Atomics.store(avance, 0, at + 1);
    const contenido = contenidos[which];
    group.push(contenido ? build({ ...trabajo, contenido }) : { error: 'Falta el contenido.' });
    if (performance.now() - flushed > FLUSH_MS && at + 1 < trabajos.length) {
      send(n, desde, group);
      desde = at + 1;
      group = [];
      flushed = performance.now();
    }
  }
  Atomics.store(avance, 0, 0);
  send(n, desde, group);
});
