import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { MiLeccion, setProgreso } from '#contract/portal.ts';
import { write } from '../../endpoints.ts';
import { MINE, miLeccionQuery } from '../alumno.api.ts';
import { useSend } from '../useSend.ts';

const set = write<typeof setProgreso>(
  'PUT',
  '/api/portal/cursos/:id/lecciones/:leccionId/progreso',
);
const EVERY_MS = 15_000;

/**
 * Keeps where a lesson's video was left: every so often while it plays, and when the page is left.
 * A place that could not be saved is no trouble worth showing; finishing a lesson is.
 */
export function useProgress(cursoId: string, { id, segundos }: MiLeccion) {
  const client = useQueryClient();
  const leccionId = String(id);
  const params = { id: cursoId, leccionId };
  const place = useSend(set);
  const end = useSend(set);
  const seen = useRef({ latest: segundos, saved: segundos, at: 0 });

  function flush() {
    const { latest, saved } = seen.current;
    if (latest === saved) return;
    seen.current = { latest, saved: latest, at: Date.now() };
    place.mutate({ params, body: { segundos: latest } });
    client.setQueryData(miLeccionQuery(cursoId, leccionId).queryKey, (known) =>
      known ? { ...known, segundos: latest } : known,
    );
  }

  const onLeave = useRef(flush);
  useEffect(() => {
    onLeave.current = flush;
  });
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && onLeave.current();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      onLeave.current();
    };
  }, []);

  return {
    save(seconds: number) {
      seen.current.latest = Math.floor(seconds);
      if (Date.now() - seen.current.at >= EVERY_MS) flush();
    },
    flush,
    /** True once the server knows that it is finished. */
    async finish(): Promise<boolean> {
      try {
        await end.mutateAsync({ params, body: { terminada: true } });
      } catch {
        return false;
      }
      await client.invalidateQueries({ queryKey: [MINE, 'cursos'] });
      void client.invalidateQueries({ queryKey: [MINE, 'lecciones', cursoId] });
      void client.invalidateQueries({ queryKey: [MINE, 'resenas'] });
      return true;
    },
    finishing: end.isPending,
    error: end.error,
  };
}
