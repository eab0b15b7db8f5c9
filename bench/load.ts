import { connect, type Socket } from 'node:net';

export type Call = { method: 'GET' | 'POST'; path: string; body?: unknown };
export type Result = {
  requests: number;
  failures: number;
  /** The first answer that was no success, to tell what went wrong. */
  firstFailure: string | undefined;
  perSecond: number;
  p50: number;
  p95: number;
};
export type LoadOptions = {
  url: string;
  headers: Record<string, string>;
  connections: number;
  seconds: number;
  warmupSeconds: number;
  next: () => Call;
};

/**
 * Keeps every connection busy with one request after the other for a time. It speaks HTTP/1.1 over
 * plain sockets, because a full client would take from the server the CPU that both share.
 */
export async function runLoad(options: LoadOptions): Promise<Result> {
  const { connections, seconds, warmupSeconds } = options;
  const started = performance.now() + warmupSeconds * 1000;
  const until = started + seconds * 1000;
  const times: number[] = [];
  const state = { failures: 0, firstFailure: undefined as string | undefined };
  await Promise.all(
    Array.from({ length: connections }, () => drive(options, started, until, times, state)),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    requests: times.length,
    ...state,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
  };
}

async function drive(
  { url, headers, next }: LoadOptions,
  started: number,
  until: number,
  times: number[],
  state: { failures: number; firstFailure: string | undefined },
): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const fixed = Object.entries({ host, ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const connection = await open(hostname, Number(port));
  while (performance.now() < until) {
    const { method, path, body } = next();
    const payload = body === undefined ? '' : JSON.stringify(body);
    const content =
      body === undefined
        ? ''
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n`;
    const sent = performance.now();
    const answer = await connection.send(
      `${method} ${path} HTTP/1.1\r\n${fixed}${content}\r\n${payload}`,
    );
    const received = performance.now();
    if (sent < started || received > until) continue;
    if (answer.status >= 300) {
      state.failures += 1;
      state.firstFailure ??= `${answer.status} ${answer.text()}`;
    } else times.push(received - sent);
  }
  connection.close();
}

type Answer = { status: number; text: () => string };

async function open(host: string, port: number) {
  const socket: Socket = await new Promise((resolve, reject) => {
    const opening = connect({ host, port, noDelay: true }, () => resolve(opening));
    opening.once('error', reject);
  });
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  let received: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = readAnswer(received);
    if (!answer) return;
    received = Buffer.alloc(0);
    waiting?.resolve(answer);
  });
  const broken = () => waiting?.reject(new Error('the server closed the connection'));
  socket.on('close', broken).on('error', broken);
  return {
    send: (request: string) =>
      new Promise<Answer>((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      waiting = undefined;
      socket.end();
    },
  };
}

/** The answer when all of it has arrived; by length or by chunks. */
function readAnswer(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end).toLowerCase();
  const length = /\ncontent-length: (\d+)/.exec(head)?.[1];
  const complete = length
    ? bytes.length >= end + 4 + Number(length)
    : head.includes('transfer-encoding: chunked')
      ? bytes.subarray(-5).equals(Buffer.from('0\r\n\r\n'))
      : true;
  if (!complete) return undefined;
  return { status: Number(head.slice(9, 12)), text: () => bytes.toString('utf8', end + 4) };
}
