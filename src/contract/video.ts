import type { Video, VideoTipo } from './cursos.ts';

/** Where a lesson's video stands, as it is stored; an uploaded one has an id instead. */
export type VideoRef = { tipo: Exclude<VideoTipo, 'ARCHIVO'>; ref: string };

/** A link understood, or why it was not, in Spanish. */
export type EnlaceLeido = VideoRef | { error: string };

const ESPERADO = 'Usa un enlace de YouTube, de Vimeo o de un archivo .mp4 o .webm.';
const NO_ES_ENLACE = `Esto no es un enlace. ${ESPERADO}`;
const NO_ES_SEGURO = 'El enlace debe empezar con https://.';
const NO_ES_UN_VIDEO =
  'El enlace no lleva a un video. Abre el video y copia su propio enlace, no el de un canal ni una lista.';
const OTRO_SITIO = `Los videos de ese sitio no se pueden mostrar aquí. ${ESPERADO} También puedes subir el archivo.`;
const CODIGO = 'Pega solo el enlace del video, no el código para insertarlo.';
const CON_CLAVE = 'Quita el usuario y la contraseña del enlace.';

const YOUTUBE_HOSTS = /^((www|m|music)\.)?youtube(-nocookie)?\.com$/;
const YOUTUBE_ID = /^[\w-]{11}$/;
const YOUTUBE_PATH = /^\/(?:shorts|embed|live|v)\/([^/]+)\/?$/;
const VIMEO_ID = /^\d{4,15}$/;
const VIMEO_HASH = /^[\da-z]{6,40}$/i;
const VIMEO_PATHS = [
  /^\/(\d+)(?:\/([^/]+))?\/?$/,
  /^\/manage\/videos\/(\d+)(?:\/([^/]+))?\/?$/,
  /^\/channels\/[\w-]+\/(\d+)\/?$/,
  /^\/groups\/[\w-]+\/videos\/(\d+)\/?$/,
  /^\/(?:album|showcase)\/\d+\/video\/(\d+)\/?$/,
];
const FILE = /\.(mp4|webm|m4v|mov)$/i;

/**
 * What a pasted link says: a video at YouTube or Vimeo (their start times and lists are let go), or an
 * https address that ends in a video file. Everything else is refused with the reason.
 */
export function readEnlace(pegado: string): EnlaceLeido {
  const text = pegado.trim();
  if (text.startsWith('<')) return { error: CODIGO };
  // People leave out the https:// that their browser does not show.
  const href = /^[a-z0-9-]+(\.[a-z0-9-]+)+\//i.test(text) ? `https://${text}` : text;
  if (!URL.canParse(href) || /\s/.test(text)) return { error: NO_ES_ENLACE };
  const url = new URL(href);
  if (url.protocol === 'http:') return { error: NO_ES_SEGURO };
  if (url.protocol !== 'https:') return { error: NO_ES_ENLACE };
  if (url.username || url.password) return { error: CON_CLAVE };
  const { hostname } = url;
  if (hostname === 'youtu.be') return youtube(url.pathname.slice(1).replace(/\/$/, ''));
  if (YOUTUBE_HOSTS.test(hostname)) {
    const id = url.pathname.replace(/\/$/, '') === '/watch' ? url.searchParams.get('v') : null;
    return youtube(id ?? YOUTUBE_PATH.exec(url.pathname)?.[1]);
  }
  if (hostname === 'player.vimeo.com') {
    const id = /^\/video\/(\d+)\/?$/.exec(url.pathname)?.[1];
    return vimeo(id, url.searchParams.get('h'));
  }
  if (/^(www\.)?vimeo\.com$/.test(hostname)) {
    const match = VIMEO_PATHS.map((path) => path.exec(url.pathname)).find(Boolean);
    return vimeo(match?.[1], match?.[2] ?? url.searchParams.get('h'));
  }
  return FILE.test(url.pathname) ? { tipo: 'ENLACE', ref: url.href } : { error: OTRO_SITIO };
}

function youtube(id: string | undefined): EnlaceLeido {
  // `videoseries` has the length of an id, and stands for a list.
  const isVideo = id !== undefined && YOUTUBE_ID.test(id) && id !== 'videoseries';
  return isVideo ? { tipo: 'YOUTUBE', ref: id } : { error: NO_ES_UN_VIDEO };
}

function vimeo(id: string | undefined, hash: string | null): EnlaceLeido {
  if (!id || !VIMEO_ID.test(id) || (hash && !VIMEO_HASH.test(hash))) {
    return { error: NO_ES_UN_VIDEO };
  }
  return { tipo: 'VIMEO', ref: hash ? `${id}/${hash}` : id };
}

/** The link of a stored video as a person would paste it. */
export function enlaceDe({ tipo, ref }: VideoRef): string {
  if (tipo === 'YOUTUBE') return `https://www.youtube.com/watch?v=${ref}`;
  return tipo === 'VIMEO' ? `https://vimeo.com/${ref}` : ref;
}

type Guardado = { videoTipo: VideoTipo | null; videoRef: string | null };

/**
 * What a player needs of a lesson's stored video: the frames are those without tracking cookies.
 * `archivoUrl` is the address at which this viewer gets an uploaded file.
 */
export function videoDe({ videoTipo, videoRef }: Guardado, archivoUrl: string): Video | null {
  if (videoTipo === 'ARCHIVO') return { tipo: videoTipo, modo: 'ARCHIVO', url: archivoUrl };
  if (videoTipo === null || videoRef === null) return null;
  if (videoTipo === 'ENLACE') return { tipo: videoTipo, modo: 'ARCHIVO', url: videoRef };
  return { tipo: videoTipo, modo: 'INCRUSTAR', url: frame(videoTipo, videoRef) };
}

function frame(tipo: 'YOUTUBE' | 'VIMEO', ref: string): string {
  if (tipo === 'YOUTUBE') return `https://www.youtube-nocookie.com/embed/${ref}?rel=0`;
  const [id, hash] = ref.split('/');
  return `https://player.vimeo.com/video/${id}?${hash ? `h=${hash}&` : ''}dnt=1`;
}
