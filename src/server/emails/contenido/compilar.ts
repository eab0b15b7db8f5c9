import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/errors.ts';
import type { ContenidoCampos } from './checkContenido.ts';
import type { Compilado, PorCompilar } from './compileDocumento.ts';
import type { Marca } from './marca.queries.ts';

type Respuesta = { n: number; compilado: Compilado } | { n: number; error: string };
type Espera = { resolve: (compilado: Compilado) => void; reject: (error: Error) => void };

/** How long the thread waits for more work, and how long one message may take. */
const IDLE_MS = 60_000;
const LIMIT_MS = 20_000;

let hilo: Hilo | undefined;

function noCompila(cause: string): AppError {
  const fields = [{ campo: 'cuerpo', mensaje: 'No pudimos dar forma a este mensaje.' }];
  const error = new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
  return Object.assign(error, { cause });
}

/** A thread that compiles, started at the first need and ended when there was none for a while. */
class Hilo {
  readonly #worker = new Worker(new URL('./compilar.hilo.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 160 },
  });
  readonly #waiting = new Map<number, Espera>();
  #count = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#worker.unref();
    this.#worker.on('message', (respuesta: Respuesta) => {
      const espera = this.#waiting.get(respuesta.n);
      this.#waiting.delete(respuesta.n);
      if ('error' in respuesta) espera?.reject(noCompila(respuesta.error));
      else espera?.resolve(respuesta.compilado);
      if (this.#waiting.size === 0) {
        this.#worker.unref();
        this.#end(IDLE_MS);
      }
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the compiling thread ended')));
  }

  run(pedido: PorCompilar): Promise<Compilado> {
    this.#count += 1;
    const n = this.#count;
    this.#worker.ref();
    this.#end(LIMIT_MS);
    return new Promise((resolve, reject) => {
      this.#waiting.set(n, { resolve, reject });
      this.#worker.postMessage({ n, pedido });
    });
  }

  #end(afterMs: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#fail(noCompila('it takes too long'));
      void this.#worker.terminate();
    }, afterMs).unref();
  }

  #fail(error: unknown) {
    if (hilo === this) hilo = undefined;
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiting.values()) reject(error as Error);
    this.#waiting.clear();
  }
}

/**
 * Makes a whole message of what was written, in the school's layout: subject, HTML document and plain text, with
 * their Liquid still to be filled. `comercial` adds the ways to unsubscribe, by `enlaces.*`.
 * @throws {AppError} VALIDACION when it cannot be made.
 */
export function compileContenido(
  contenido: ContenidoCampos,
  marca: Marca,
  { comercial }: { comercial: boolean },
): Promise<Compilado> {
  hilo ??= new Hilo();
  const { asunto, preheader = null, cuerpo } = contenido;
  return hilo.run({ contenido: { asunto, preheader, cuerpo }, marca, comercial });
}
