export type TipoVideo = 'video/mp4' | 'video/webm';

/** The bytes at the beginning of a file that tell what it is. */
const HEAD_BYTES = 64;

/** Pictures and sound that share the container of MP4. */
const NOT_VIDEO = /^(hei[cxms]|hev[cx]|mif1|msf1|avi[fs]|M4[ABP] |crx )/;

/** What kind of video the first bytes of a file say it is, whatever its name or declared type. */
export function tipoDeVideo(head: Uint8Array): TipoVideo | undefined {
  const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1');
  if (text.slice(4, 8) === 'ftyp' && text.length >= 12 && !NOT_VIDEO.test(text.slice(8, 12))) {
    return 'video/mp4';
  }
  if (text.startsWith('\x1aE\xdf\xa3') && text.includes('webm')) return 'video/webm';
  return undefined;
}

/** The first and last byte of a part, both included. */
export type Tramo = { desde: number; hasta: number };

/**
 * The part of a file that a `Range` header asks for; undefined for the whole, which is also the answer to
 * a header we do not understand or to several parts at once; null when it asks for nothing that exists.
 */
export function readRange(header: string | undefined, bytes: number): Tramo | undefined | null {
  const match = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length > 0 ? { desde: bytes - length, hasta: bytes - 1 } : null;
  }
  const desde = Number(first);
  if (last !== '' && Number(last) < desde) return undefined;
  if (desde >= bytes) return null;
  return { desde, hasta: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
