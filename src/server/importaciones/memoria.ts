import { setFlagsFromString } from 'node:v8';

/** How far the heap grows before what nobody uses any more is collected, in percent; 0 leaves it to the engine. */
const AHORRO = 20;
let trabajos = 0;

const growBy = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);

/**
 * Runs work that goes through much data and keeps little of it. Left to itself the engine lets the heap of a process
 * that is busy in this way grow to several times what is in use; meanwhile it collects more often.
 */
export async function conPocaMemoria<T>(work: () => Promise<T>): Promise<T> {
  trabajos += 1;
  growBy(AHORRO);
  try {
    return await work();
  } finally {
    trabajos -= 1;
    if (trabajos === 0) growBy(0);
  }
}
