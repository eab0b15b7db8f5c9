import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { type ApiError, call } from '../../api/client.ts';
import { noticeLostSession } from './alumno.api.ts';

/** Writes by an endpoint; a session that ended meanwhile leads to the door. */
export function useSend<E extends Endpoint>(
  endpoint: E,
  onDone?: (answer: Answer<E>) => void | Promise<void>,
) {
  const client = useQueryClient();
  return useMutation<Answer<E>, ApiError, CallArgs<E>>({
    mutationFn: (args) => call(endpoint, args),
    onSuccess: (answer) => onDone?.(answer),
    onError: (error) => noticeLostSession(client, error),
  });
}

/** The server's word on one field, to stand beside it. */
export function fieldProblem(error: ApiError | null, campo: string): string | undefined {
  return error?.fields.find((field) => field.campo === campo)?.mensaje;
}
