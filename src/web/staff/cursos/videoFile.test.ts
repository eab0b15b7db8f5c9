import { describe, expect, it } from 'vitest';
import { MAX_VIDEO_BYTES } from '#contract/cursos.ts';
import { refuseVideo, sizeText, videoType } from './videoFile.ts';

describe('a chosen video', () => {
  it('is known by its type, or by its name when it has none', () => {
    expect(videoType({ name: 'a.bin', type: 'video/webm' })).toBe('video/webm');
    expect(videoType({ name: 'Clase 1.MP4', type: '' })).toBe('video/mp4');
    expect(videoType({ name: 'a.m4v', type: 'video/x-m4v' })).toBe('video/mp4');
    expect(videoType({ name: 'a.mp4', type: 'video/quicktime' })).toBeUndefined();
    expect(videoType({ name: 'mp4', type: 'image/png' })).toBeUndefined();
  });

  it('is sent up to the limit and not beyond', () => {
    const file = { name: 'a.mp4', type: 'video/mp4', size: MAX_VIDEO_BYTES };
    expect(refuseVideo(file)).toBeUndefined();
    expect(refuseVideo({ ...file, size: MAX_VIDEO_BYTES + 1 })).toContain('hasta 512 MB');
    expect(refuseVideo({ ...file, size: 0 })).toContain('vacío');
    expect(refuseVideo({ ...file, type: 'video/quicktime' })).toContain('MP4');
  });

  it('says its size', () => {
    expect(sizeText(84.4 * 1024 * 1024)).toBe('84 MB');
    expect(sizeText(0.5 * 1024 * 1024)).toBe('0,5 MB');
  });
});
