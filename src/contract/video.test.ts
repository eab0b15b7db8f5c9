import { describe, expect, it } from 'vitest';
import { enlaceDe, readEnlace, videoDe } from './video.ts';

const ID = 'dQw4w9WgXcQ';

describe('a pasted link', () => {
  it.each([
    `https://www.youtube.com/watch?v=${ID}`,
    `https://youtube.com/watch?v=${ID}&t=42s`,
    `https://m.youtube.com/watch?app=desktop&v=${ID}&list=PL1234567890&index=2`,
    `https://music.youtube.com/watch?v=${ID}`,
    `https://www.youtube.com/watch/?v=${ID}`,
    `https://youtu.be/${ID}`,
    `https://youtu.be/${ID}?si=abc&t=10`,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.youtube.com/shorts/${ID}?feature=share`,
    `https://www.youtube.com/embed/${ID}`,
    `https://www.youtube-nocookie.com/embed/${ID}?rel=0`,
    `https://www.youtube.com/live/${ID}?si=x`,
    `www.youtube.com/watch?v=${ID}`,
    `youtu.be/${ID}`,
    `  HTTPS://WWW.YOUTUBE.COM/watch?v=${ID}\n`,
  ])('of YouTube: %s', (link) => {
    expect(readEnlace(link)).toEqual({ tipo: 'YOUTUBE', ref: ID });
  });

  it.each([
    ['https://vimeo.com/76979871', '76979871'],
    ['https://www.vimeo.com/76979871/', '76979871'],
    ['vimeo.com/76979871', '76979871'],
    ['https://vimeo.com/76979871/8272103f6e', '76979871/8272103f6e'],
    ['https://vimeo.com/76979871?h=8272103f6e', '76979871/8272103f6e'],
    ['https://vimeo.com/76979871?share=copy', '76979871'],
    ['https://vimeo.com/76979871#t=30s', '76979871'],
    ['https://vimeo.com/manage/videos/76979871', '76979871'],
    ['https://vimeo.com/manage/videos/76979871/8272103f6e', '76979871/8272103f6e'],
    ['https://vimeo.com/channels/staffpicks/76979871', '76979871'],
    ['https://vimeo.com/groups/taller/videos/76979871', '76979871'],
    ['https://vimeo.com/showcase/123/video/76979871', '76979871'],
    ['https://player.vimeo.com/video/76979871', '76979871'],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e&app_id=1', '76979871/8272103f6e'],
  ])('of Vimeo: %s', (link, ref) => {
    expect(readEnlace(link)).toEqual({ tipo: 'VIMEO', ref });
  });

  it.each([
    'https://videos.ejemplo.cl/gres/leccion-1.mp4',
    'https://videos.ejemplo.cl/leccion.WEBM?token=abc',
    'https://videos.ejemplo.cl/a.m4v',
    'https://videos.ejemplo.cl/a.mov#t=10',
  ])('of a file: %s', (link) => {
    expect(readEnlace(link)).toEqual({ tipo: 'ENLACE', ref: new URL(link).href });
  });

  it.each([
    ['javascript:alert(1)', 'no es un enlace'],
    ['javascript:alert(1)//a.mp4', 'no es un enlace'],
    ['data:video/mp4;base64,AAAA', 'no es un enlace'],
    ['file:///etc/passwd.mp4', 'no es un enlace'],
    ['ftp://ejemplo.cl/a.mp4', 'no es un enlace'],
    ['hola', 'no es un enlace'],
    ['mi video de gres.mp4', 'no es un enlace'],
    [`https://youtu.be/${ID} y otro`, 'no es un enlace'],
    ['//youtu.be', 'no es un enlace'],
    ['https://', 'no es un enlace'],
    [`http://www.youtube.com/watch?v=${ID}`, 'https://'],
    ['http://ejemplo.cl/a.mp4', 'https://'],
    [`<iframe src="https://www.youtube.com/embed/${ID}"></iframe>`, 'código'],
    ['https://ana:clave@ejemplo.cl/a.mp4', 'contraseña'],
    ['https://www.youtube.com/@tallerdemuestra', 'no lleva a un video'],
    ['https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv', 'no lleva a un video'],
    ['https://www.youtube.com/playlist?list=PL1234567890', 'no lleva a un video'],
    ['https://www.youtube.com/embed/videoseries?list=PL1234567890', 'no lleva a un video'],
    ['https://www.youtube.com/', 'no lleva a un video'],
    ['https://www.youtube.com/watch?v=corto', 'no lleva a un video'],
    ['https://www.youtube.com/watch?v="><script>', 'no lleva a un video'],
    ['https://www.youtube.com/watch', 'no lleva a un video'],
    [`https://youtu.be/${ID}/mas`, 'no lleva a un video'],
    ['https://vimeo.com/tallerdemuestra', 'no lleva a un video'],
    ['https://vimeo.com/showcase/123456', 'no lleva a un video'],
    ['https://vimeo.com/76979871/"onload="', 'no lleva a un video'],
    ['https://player.vimeo.com/video/76979871?h=a%26b', 'no lleva a un video'],
    ['https://player.vimeo.com/', 'no lleva a un video'],
    [`https://youtube.com.malo.cl/watch?v=${ID}`, 'ese sitio'],
    [`https://noyoutube.com/watch?v=${ID}`, 'ese sitio'],
    ['https://evilvimeo.com/76979871', 'ese sitio'],
    ['https://drive.google.com/file/d/abc/view', 'ese sitio'],
    ['https://www.instagram.com/reel/abc/', 'ese sitio'],
    ['https://ejemplo.cl/pagina?archivo=a.mp4', 'ese sitio'],
    ['https://ejemplo.cl/a.exe', 'ese sitio'],
  ])('is refused: %s', (link, reason) => {
    expect(readEnlace(link)).toEqual({ error: expect.stringContaining(reason) });
  });
});

describe('a stored video', () => {
  it.each([
    [{ tipo: 'YOUTUBE', ref: ID }, `https://www.youtube.com/watch?v=${ID}`],
    [{ tipo: 'VIMEO', ref: '76979871/8272103f6e' }, 'https://vimeo.com/76979871/8272103f6e'],
    [{ tipo: 'ENLACE', ref: 'https://ejemplo.cl/a.mp4' }, 'https://ejemplo.cl/a.mp4'],
  ] as const)('%j gives the link that reads back as itself', (stored, link) => {
    expect(enlaceDe(stored)).toBe(link);
    expect(readEnlace(link)).toEqual(stored);
  });

  it.each([
    ['YOUTUBE', ID, 'INCRUSTAR', `https://www.youtube-nocookie.com/embed/${ID}?rel=0`],
    ['VIMEO', '76979871', 'INCRUSTAR', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['VIMEO', '76979871/8f', 'INCRUSTAR', 'https://player.vimeo.com/video/76979871?h=8f&dnt=1'],
    ['ENLACE', 'https://ejemplo.cl/a.mp4', 'ARCHIVO', 'https://ejemplo.cl/a.mp4'],
    ['ARCHIVO', null, 'ARCHIVO', '/api/lecciones/7/video'],
  ] as const)('%s %s is played from %s %s', (videoTipo, videoRef, modo, url) => {
    const video = videoDe({ videoTipo, videoRef }, '/api/lecciones/7/video');
    expect(video).toEqual({ tipo: videoTipo, modo, url });
  });

  it('is none where there is none', () => {
    expect(videoDe({ videoTipo: null, videoRef: null }, '/x')).toBeNull();
  });
});
