import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const TXT = 16;
const NXDOMAIN = 3;
const SERVFAIL = 2;

export type DnsServer = { address: string; close: () => Promise<void> };

/**
 * A DNS server on loopback that knows these TXT records, each as its strings; other names do not exist. A name with
 * 'SERVFAIL' is one that it cannot answer for.
 */
export async function startDns(
  records: Record<string, string[][] | 'SERVFAIL'>,
): Promise<DnsServer> {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, end } = readName(query);
    const known = records[name.toLowerCase()];
    const answers = Array.isArray(known) ? known : [];
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    const code = known === 'SERVFAIL' ? SERVFAIL : known ? 0 : NXDOMAIN;
    header.writeUInt16BE(0x8180 | code, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers.length, 6);
    const reply = Buffer.concat([header, query.subarray(12, end + 4), ...answers.map(txtRecord)]);
    socket.send(reply, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((done) => socket.close(() => done())),
  };
}

function readName(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

function txtRecord(strings: string[]): Buffer {
  const data = Buffer.concat(
    strings.map((text) => Buffer.concat([Buffer.of(text.length), Buffer.from(text, 'latin1')])),
  );
  const head = Buffer.alloc(12);
  // The name of the question, by pointer; class IN; a minute to live.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(TXT, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
