import { createServer, type Socket } from 'node:net';

/** What the server does with a message. */
export type Trato =
  | 'ACEPTA'
  /** An answer in place of 250, after RCPT TO or after the message. */
  | { rcpt: string }
  | { datos: string }
  /** Takes the message whole and drops the line without a word. */
  | 'CORTA'
  /** Drops the line in the middle of the message. */
  | 'CORTA_ANTES'
  /** Never answers. */
  | 'CUELGA';

export type Recibido = { de: string; para: string; raw: string; at: number };

export type SmtpSink = {
  url: string;
  port: number;
  /** What was taken, or was dropped after it had come in whole. */
  recibidos: Recibido[];
  /** Told of each message when its last dot has come. */
  onMensaje: (mensaje: Recibido) => void;
  /** How to treat a message, by its recipient. */
  trato: (para: string) => Trato;
  /** The answer to MAIL FROM; undefined takes it. */
  remitente: () => string | undefined;
  /** The greeting; anything but 220 refuses the line. */
  saludo: string;
  lines: () => number;
  close: () => Promise<void>;
};

const END = Buffer.from('\r\n.\r\n');

/** A plain SMTP server (RFC 5321) on loopback that does as it is told; without logging, quick enough to measure by. */
export async function smtpSink(options: { keep?: boolean; port?: number } = {}): Promise<SmtpSink> {
  const { keep = true } = options;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    converse(socket, sink, keep);
  });
  const sink: SmtpSink = {
    url: '',
    port: 0,
    recibidos: [],
    onMensaje: () => {},
    trato: () => 'ACEPTA',
    remitente: () => undefined,
    saludo: '220 prueba ESMTP',
    lines: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const address = server.address();
  sink.port = typeof address === 'object' && address ? address.port : 0;
  sink.url = `smtp://127.0.0.1:${sink.port}`;
  return sink;
}

function converse(socket: Socket, sink: SmtpSink, keep: boolean): void {
  let de = '';
  let para = '';
  let pending: Buffer[] = [];
  let tail = Buffer.alloc(0);
  let inData = false;
  let text = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.setNoDelay(true);
  say(sink.saludo);

  function command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO')
      say('250-prueba\r\n250-SIZE 50000000\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES');
    else if (verb === 'MAIL') {
      de = /<(.*?)>/.exec(line)?.[1] ?? '';
      say(sink.remitente() ?? '250 2.1.0 ok');
    } else if (verb === 'RCPT') {
      para = /<(.*?)>/.exec(line)?.[1] ?? '';
      const trato = sink.trato(para);
      if (trato === 'CUELGA') return;
      say(typeof trato === 'object' && 'rcpt' in trato ? trato.rcpt : '250 2.1.5 ok');
    } else if (verb === 'DATA') {
      inData = true;
      pending = [];
      tail = Buffer.alloc(0);
      say('354 go');
      if (sink.trato(para) === 'CORTA_ANTES') setTimeout(() => socket.destroy(), 5);
    } else if (verb === 'QUIT') {
      say('221 2.0.0 bye');
      socket.end();
    } else say('250 2.0.0 ok');
  }

  function finish(raw: Buffer): void {
    const trato = sink.trato(para);
    const mensaje = { de, para, raw: keep ? raw.toString('utf8') : '', at: performance.now() };
    const answer = typeof trato === 'object' && 'datos' in trato ? trato.datos : '250 2.0.0 queued';
    if (answer.startsWith('2')) {
      if (keep) sink.recibidos.push(mensaje);
      sink.onMensaje(mensaje);
    }
    if (trato === 'CORTA') socket.destroy();
    else say(answer);
  }

  socket.on('data', (chunk: Buffer) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (inData) {
        pending.push(rest);
        // The end may come in pieces.
        tail = Buffer.concat([tail, rest.subarray(-END.length)]).subarray(-END.length);
        if (!tail.equals(END)) return;
        inData = false;
        finish(keep ? unstuff(Buffer.concat(pending)) : Buffer.alloc(0));
        return;
      }
      text += rest.toString('latin1');
      rest = Buffer.alloc(0);
      for (let eol = text.indexOf('\r\n'); eol >= 0; eol = text.indexOf('\r\n')) {
        const line = text.slice(0, eol);
        text = text.slice(eol + 2);
        command(line);
      }
    }
  });
}

/** The message as it was before the dots at the beginning of lines were doubled, without its end. */
function unstuff(data: Buffer): Buffer {
  const text = data.toString('latin1').slice(0, -3);
  return Buffer.from(text.replace(/(^|\r\n)\.\./g, '$1.'), 'latin1');
}
