import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type EstadoAsistencia,
  getAsistencia,
  type Puesto,
  setAsistencia,
} from '#contract/asistencia.ts';
import type { Answer } from '#contract/endpoint.ts';
import { keyOf } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import { describeError } from '../../ui/ErrorState.tsx';
import { keyOfSeat } from './seat.ts';

type Lista = Answer<typeof getAsistencia>;

/** What was tapped and is not saved yet, or could not be. */
export type Tapped = { asistencia: EstadoAsistencia | null; problem?: string };

function withSeat(lista: Lista, seat: Puesto): Lista {
  const puestos = lista.puestos.map((one) => (keyOfSeat(one) === keyOfSeat(seat) ? seat : one));
  const count = (wanted: Puesto['asistencia']) =>
    puestos.filter(({ asistencia }) => asistencia === wanted).length;
  return {
    ...lista,
    puestos,
    presentes: count('PRESENTE'),
    ausentes: count('AUSENTE'),
    sinMarcar: count(null),
  };
}

/**
 * Marks seats of a roll: a tap shows at once, and stays marked as not saved when the server did not take
 * it, until it is tried again.
 */
export function useMarcar(tallerId: number) {
  const client = useQueryClient();
  const [tapped, setTapped] = useState<ReadonlyMap<string, Tapped>>(new Map());
  const queryKey = keyOf(getAsistencia, { params: { id: tallerId } });

  function show(key: string, tap: Tapped | undefined) {
    setTapped((now) => {
      const next = new Map(now);
      if (tap) next.set(key, tap);
      else next.delete(key);
      return next;
    });
  }

  async function marcar(seat: Puesto, asistencia: EstadoAsistencia | null) {
    const key = keyOfSeat(seat);
    const { inscripcionId, puesto } = seat;
    show(key, { asistencia });
    try {
      const saved = await callSignedIn(setAsistencia, {
        params: { id: tallerId },
        body: { inscripcionId, puesto, asistencia },
      });
      // What is on the way was asked for before this and would show the seat as it was.
      await client.cancelQueries({ queryKey });
      client.setQueryData<Lista>(queryKey, (lista) => lista && withSeat(lista, saved));
      show(key, undefined);
    } catch (error) {
      show(key, { asistencia, problem: describeError(error).title });
    }
  }

  return { tapped, marcar, forget: (seat: Puesto) => show(keyOfSeat(seat), undefined) };
}
