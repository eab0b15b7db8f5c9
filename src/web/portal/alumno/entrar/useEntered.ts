import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Alumno } from '#contract/portal.ts';
import { MINE, sesionQuery } from '../alumno.api.ts';

/** What to do once someone is in: forget whoever was here before, and go to where they were going. */
export function useEntered(volver: string | undefined) {
  const client = useQueryClient();
  const router = useRouter();
  return (alumno: Alumno) => {
    client.removeQueries({ queryKey: [MINE] });
    client.setQueryData(sesionQuery.queryKey, alumno);
    router.history.replace(volver ?? '/mi');
  };
}
