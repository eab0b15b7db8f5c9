import { inflateSync } from 'node:zlib';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** The texts that a PDF of ours writes, in their order, page after page. */
export function pdfText(bytes: Uint8Array): string {
  const raw = latin1(bytes);
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return latin1(inflateSync(Buffer.from(body, 'latin1')));
    } catch {
      return '';
    }
  });
  const shown = streams.join('\n').matchAll(/\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g);
  return [...shown]
    .map(([, parts = '']) =>
      [...parts.matchAll(/<([0-9a-f]*)>/g)]
        .map(([, hex = '']) => new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex')))
        .join(''),
    )
    .join('\n');
}
