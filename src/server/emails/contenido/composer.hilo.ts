import { parentPort, workerData } from 'node:worker_threads';
import { createComponer } from './componer.ts';
import type { DatosHilo, Lote, Resultados } from './hilo.ts';
import type { Compuesto, NoCompuesto } from './trabajo.ts';

/** A thread of the composer: builds the messages of a batch, in order, saying by shared memory where it is. */
const { firma, renderMs, avance } = workerData as DatosHilo;
const componer = createComponer(firma, renderMs);
const FLUSH_MS = 20;

function send(n: number, desde: number, compuestos: (Compuesto | NoCompuesto)[]) {
  const transfer = compuestos.flatMap((one) =>
    'raw' in one ? [one.raw.buffer as ArrayBuffer] : [],
  );
  parentPort?.postMessage({ n, desde, compuestos } satisfies Resultados, transfer);
}

parentPort?.on('message', ({ n, contenidos, trabajos }: Lote) => {
  let desde = 0;
  let group: (Compuesto | NoCompuesto)[] = [];
  let flushed = performance.now();
  for (const [at, { contenido: which, ...trabajo }] of trabajos.entries()) {
    Atomics.store(avance, 0, at + 1);
    const contenido = contenidos[which];
    group.push(contenido ? componer({ ...trabajo, contenido }) : { error: 'Falta el contenido.' });
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
