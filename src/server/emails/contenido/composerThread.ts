import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { DatosHilo, Hecho, Lote, Resultados } from './composer.tipos.ts';
import type { Contenido, Firma, Trabajo } from './trabajo.ts';

/** Some messages for one thread, and what becomes of them. */
export type Tarea = {
  items: Item[];
  done: (item: Item, hecho: Hecho) => void;
  /** The thread ended over one of them: why, and those still to be built. */
  failed: (culprit: Item, why: string, rest: Item[]) => void;
  /** The thread could not work at all. */
  broken: (error: Error) => void;
};
export type Item = { at: number; trabajo: Trabajo };

export type ThreadOptions = { firma: Firma | null; limiteMs: number; vista: boolean };

const HEAP_MB = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };
/** So often within the limit it is looked at how far a thread came. */
const TICKS = 8;
const END_PATIENCE_MS = 1_000;

/** One thread that builds messages, and the task it has. */
export class ComposerThread {
  readonly #avance = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;
  readonly #limiteMs: number;
  #tarea: Tarea | undefined;
  #gone = false;
  #built = 0;
  #n = 0;
  #watch: NodeJS.Timeout | undefined;
  #error = new Error('the composing thread was closed');
  #why = 'La plantilla no se pudo completar.';
  /** When it last had something to do (ms). */
  idleSince = Date.now();
  onIdle: () => void = () => {};
  onEnd: () => void = () => {};

  constructor({ firma, limiteMs, vista }: ThreadOptions) {
    this.#limiteMs = limiteMs;
    const workerData: DatosHilo = { firma, vista, renderMs: limiteMs, avance: this.#avance };
    this.#worker = new Worker(new URL('./composer.hilo.ts', import.meta.url), {
      workerData,
      resourceLimits: HEAP_MB,
    });
    this.#worker.unref();
    this.#worker.on('message', (resultados: Resultados) => this.#take(resultados));
    this.#worker.on('error', (error: unknown) => {
      this.#error = error instanceof Error ? error : new Error(String(error));
      const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (memory) this.#why = 'La plantilla ocupa demasiada memoria.';
    });
    this.#worker.on('exit', () => this.#ended());
  }

  get busy(): boolean {
    return this.#tarea !== undefined;
  }

  run(tarea: Tarea): void {
    this.#tarea = tarea;
    this.#built = 0;
    this.#n += 1;
    this.#worker.ref();
    const contenidos: Contenido[] = [];
    const trabajos = tarea.items.map(({ trabajo: { contenido, ...trabajo } }) => {
      if (!contenidos.includes(contenido)) contenidos.push(contenido);
      return { ...trabajo, contenido: contenidos.indexOf(contenido) };
    });
    this.#worker.postMessage({ n: this.#n, contenidos, trabajos } satisfies Lote);
    this.#startWatch();
  }

  async end(): Promise<void> {
    await Promise.race([
      this.#worker.terminate(),
      sleep(END_PATIENCE_MS, undefined, { ref: false }),
    ]);
    this.#ended();
  }

  /** Counts looks, not the clock: a machine that slept, or was too busy to look, blames nobody. */
  #startWatch() {
    let seen = 0;
    let ticks = 0;
    this.#watch = setInterval(
      () => {
        const at = Atomics.load(this.#avance, 0);
        ticks = at !== 0 && at === seen ? ticks + 1 : 0;
        seen = at;
        if (ticks < TICKS) return;
        this.#why = 'La plantilla tarda demasiado en completarse.';
        this.#abandon();
      },
      Math.ceil(this.#limiteMs / TICKS),
    );
  }

  #take({ n, desde, hechos }: Resultados) {
    const tarea = this.#tarea;
    if (!tarea || n !== this.#n || this.#gone) return;
    this.#built = desde + hechos.length;
    const finished = this.#built >= tarea.items.length;
    if (finished) {
      clearInterval(this.#watch);
      this.#tarea = undefined;
      this.#worker.unref();
      this.idleSince = Date.now();
    }
    for (const [i, hecho] of hechos.entries()) {
      const item = tarea.items[desde + i];
      if (item) tarea.done(item, hecho);
    }
    if (finished) this.onIdle();
  }

  /** Its work goes on elsewhere at once: a thread only ends once what it is at lets go of it. */
  #abandon() {
    this.#worker.unref();
    void this.#worker.terminate();
    this.#ended();
  }

  #ended() {
    if (this.#gone) return;
    this.#gone = true;
    clearInterval(this.#watch);
    const tarea = this.#tarea;
    this.#tarea = undefined;
    this.onEnd();
    const at = Atomics.load(this.#avance, 0) - 1;
    const culprit = tarea?.items[at];
    if (!tarea) return;
    if (!culprit) return tarea.broken(this.#error);
    const rest = tarea.items.slice(this.#built).filter((item) => item !== culprit);
    tarea.failed(culprit, this.#why, rest);
  }
}
