import { useState } from 'react';
import type { z } from 'zod';
import { ApiError } from '../api/client.ts';
import { notifyProblem } from '../api/queries.ts';

/** The values of a form, by field. */
export type FormValues = {
  get: (name: string) => unknown;
  set: (name: string, value: unknown) => void;
};

type Options<R> = {
  /** The schema of the form, by which two ways to write the same are the same. */
  schema: z.ZodObject;
  toValues: (record: R) => Record<string, unknown>;
  load: () => Promise<R>;
};

/**
 * Editing a record that someone else may save meanwhile. What was typed is never lost: on a stale
 * version the newer one is brought on request, fields left untouched take it, and those that both
 * changed are named, to be decided one by one.
 */
export function useVersions<R extends { version: number }>(first: R, options: Options<R>) {
  const { schema, toValues, load } = options;
  const [base, setBase] = useState(first);
  const [stale, setStale] = useState(false);
  const [refused, setRefused] = useState(false);
  const [loading, setLoading] = useState(false);
  const [taken, setTaken] = useState<string[]>([]);
  const [clashes, setClashes] = useState<string[]>();

  function plain(name: string, value: unknown): string {
    const read = schema.shape[name]?.safeParse(value);
    return JSON.stringify((read?.success ? read.data : value) ?? null);
  }

  /** Sends with the version in hand, and notices when it is stale. */
  async function send<A>(call: (version: number) => Promise<A>): Promise<A> {
    setRefused(false);
    try {
      return await call(base.version);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'CONFLICTO_VERSION') {
        setStale(true);
        setRefused(true);
        setClashes(undefined);
      }
      throw error;
    }
  }

  /** Brings the newer version into the form, beside what was typed. */
  async function bring(form: FormValues) {
    setLoading(true);
    try {
      const latest = await load();
      const [before, after] = [toValues(base), toValues(latest)];
      const changed = Object.keys(after).filter(
        (name) => plain(name, before[name]) !== plain(name, after[name]),
      );
      const untouched = changed.filter(
        (name) => plain(name, form.get(name)) === plain(name, before[name]),
      );
      for (const name of untouched) form.set(name, after[name]);
      setTaken(untouched);
      setClashes(changed.filter((name) => !untouched.includes(name)));
      setBase(latest);
      setStale(false);
    } catch (error) {
      if (error instanceof ApiError) notifyProblem(error);
    } finally {
      setLoading(false);
    }
  }

  const theirs = toValues(base);
  return {
    /** The newest version that is known here. */
    latest: base,
    stale,
    /** The last refusal was about the version: the form need not repeat it. */
    refused,
    loading,
    taken,
    send,
    bring,
    /** The fields that both changed and are not settled yet; undefined before the new one is brought. */
    clashesIn: (form: FormValues) =>
      clashes?.filter((name) => plain(name, form.get(name)) !== plain(name, theirs[name])),
    take: (form: FormValues, name: string) => form.set(name, theirs[name]),
  };
}

export type Versions<R extends { version: number }> = ReturnType<typeof useVersions<R>>;
