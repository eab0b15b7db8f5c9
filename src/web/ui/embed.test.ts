import { describe, expect, it } from 'vitest';
import { embedUrl, readEmbedMessage } from './embed.ts';

const youtube = 'https://www.youtube-nocookie.com';
const vimeo = 'https://player.vimeo.com';
const here = 'https://escuela.cl';

describe('embedUrl', () => {
  it('starts YouTube where it was left and lets it report', () => {
    const url = new URL(embedUrl(`${youtube}/embed/abc`, 75.8, here));
    expect(url.searchParams.get('start')).toBe('75');
    expect(url.searchParams.get('enablejsapi')).toBe('1');
    expect(url.searchParams.get('origin')).toBe(here);
  });

  it('keeps what the address already says', () => {
    expect(embedUrl(`${vimeo}/video/9?h=f00&dnt=1`, 0, here)).toBe(`${vimeo}/video/9?h=f00&dnt=1`);
    expect(embedUrl(`${vimeo}/video/9?h=f00`, 61, here)).toBe(`${vimeo}/video/9?h=f00#t=61s`);
  });

  it('leaves other addresses alone', () => {
    expect(embedUrl('https://otro.cl/video', 9, here)).toBe('https://otro.cl/video');
    expect(embedUrl('nada', 9, here)).toBe('nada');
  });
});

describe('readEmbedMessage', () => {
  it('reads the seconds of YouTube and of Vimeo', () => {
    const delivery = JSON.stringify({ event: 'infoDelivery', info: { currentTime: 12.5 } });
    expect(readEmbedMessage(youtube, delivery)).toEqual({ kind: 'progress', seconds: 12.5 });
    const update = { event: 'timeupdate', data: { seconds: 7, percent: 0.5, duration: 14 } };
    expect(readEmbedMessage(vimeo, update)).toEqual({ kind: 'progress', seconds: 7 });
  });

  it('reads the end', () => {
    const end = JSON.stringify({
      event: 'infoDelivery',
      info: { playerState: 0, currentTime: 90 },
    });
    expect(readEmbedMessage(youtube, end)).toEqual({ kind: 'ended' });
    expect(readEmbedMessage(vimeo, JSON.stringify({ event: 'ended' }))).toEqual({ kind: 'ended' });
  });

  it('believes no other origin and no other shape', () => {
    const update = { event: 'timeupdate', data: { seconds: 7 } };
    expect(readEmbedMessage('https://malo.cl', update)).toBeUndefined();
    expect(readEmbedMessage(youtube, '{"event":')).toBeUndefined();
    expect(readEmbedMessage(youtube, null)).toBeUndefined();
    expect(
      readEmbedMessage(vimeo, { event: 'timeupdate', data: { seconds: 'x' } }),
    ).toBeUndefined();
  });
});
