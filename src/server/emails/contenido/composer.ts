import type { Hecho } from './composer.tipos.ts';
import { ComposerThread, type Item, type Tarea, type ThreadOptions } from './composerThread.ts';
import type { Composer, Compuesto, Contenido, Firma, Trabajo, Vista } from './trabajo.ts';

export type ComposerOptions = {
  firma: Firma | null;
  /** How many threads at most; they start when there is work. */
  hilos?: number;
  /** How long one message may take before its thread is ended. */
  limiteMs?: number;
  /** Threads without work for so long end; never unless told. None keeps the process alive. */
  inactivoMs?: number;
};

const LIMITE_MS = 2_000;
/** So many messages at a time: all threads have work, and few are built again when one is ended. */
const LOTE = 25;
/** After so many endings over one content in a call, its other messages are not tried. */
const MAX_ENDINGS = 3;

/** Threads, and the tasks that wait for one. */
function createPool(options: ThreadOptions, hilos: number, inactivoMs: number | undefined) {
  const threads = new Set<ComposerThread>();
  const queue: Tarea[] = [];
  let closed = false;

  function start(): ComposerThread | undefined {
    if (threads.size >= hilos) return undefined;
    const thread = new ComposerThread(options);
    thread.onIdle = dispatch;
    thread.onEnd = () => {
      threads.delete(thread);
      dispatch();
    };
    threads.add(thread);
    return thread;
  }

  function dispatch(): void {
    while (queue.length > 0 && !closed) {
      const free = [...threads].find(({ busy }) => !busy) ?? start();
      const tarea = free && queue.shift();
      if (!tarea) return;
      free.run(tarea);
    }
  }

  const rest = (idleMs: number) => {
    for (const thread of threads) {
      if (thread.busy || Date.now() - thread.idleSince < idleMs) continue;
      threads.delete(thread);
      void thread.end();
    }
  };
  const sweep = inactivoMs && setInterval(() => rest(inactivoMs), inactivoMs / 2).unref();

  return {
    add(tareas: Tarea[], first: boolean): void {
      if (closed) for (const { broken } of tareas) broken(new Error('the composer was closed'));
      else if (first) queue.unshift(...tareas);
      else queue.push(...tareas);
      dispatch();
    },
    async close(): Promise<void> {
      closed = true;
      if (sweep) clearInterval(sweep);
      for (const { broken } of queue.splice(0)) broken(new Error('the composer was closed'));
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

/** Gives the messages of one call to the threads, and gathers what they make in order. */
function composeAll(pool: ReturnType<typeof createPool>, trabajos: Trabajo[]): Promise<Hecho[]> {
  const hechos = new Array<Hecho>(trabajos.length);
  const endings = new Map<Contenido, number>();
  const suspects = new Set<Item>();
  let missing = trabajos.length;
  const { promise, resolve, reject } = Promise.withResolvers<Hecho[]>();

  const done: Tarea['done'] = ({ at }, hecho) => {
    hechos[at] = hecho;
    missing -= 1;
    if (missing === 0) resolve(hechos);
  };
  const tareaOf = (given: Item[]): Tarea => ({ items: given, done, failed, broken: reject });
  const failed: Tarea['failed'] = (culprit, why, rest) => {
    const { contenido } = culprit.trabajo;
    const count = (endings.get(contenido) ?? 0) + 1;
    endings.set(contenido, count);
    const hopeless = (item: Item) => count >= MAX_ENDINGS && item.trabajo.contenido === contenido;
    const lost = rest.filter(hopeless);
    if (suspects.has(culprit) || hopeless(culprit)) lost.push(culprit);
    // It may only have been its turn while the machine had no time: once more, and alone.
    else pool.add([tareaOf([culprit])], false);
    suspects.add(culprit);
    const again = rest.filter((item) => !hopeless(item));
    if (again.length > 0) pool.add([tareaOf(again)], true);
    for (const item of lost) done(item, { error: why });
  };

  const items = trabajos.map((trabajo, at) => ({ at, trabajo }));
  const tareas: Tarea[] = [];
  for (let at = 0; at < items.length; at += LOTE) {
    tareas.push(tareaOf(items.slice(at, at + LOTE)));
  }
  if (tareas.length === 0) resolve([]);
  else pool.add(tareas, false);
  return promise;
}

function create<Made extends Compuesto>(
  { firma, hilos = 1, limiteMs = LIMITE_MS, inactivoMs }: ComposerOptions,
  vista: boolean,
): Composer<Made> {
  const pool = createPool({ firma, limiteMs, vista }, hilos, inactivoMs);
  return {
    // The threads make what `vista` asks for.
    compose: (trabajos) => composeAll(pool, trabajos) as Promise<(Made | { error: string })[]>,
    close: pool.close,
  };
}

/**
 * Builds messages in threads: Liquid filled, MIME made and signed there, so that neither their work nor a template
 * that never ends stops the caller. A message twice over the time limit fails, alone: the others of its batch
 * are built by another thread. It rejects when no thread can work at all, and once it is closed.
 */
export function createComposer(options: ComposerOptions): Composer {
  return create(options, false);
}

let preview: Composer<Vista> | undefined;

/** The composer for looking at messages: unsigned, in one thread that ends when nobody looks. */
export function previewComposer(): Composer<Vista> {
  preview ??= create({ firma: null, inactivoMs: 30_000 }, true);
  return preview;
}
