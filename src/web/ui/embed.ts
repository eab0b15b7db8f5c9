const YOUTUBE = 'https://www.youtube-nocookie.com';
const VIMEO = 'https://player.vimeo.com';

export type EmbedEvent =
  | { kind: 'ready' }
  | { kind: 'progress'; seconds: number }
  | { kind: 'ended' };

/**
 * The address of a framed player, told to begin at `startAt` seconds and to report to this page.
 * An address that cannot be read is given back as it is.
 */
export function embedUrl(url: string, startAt: number, origin: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  const seconds = Math.floor(startAt);
  if (address.origin === YOUTUBE) {
    address.searchParams.set('enablejsapi', '1');
    address.searchParams.set('origin', origin);
    address.searchParams.set('rel', '0');
    if (seconds > 0) address.searchParams.set('start', String(seconds));
  }
  if (address.origin === VIMEO && seconds > 0) address.hash = `t=${seconds}s`;
  return address.href;
}

/** What a framed player is told, once it stands, so that it reports where it goes. */
export function listenMessages(origin: string): string[] {
  if (origin === YOUTUBE) return [JSON.stringify({ event: 'listening', id: 1 })];
  if (origin !== VIMEO) return [];
  return ['timeupdate', 'ended'].map((value) =>
    JSON.stringify({ method: 'addEventListener', value }),
  );
}

/** Understands a message of a framed player of YouTube or Vimeo; undefined for any other. */
export function readEmbedMessage(origin: string, data: unknown): EmbedEvent | undefined {
  const message = asRecord(typeof data === 'string' ? parse(data) : data);
  if (!message) return undefined;
  if (origin === YOUTUBE) return readYoutube(message);
  if (origin === VIMEO) return readVimeo(message);
  return undefined;
}

type Loose = Record<string, unknown>;

function readYoutube({ event, info }: Loose): EmbedEvent | undefined {
  if (event === 'onReady' || event === 'initialDelivery') return { kind: 'ready' };
  const { currentTime, playerState } = asRecord(info) ?? {};
  if (event !== 'infoDelivery') return undefined;
  if (playerState === 0) return { kind: 'ended' };
  return typeof currentTime === 'number' ? { kind: 'progress', seconds: currentTime } : undefined;
}

function readVimeo({ event, data }: Loose): EmbedEvent | undefined {
  if (event === 'ready') return { kind: 'ready' };
  if (event === 'ended' || event === 'finish') return { kind: 'ended' };
  const { seconds } = asRecord(data) ?? {};
  if (event !== 'timeupdate' && event !== 'playProgress') return undefined;
  return typeof seconds === 'number' ? { kind: 'progress', seconds } : undefined;
}

function asRecord(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null ? (value as Loose) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
