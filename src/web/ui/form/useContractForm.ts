import '#contract/messages.ts';
import { useForm } from '@mantine/form';
import { useBlocker } from '@tanstack/react-router';
import { type SyntheticEvent, useRef, useState } from 'react';
import type { z } from 'zod';
import type { FieldError } from '#contract/errors.ts';
import { fieldErrors } from '#contract/messages.ts';
import { ApiError } from '../../api/client.ts';
import { describeError } from '../ErrorState.tsx';

type Body = z.ZodType<unknown, Record<string, unknown>>;

/** What the fields hold while being filled: any part of the body may still be missing. */
export type Draft<S extends Body> = {
  [K in keyof z.input<S>]?: z.input<S>[K] | undefined;
};

export type FormProblem = { title: string; reference?: string | undefined; rest: FieldError[] };

type Options<S extends Body, A> = {
  /** The body schema of the endpoint: `createCliente.body`. */
  schema: S;
  initialValues: Draft<S>;
  /** Sends the valid body; rejects with the server's ApiError. */
  send: (body: z.input<S>) => Promise<A>;
  /** After the answer; the form is clean by then and may be left. */
  onDone?: (answer: A) => void;
  /** False for small forms in a dialog that has its own way out. */
  guard?: boolean;
};

/**
 * A form over a contract body: validated by its schema with its own messages, with the server's errors
 * put beside their fields, sending once, keeping what was typed, and asking before it is left unsaved.
 */
export function useContractForm<S extends Body, A>(options: Options<S, A>) {
  const { schema, initialValues, send, onDone, guard = true } = options;
  const form = useForm<Draft<S>>({ mode: 'controlled', initialValues });
  const [problem, setProblem] = useState<FormProblem>();
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const shown = useRef(new Set<string>());
  const isDirty = () => guard && form.isDirty();

  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (!isDirty() || current.pathname === next.pathname) return false;
      // Fetched when it is asked: forms that never ask carry no dialogs.
      const { confirmAction } = await import('../confirm.tsx');
      const leave = await confirmAction({
        title: '¿Salir sin guardar?',
        body: 'Los cambios que escribiste aquí se perderán.',
        confirm: 'Salir sin guardar',
        cancel: 'Seguir editando',
        danger: true,
      });
      return !leave;
    },
    enableBeforeUnload: isDirty,
  });

  function showErrors(title: string, errors: FieldError[], reference?: string) {
    const known = errors.filter(({ campo }) => shown.current.has(campo));
    form.setErrors(Object.fromEntries(known.map(({ campo, mensaje }) => [campo, mensaje])));
    const rest = errors.filter(({ campo }) => !shown.current.has(campo));
    setProblem(known.length > 0 && rest.length === 0 ? undefined : { title, reference, rest });
    const first = known[0]?.campo;
    if (first) focusField(first);
  }

  async function submit(event?: SyntheticEvent) {
    event?.preventDefault();
    if (busy.current) return;
    const values = form.getValues();
    const result = schema.safeParse(values);
    if (!result.success) return showErrors('Revisa estos datos.', fieldErrors(result.error));
    busy.current = true;
    setSending(true);
    setProblem(undefined);
    form.clearErrors();
    try {
      const answer = await send(values as z.input<S>);
      form.resetDirty(values);
      onDone?.(answer);
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : [];
      const { title, reference } = describeError(error);
      showErrors(title, fields, reference);
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  /** Spread on an input: its value, its changes and its error. */
  const field: typeof form.getInputProps = (path, inputOptions) => {
    shown.current.add(String(path));
    return { ...form.getInputProps(path, inputOptions), name: String(path) };
  };

  return { form, field, submit, sending, problem };
}

export type ContractForm = Pick<
  ReturnType<typeof useContractForm<Body, unknown>>,
  'submit' | 'sending' | 'problem'
>;

/** The errors are on screen only after the next paint. */
function focusField(path: string) {
  requestAnimationFrame(() => {
    const input = document.querySelector<HTMLElement>(
      `[data-path="${CSS.escape(path)}"], [name="${CSS.escape(path)}"]`,
    );
    input?.focus();
    input?.scrollIntoView({ block: 'center' });
  });
}
