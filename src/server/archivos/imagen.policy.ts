type Formato = 'JPEG' | 'PNG' | 'WEBP' | 'AVIF';

const starts = (bytes: Uint8Array, at: number, text: string) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

/** What kind of image the bytes say they are, whatever their name or declared type. */
export function formatOf(bytes: Uint8Array): Formato | undefined {
  if (starts(bytes, 0, '\xff\xd8\xff')) return 'JPEG';
  if (starts(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'PNG';
  if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return 'WEBP';
  if (starts(bytes, 4, 'ftyp') && (starts(bytes, 8, 'avif') || starts(bytes, 8, 'avis')))
    return 'AVIF';
  return undefined;
}
