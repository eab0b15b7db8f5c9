import { MAX_VIDEO_BYTES } from '#contract/cursos.ts';

const TYPES: Record<string, string> = { mp4: 'video/mp4', m4v: 'video/mp4', webm: 'video/webm' };

/** The media type of a chosen video; browsers leave it out of some files, which their names tell. */
export function videoType({ name, type }: Pick<File, 'name' | 'type'>): string | undefined {
  const known = type || TYPES[name.split('.').pop()?.toLowerCase() ?? ''];
  if (known === 'video/x-m4v') return 'video/mp4';
  return known === 'video/mp4' || known === 'video/webm' ? known : undefined;
}

const megas = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Why a chosen file cannot be sent, in Spanish; undefined when it can. */
export function refuseVideo(file: Pick<File, 'name' | 'type' | 'size'>): string | undefined {
  if (!videoType(file)) {
    return 'Este archivo no es un video MP4 o WebM. Si lo grabaste con un teléfono, expórtalo como MP4 e inténtalo de nuevo.';
  }
  if (file.size === 0) return 'Este archivo está vacío.';
  if (file.size > MAX_VIDEO_BYTES) {
    return `El video pesa ${megas(file.size)} MB y se aceptan hasta ${megas(MAX_VIDEO_BYTES)} MB. Súbelo a YouTube o Vimeo como no listado y pega su enlace.`;
  }
  return undefined;
}

/** The size of a file in words: `84 MB`, `0,5 MB`. */
export function sizeText(bytes: number): string {
  const size = bytes / 1024 / 1024;
  return `${size.toLocaleString('es-CL', { maximumFractionDigits: size < 10 ? 1 : 0 })} MB`;
}

/** The length of a video in whole seconds, as the browser reads it from its file; undefined if it cannot. */
export function readLength(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const player = document.createElement('video');
    player.preload = 'metadata';
    player.onloadedmetadata = () => {
      const { duration } = player;
      resolve(Number.isFinite(duration) && duration >= 1 ? Math.round(duration) : undefined);
    };
    player.onerror = () => resolve(undefined);
    player.src = url;
  });
}
