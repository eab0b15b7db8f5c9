import { parentPort } from 'node:worker_threads';
import { compileDocumento, type PorCompilar } from './compileDocumento.ts';

/** The thread in which messages are compiled: MJML is heavy to load and keeps its processor busy. */
parentPort?.on('message', async ({ n, pedido }: { n: number; pedido: PorCompilar }) => {
  try {
    parentPort?.postMessage({ n, compilado: await compileDocumento(pedido) });
  } catch (error) {
    parentPort?.postMessage({ n, error: error instanceof Error ? error.message : String(error) });
  }
});
