import { Worker } from 'node:worker_threads';
import type { DatosHilo, Lote, Resultados } from './hilo.ts';
import type { Composer, Compuesto, Contenido, Firma, NoCompuesto, Trabajo } from './trabajo.ts';

export type ComposerOptions = {
  firma: Firma | null;
  /** How many threads at most; they start when there is work. */
  hilos?: number;
  /** How long one message may take before its thread is ended. */
  limiteMs?: number;
  /** Threads without work for so long end, and none keeps the process alive; for ever unless told. */
  inactivoMs?: number;
};

const LIMITE_MS = 2_000;
/** Some messages at a time, so that all threads have work and few are built again when one is ended. */
const LOTE = 25;
/** Of one content: after so many endings in a call the rest is not tried. */
const MAX_ENDINGS = 3;
const HEAP_MB = 96;

const TARDA = 'La plantilla tarda demasiado en completarse.';

type Tarea = {
  trabajos: { at: number; trabajo: Trabajo }[];
  done: (at: number, result: Compuesto | NoCompuesto) => void;
  /** Takes back what was not built: `culprit` is the message at fault. */
  failed: (
    rest: Tarea['trabajos'],
    culprit: Tarea['trabajos'][number] | undefined,
    why: string,
  ) => void;
};

/** One thread and the batch it works on. */
class Hilo {
  readonly #avance = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;
  readonly #onIdle: (hilo: Hilo) => void;
  readonly #onEnd: (hilo: Hilo) => void;
  readonly #limiteMs: number;
  #tarea: Tarea | undefined;
  #built = 0;
  #n = 0;
  #watch: NodeJS.Timeout | undefined;
  #why = 'La plantilla no se pudo completar.';
  idleSince = Date.now();

