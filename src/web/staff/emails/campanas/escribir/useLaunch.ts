import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Campana, launchCampana } from '#contract/campanas.ts';
import { ApiError } from '../../../../api/client.ts';
import { useMutate } from '../../../../api/queries.ts';
import type { useConteo } from '../audiencia/useConteo.ts';

/** Why it was not sent, with the people who were seen and those there are now. */
export type Problem = { error: ApiError; antes: number; ahora: number | undefined };

/** Sends what was seen; when the audience is another by then, brings the new figure. */
export function useLaunch(
  campana: Campana,
  version: () => number,
  count: ReturnType<typeof useConteo>,
) {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem>();
  const launch = useMutate(launchCampana, {
    notifyError: false,
    onSuccess: ({ id }) =>
      navigate({ to: '/app/emails/campanas/$id', params: { id: String(id) }, replace: true }),
  });
  async function go(destinatariosVistos: number, programadaEn: string | undefined) {
    setProblem(undefined);
    try {
      await launch.mutateAsync({
        params: { id: campana.id },
        body: {
          destinatariosVistos,
          version: version(),
          ...(programadaEn ? { programadaEn } : {}),
        },
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const now = await count.recontar();
      setProblem({ error, antes: destinatariosVistos, ahora: now?.destinatarios });
    }
  }
  return {
    problem,
    pending: launch.isPending,
    go: (n: number, at: string | undefined) => void go(n, at),
  };
}
