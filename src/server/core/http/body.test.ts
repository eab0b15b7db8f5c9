import { createServer, type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { readBytes } from './body.ts';
import { problemResponse } from './problem.ts';

/** The answer to a body of which only the first bytes ever come, from a server that waits 50 ms for the rest. */
async function sendHalf(headers: RequestOptions['headers']): Promise<number | undefined> {
  const app = new Hono();
  app.post('/', async (c) => c.json((await readBytes(c, 1_000, 50)).length));
  app.onError((error) => {
    if (error instanceof AppError) return problemResponse(error);
    throw error;
  });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode);
        sent.destroy();
      });
      sent.on('error', reject);
      sent.write('{"a"');
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a body that does not come', () => {
  it.each([
    ['of a length that was said', { 'content-length': '100' }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('%s is not waited for', async (_kind, headers) => {
    expect(await sendHalf(headers)).toBe(408);
  });
});
