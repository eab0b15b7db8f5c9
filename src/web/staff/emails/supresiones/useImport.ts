import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importSupresiones, type MotivoSupresion } from '#contract/supresiones.ts';
import { ApiError } from '../../../api/client.ts';
import { callSignedIn } from '../../../api/session.ts';

/** How many go in one call. */
const CHUNK = 1_000;

export type Avance = {
  total: number;
  hechas: number;
  agregadas: number;
  yaEstaban: number;
  invalidas: string[];
};

type Datos = { emails: string[]; motivo: MotivoSupresion; detalle: string };

/** Sends a list in parts, telling how far it got; a part that fails leaves those before it done. */
export function useImport() {
  const client = useQueryClient();
  const [avance, setAvance] = useState<Avance>();
  const [error, setError] = useState<ApiError>();
  const [running, setRunning] = useState(false);

  async function run({ emails, motivo, detalle }: Datos) {
    const now: Avance = {
      total: emails.length,
      hechas: 0,
      agregadas: 0,
      yaEstaban: 0,
      invalidas: [],
    };
    setRunning(true);
    setError(undefined);
    setAvance({ ...now });
    try {
      for (let at = 0; at < emails.length; at += CHUNK) {
        const part = emails.slice(at, at + CHUNK);
        const body = { emails: part, motivo, detalle };
        const { agregadas, yaEstaban, invalidas } = await callSignedIn(importSupresiones, { body });
        now.hechas += part.length;
        now.agregadas += agregadas;
        now.yaEstaban += yaEstaban;
        now.invalidas = [...now.invalidas, ...invalidas];
        setAvance({ ...now });
      }
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
    } finally {
      setRunning(false);
      void client.invalidateQueries();
    }
  }
  return { run, avance, error, running };
}
