import { useEffect, useRef, useState } from 'react';
import type { Video } from '#contract/cursos.ts';
import { embedUrl, listenMessages, readEmbedMessage } from './embed.ts';
import classes from './VideoPlayer.module.css';

type Props = {
  video: Pick<Video, 'modo' | 'url'>;
  /** Of the lesson: the name of the player for those who hear it. */
  title: string;
  /** Seconds at which it was left. */
  startAt?: number;
  /** Where it is, in seconds: about each second while it plays, and when it is paused. */
  onProgress?: (seconds: number) => void;
  onEnded?: () => void;
};

const EVERY_MS = 1_000;

/** Calls at most once in a while; `flush` calls at once with the latest. */
function useThrottled(report: ((seconds: number) => void) | undefined) {
  const last = useRef({ at: 0, seconds: -1 });
  return (seconds: number, flush = false) => {
    const now = Date.now();
    if (!flush && now - last.current.at < EVERY_MS) return;
    if (Math.floor(seconds) === Math.floor(last.current.seconds)) return;
    last.current = { at: now, seconds };
    report?.(seconds);
  };
}

/** A lesson's video: a privacy-friendly frame of YouTube or Vimeo, or the browser's own player. */
export function VideoPlayer(props: Props) {
  return (
    <div className={classes.frame}>
      {props.video.modo === 'INCRUSTAR' ? (
        <Framed key={props.video.url} {...props} />
      ) : (
        <Played key={props.video.url} {...props} />
      )}
    </div>
  );
}

function Framed({ video, title, startAt = 0, onProgress, onEnded }: Props) {
  const ref = useRef<HTMLIFrameElement>(null);
  // Where it began stays the same while it plays: another address would start it again.
  const [src] = useState(() => embedUrl(video.url, startAt, window.location.origin));
  const report = useThrottled(onProgress);
  const heard = useRef({ report, onEnded });
  useEffect(() => {
    heard.current = { report, onEnded };
  });
  const origin = URL.canParse(src) ? new URL(src).origin : '';

  function listen() {
    for (const message of listenMessages(origin)) {
      ref.current?.contentWindow?.postMessage(message, origin);
    }
  }

  useEffect(() => {
    function onMessage({ source, origin, data }: MessageEvent<unknown>) {
      const frame = ref.current?.contentWindow;
      const event = source === frame ? readEmbedMessage(origin, data) : undefined;
      if (event?.kind === 'progress') heard.current.report(event.seconds);
      if (event?.kind === 'ended') heard.current.onEnded?.();
      if (event?.kind === 'ready') {
        for (const message of listenMessages(origin)) frame?.postMessage(message, origin);
      }
    }
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);

  return (
    <iframe
      ref={ref}
      src={src}
      title={`Video: ${title}`}
      className={classes.player}
      loading="lazy"
      referrerPolicy="strict-origin-when-cross-origin"
      allow="fullscreen; picture-in-picture; encrypted-media"
      onLoad={listen}
    />
  );
}

function Played({ video, title, startAt = 0, onProgress, onEnded }: Props) {
  const [failed, setFailed] = useState(false);
  const report = useThrottled(onProgress);
  if (failed) {
    return (
      <div className={classes.failed} role="alert">
        <span>No se pudo reproducir el video.</span>
        <button type="button" className={classes.retry} onClick={() => setFailed(false)}>
          Intentar de nuevo
        </button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: the school uploads videos without a text track.
    <video
      className={classes.player}
      src={video.url}
      aria-label={`Video: ${title}`}
      controls
      playsInline
      preload="metadata"
      onLoadedMetadata={({ currentTarget: player }) => {
        // One that was left in its last seconds begins anew.
        if (startAt > 0 && startAt < player.duration - 5) player.currentTime = startAt;
      }}
      onTimeUpdate={({ currentTarget: player }) => {
        if (!player.paused) report(player.currentTime);
      }}
      onPause={({ currentTarget: player }) => report(player.currentTime, true)}
      onEnded={onEnded}
      onError={() => setFailed(true)}
    />
  );
}
