import { useEffect, useEffectEvent, useRef, useState } from 'react';

export type CameraState = 'OPENING' | 'ON' | 'DENIED' | 'NONE' | 'INSECURE' | 'BUSY';

/** Between two looks at the picture: enough for a hand, and the phone stays cool. */
const LOOK_MS = 120;

function reasonOf(error: unknown): CameraState {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'DENIED';
  if (name === 'NotReadableError' || name === 'AbortError') return 'BUSY';
  return 'NONE';
}

/** Shows the rear camera in `video` while mounted, and tells each QR that it sees. */
export function useCamera(onRead: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('OPENING');
  const tell = useEffectEvent(onRead);

  useEffect(() => {
    let over = false;
    let close = () => {};
    async function run() {
      if (!navigator.mediaDevices) return setState(window.isSecureContext ? 'NONE' : 'INSECURE');
      const { QRCanvas, rearCamera } = await import('qr/dom.js');
      if (over || !video.current) return;
      const camera = await rearCamera(video.current);
      close = () => camera.stop();
      if (over) return close();
      setState('ON');
      const canvas = new QRCanvas({}, { cropToSquare: true });
      while (!over) {
        const seen = await camera.readFrame(canvas, true);
        if (!over && typeof seen === 'string' && seen) tell(seen);
        await new Promise((done) => setTimeout(done, LOOK_MS));
      }
    }
    run().catch((error: unknown) => {
      if (!over) setState(reasonOf(error));
    });
    return () => {
      over = true;
      close();
    };
  }, []);

  return { video, state };
}
