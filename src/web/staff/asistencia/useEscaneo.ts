import { useMutation, useQueryClient } from '@tanstack/react-query';
import { escanear, getAsistencia, setAsistencia } from '#contract/asistencia.ts';
import { keyOf } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import type { Escaneo } from './Resultado.tsx';

type Scan = { codigo: string; tallerId?: number | undefined; aunqueDeba?: boolean };

/** Sends what was scanned, and takes it back. */
export function useEscaneo() {
  const client = useQueryClient();
  const refresh = ({ taller }: Escaneo) =>
    client.invalidateQueries({ queryKey: keyOf(getAsistencia, { params: { id: taller.id } }) });
  const scan = useMutation({
    mutationFn: ({ codigo, tallerId, aunqueDeba }: Scan) =>
      callSignedIn(escanear, {
        body: {
          codigo,
          ...(tallerId === undefined ? {} : { tallerId }),
          ...(aunqueDeba ? { aunqueDeba } : {}),
        },
      }),
    onSuccess: (answer) => void refresh(answer),
  });
  const undo = useMutation({
    mutationFn: ({ taller, puesto: { inscripcionId, puesto } }: Escaneo) =>
      callSignedIn(setAsistencia, {
        params: { id: taller.id },
        body: { inscripcionId, puesto, asistencia: null },
      }),
    onSuccess: (_seat, escaneo) => {
      void refresh(escaneo);
      scan.reset();
    },
  });
  return { scan, undo };
}
