import { describe, expect, it } from 'vitest';
import { readRange, tipoDeVideo } from './videoArchivo.policy.ts';

const box = (brand: string) =>
  Buffer.from(`\0\0\0\x20ftyp${brand}\0\0\x02\0isomiso2mp41`, 'latin1');
const ebml = (kind: string) =>
  Buffer.from(`\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84${kind}B\x87`, 'latin1');

describe('the kind of an uploaded file', () => {
  it.each([
    ['MP4', box('isom'), 'video/mp4'],
    ['MP4 of a phone', box('mp42'), 'video/mp4'],
    ['QuickTime', box('qt  '), 'video/mp4'],
    ['WebM', ebml('webm'), 'video/webm'],
    ['Matroska', ebml('matroska'), undefined],
    ['an HEIC picture', box('heic'), undefined],
    ['an AVIF picture', box('avif'), undefined],
    ['M4A sound', box('M4A '), undefined],
    ['a cut head', Buffer.from('\0\0\0\x20ftyp'), undefined],
    ['AVI', Buffer.from('RIFF\0\0\0\0AVI LIST'), undefined],
    ['PDF', Buffer.from('%PDF-1.7'), undefined],
    ['HTML', Buffer.from('<!doctype html><script>ftyp webm</script>'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('%s', (_name, bytes, tipo) => {
    expect(tipoDeVideo(bytes)).toBe(tipo);
  });
});

describe('the part asked for of 1,000 bytes', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-', { desde: 0, hasta: 999 }],
    ['bytes=0-0', { desde: 0, hasta: 0 }],
    ['bytes=200-299', { desde: 200, hasta: 299 }],
    ['bytes=999-', { desde: 999, hasta: 999 }],
    ['bytes=990-5000', { desde: 990, hasta: 999 }],
    ['bytes=-100', { desde: 900, hasta: 999 }],
    ['bytes=-5000', { desde: 0, hasta: 999 }],
    ['BYTES = 1-2', { desde: 1, hasta: 2 }],
    ['bytes=1000-', null],
    ['bytes=99999999999999999999-', null],
    ['bytes=-0', null],
    ['bytes=5-2', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=0-1', undefined],
    ['bytes=a-b', undefined],
    ['bytes=--1', undefined],
  ])('%s', (header, part) => {
    expect(readRange(header, 1_000)).toEqual(part);
  });
});
