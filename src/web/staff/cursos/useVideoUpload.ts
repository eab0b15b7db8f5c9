import { useEffect, useRef, useState } from 'react';
import { uploadVideo } from '#contract/cursos.ts';
import { upload } from '../../api/upload.ts';
import { describeError } from '../../ui/ErrorState.tsx';
import { readLength, refuseVideo, videoType } from './videoFile.ts';

type State =
  | { step: 'idle' }
  | { step: 'sending'; nombre: string; bytes: number; part: number }
  | { step: 'failed'; why: string }
  /** Sent: what may be shown of it before the lesson is saved. */
  | { step: 'done'; nombre: string; preview: string };

type Sent = { id: string; segundos: number | undefined };

/** Sends a chosen video; `onSent` gets its id, and its length when the browser can tell. */
export function useVideoUpload(onSent: (sent: Sent) => void) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const running = useRef<AbortController>(undefined);
  const preview = state.step === 'done' ? state.preview : undefined;

  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);

  async function choose(file: File | null) {
    if (!file) return;
    const why = refuseVideo(file);
    if (why) return setState({ step: 'failed', why });
    const { name: nombre, size: bytes } = file;
    const stop = new AbortController();
    running.current = stop;
    const show = (part: number) => setState({ step: 'sending', nombre, bytes, part });
    show(0);
    try {
      // Some browsers call the type otherwise: what is sent is what it was read as.
      const archivo = file.slice(0, bytes, videoType(file));
      const { id } = await upload(
        uploadVideo,
        { query: { nombre: nombre.slice(0, 200) }, archivo },
        { onProgress: show, signal: stop.signal },
      );
      const url = URL.createObjectURL(archivo);
      setState({ step: 'done', nombre, preview: url });
      onSent({ id, segundos: await readLength(url) });
    } catch (error) {
      if (stop.signal.aborted) return setState({ step: 'idle' });
      const { title, reference } = describeError(error);
      setState({ step: 'failed', why: reference ? `${title} Referencia: ${reference}` : title });
    }
  }

  return {
    state,
    sending: state.step === 'sending',
    choose: (file: File | null) => void choose(file),
    cancel: () => running.current?.abort(),
  };
}

export type VideoSubida = ReturnType<typeof useVideoUpload>;