  constructor(
    firma: Firma | null,
    limiteMs: number,
    onIdle: (hilo: Hilo) => void,
    onEnd: (hilo: Hilo) => void,
  ) {
    this.#limiteMs = limiteMs;
    this.#onIdle = onIdle;
    this.#onEnd = onEnd;
    const workerData: DatosHilo = { firma, renderMs: limiteMs, avance: this.#avance };
    this.#worker = new Worker(new URL('./composer.hilo.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.unref();
    this.#worker.on('message', (resultados: Resultados) => this.#take(resultados));
    this.#worker.on('error', (error) => {
      const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#why = memory
        ? 'La plantilla ocupa demasiada memoria.'
        : `No se pudo componer: ${error}`;
    });
    this.#worker.on('exit', () => this.#ended());
  }

  get busy() {
    return this.#tarea !== undefined;
  }

  run(tarea: Tarea) {
    this.#tarea = tarea;
    this.#built = 0;
    this.#n += 1;
    this.#worker.ref();
    const contenidos: Contenido[] = [];
    const trabajos = tarea.trabajos.map(({ trabajo: { contenido, ...trabajo } }) => {
      if (!contenidos.includes(contenido)) contenidos.push(contenido);
      return { ...trabajo, contenido: contenidos.indexOf(contenido) };
    });
    this.#worker.postMessage({ n: this.#n, contenidos, trabajos } satisfies Lote);
    this.#startWatch();
  }

  async end() {
    await this.#worker.terminate();
  }

  #startWatch() {
    let seen = 0;
    let since = performance.now();
    this.#watch = setInterval(
      () => {
        const at = Atomics.load(this.#avance, 0);
        if (at === 0 || at !== seen) {
          seen = at;
          since = performance.now();
        } else if (performance.now() - since > this.#limiteMs) {
          this.#why = TARDA;
          clearInterval(this.#watch);
          void this.#worker.terminate();
        }
      },
      Math.max(10, this.#limiteMs / 8),
    );
  }

  #take({ n, desde, compuestos }: Resultados) {
    const tarea = this.#tarea;
    if (!tarea || n !== this.#n) return;
    for (const [i, compuesto] of compuestos.entries()) {
      const item = tarea.trabajos[desde + i];
      if (item) tarea.done(item.at, compuesto);
    }
    this.#built = desde + compuestos.length;
    if (this.#built < tarea.trabajos.length) return;
    clearInterval(this.#watch);
    this.#tarea = undefined;
    this.#worker.unref();
    this.idleSince = Date.now();
    this.#onIdle(this);
  }

  #ended() {
    clearInterval(this.#watch);
    const tarea = this.#tarea;
    this.#tarea = undefined;
    this.#onEnd(this);
    if (!tarea) return;
    // Where it stopped; before it began with any (it could not start) nobody is to blame, so the first one is.
    const at = Math.max(Atomics.load(this.#avance, 0) - 1, this.#built);
    const culprit = tarea.trabajos[at];
    const rest = tarea.trabajos.slice(this.#built).filter((item) => item !== culprit);
    tarea.failed(rest, culprit, this.#why);
  }
}

/**
 * Builds messages in threads: Liquid filled, MIME made and signed there, so that neither their work nor a template
 * that never ends stops the caller. A message over the time limit takes only its thread with it: it fails, the
 * others of its batch are built by another.
 */
export function createComposer({
  firma,
  hilos = 1,
  limiteMs = LIMITE_MS,
  inactivoMs,
}: ComposerOptions): Composer {
  const threads = new Set<Hilo>();
  const queue: Tarea[] = [];
  let closed = false;

  function dispatch() {
    while (queue.length > 0 && !closed) {
      const free = [...threads].find((hilo) => !hilo.busy) ?? start();
      const tarea = free && queue.shift();
      if (!free || !tarea) return;
      free.run(tarea);
    }
  }

  function start(): Hilo | undefined {
    if (threads.size >= hilos) return undefined;
    const hilo = new Hilo(firma, limiteMs, dispatch, (ended) => {
      threads.delete(ended);
      dispatch();
    });
    threads.add(hilo);
    return hilo;
  }

  const sweep =
    inactivoMs === undefined
      ? undefined
      : setInterval(() => {
          for (const hilo of threads) {
            if (!hilo.busy && Date.now() - hilo.idleSince > inactivoMs) {
              threads.delete(hilo);
              void hilo.end();
            }
          }
        }, inactivoMs / 2).unref();

  function compose(trabajos: Trabajo[]): Promise<(Compuesto | NoCompuesto)[]> {
    if (trabajos.length === 0) return Promise.resolve([]);
    const results = new Array<Compuesto | NoCompuesto>(trabajos.length);
    const endings = new Map<Contenido, number>();
    let missing = trabajos.length;
    return new Promise((resolve) => {
      const done = (at: number, result: Compuesto | NoCompuesto) => {
        if (!results[at]) missing -= 1;
        results[at] = result;
        if (missing === 0) resolve(results);
      };
      const failed: Tarea['failed'] = (rest, culprit, why) => {
        const contenido = culprit?.trabajo.contenido;
        if (culprit) done(culprit.at, { error: why });
        const count = contenido ? (endings.get(contenido) ?? 0) + 1 : 0;
        if (contenido) endings.set(contenido, count);
        const hopeless = (item: Tarea['trabajos'][number]) =>
          closed || (count >= MAX_ENDINGS && item.trabajo.contenido === contenido);
        for (const item of rest.filter(hopeless)) done(item.at, { error: why });
        const again = rest.filter((item) => !hopeless(item));
        if (again.length > 0) queue.unshift({ trabajos: again, done, failed });
        dispatch();
      };
      for (let at = 0; at < trabajos.length; at += LOTE) {
        const part = trabajos.slice(at, at + LOTE);
        queue.push({
          trabajos: part.map((trabajo, i) => ({ at: at + i, trabajo })),
          done,
          failed,
        });
      }
      if (closed)
        for (const at of trabajos.keys()) done(at, { error: 'El servidor se está cerrando.' });
      else dispatch();
    });
  }

  async function close() {
    closed = true;
    clearInterval(sweep);
    for (const { trabajos, done } of queue.splice(0)) {
      for (const { at } of trabajos) done(at, { error: 'El servidor se está cerrando.' });
    }
    await Promise.all([...threads].map((hilo) => hilo.end()));
  }

  return { compose, close };
}

let preview: Composer | undefined;

/** The composer for looking at messages: unsigned, one thread that ends when nobody looks. */
export function previewComposer(): Composer {
  preview ??= createComposer({ firma: null, hilos: 1, inactivoMs: 30_000 });
  return preview;
}
