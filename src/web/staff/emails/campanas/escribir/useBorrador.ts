import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Campana, getCampana, updateCampana } from '#contract/campanas.ts';
import { ApiError } from '../../../../api/client.ts';
import { keyOf } from '../../../../api/queries.ts';
import { callSignedIn } from '../../../../api/session.ts';
import {
  type Borrador,
  type Campo,
  campos,
  type Problemas,
  porGuardar,
  toBorrador,
} from './borrador.ts';

const PAUSE = 1200;

export type Estado = 'GUARDADO' | 'PENDIENTE' | 'GUARDANDO' | 'FALLO' | 'CONFLICTO';

/**
 * A campaign being written, which saves itself a moment after the last change. A field that the server
 * refuses does not hold back the rest; nothing typed is ever taken away.
 */
export function useBorrador(first: Campana) {
  const client = useQueryClient();
  const [valores, setValores] = useState(() => toBorrador(first));
  const [problemas, setProblemas] = useState<Problemas>({});
  const [estado, setEstado] = useState<Estado>('GUARDADO');
  const [error, setError] = useState<ApiError>();
  // What a save that is on its way must see as it is then, not as it was when it was asked for.
  const now = useRef(valores);
  const saved = useRef({ campana: first, valores });
  const refused = useRef<Problemas>({});
  const running = useRef<Promise<void>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function pending() {
    return porGuardar(now.current, saved.current.valores, refused.current);
  }

  function show() {
    const { cambios, problemas: wrong } = pending();
    setProblemas((was) => (JSON.stringify(was) === JSON.stringify(wrong) ? was : wrong));
    const clean = Object.keys(cambios).length === 0 && Object.keys(wrong).length === 0;
    setEstado(clean ? 'GUARDADO' : 'PENDIENTE');
  }

  async function send(cambios: Partial<Record<Campo, unknown>>) {
    setEstado('GUARDANDO');
    const { campana } = saved.current;
    const sent = now.current;
    try {
      const answer = await callSignedIn(updateCampana, {
        params: { id: campana.id },
        body: { ...(cambios as Partial<Borrador>), version: campana.version } as never,
      });
      const kept = Object.fromEntries(
        Object.keys(cambios).map((campo) => [campo, sent[campo as Campo]]),
      );
      saved.current = {
        campana: answer,
        valores: { ...saved.current.valores, ...kept },
      };
      client.setQueryData(keyOf(getCampana, { params: { id: campana.id } }), answer);
      setError(undefined);
      show();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const named = fieldsOf(problem, sent, cambios);
      if (Object.keys(named).length > 0) {
        refused.current = { ...refused.current, ...named };
        setError(undefined);
        show();
        return;
      }
      setError(problem);
      setEstado(problem.code === 'CONFLICTO_VERSION' ? 'CONFLICTO' : 'FALLO');
    }
  }

  /** Saves what can be; true when everything is saved. */
  async function guardar(): Promise<boolean> {
    clearTimeout(timer.current);
    for (let round = 0; round < 4; round++) {
      await running.current;
      const { cambios, problemas: wrong } = pending();
      if (Object.keys(cambios).length === 0) {
        show();
        return Object.keys(wrong).length === 0;
      }
      const version = saved.current.campana.version;
      const before = refused.current;
      running.current = send(cambios).finally(() => {
        running.current = undefined;
      });
      await running.current;
      // Neither saved nor refused by field: trying again at once would only fail again.
      if (saved.current.campana.version === version && refused.current === before) return false;
    }
    return false;
  }

  function cambiar(cambios: Partial<Borrador>) {
    now.current = { ...now.current, ...cambios };
    setValores(now.current);
    setEstado((was) => (was === 'CONFLICTO' ? was : 'PENDIENTE'));
    // What was wrong is no longer written there.
    if (Object.keys(cambios).some((campo) => campo in problemas)) {
      const rest = Object.entries(problemas).filter(([campo]) => !(campo in cambios));
      setProblemas(Object.fromEntries(rest));
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void guardar(), PAUSE);
  }

  /** Someone else saved meanwhile: what was not touched here becomes theirs, and what was stays or goes. */
  async function resolver(mio: boolean) {
    const { campana, valores: base } = saved.current;
    const latest = await callSignedIn(getCampana, { params: { id: campana.id } });
    client.setQueryData(keyOf(getCampana, { params: { id: campana.id } }), latest);
    const theirs = toBorrador(latest);
    const touched = campos.filter(
      (campo) => JSON.stringify(now.current[campo]) !== JSON.stringify(base[campo]),
    );
    const mine = Object.fromEntries(touched.map((campo) => [campo, now.current[campo]]));
    saved.current = { campana: latest, valores: theirs };
    now.current = mio ? { ...theirs, ...mine } : theirs;
    setValores(now.current);
    setError(undefined);
    show();
    if (mio) await guardar();
  }

  return {
    valores,
    cambiar,
    guardar,
    resolver,
    problemas,
    estado,
    error,
    /** As it is saved. */
    guardada: () => saved.current.campana,
    /** Something typed here is not saved. */
    sucio: () => {
      const { cambios, problemas: wrong } = pending();
      return Object.keys(cambios).length > 0 || Object.keys(wrong).length > 0;
    },
  };
}

export type Escritura = ReturnType<typeof useBorrador>;

/** The fields that the server refused, by their name. */
function fieldsOf(error: ApiError, sent: Borrador, cambios: Partial<Record<Campo, unknown>>) {
  const found: Problemas = {};
  for (const { campo: path, mensaje } of error.fields) {
    const campo = campos.find((name) => path === name || path.startsWith(`${name}.`));
    if (campo && campo in cambios) {
      const before = found[campo];
      found[campo] = {
        valor: JSON.stringify(sent[campo]),
        mensaje: before ? `${before.mensaje} ${mensaje}` : mensaje,
      };
    }
  }
  return found;
}
