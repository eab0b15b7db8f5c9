import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { type AjustesCorreo, updateAjustesCorreo } from '#contract/correo.ts';
import { useMutate } from '../../../api/queries.ts';
import { useContractForm } from '../../../ui/form/useContractForm.ts';

const schema = updateAjustesCorreo.body.omit({ version: true });
type Campos = z.input<typeof schema>;
type Visible = Exclude<keyof Campos, 'smtpClave' | 'buzonClave'>;
const numeros = ['smtpPuerto', 'buzonPuerto', 'limiteSegundo', 'limiteHora', 'conexiones'] as const;
type Numero = (typeof numeros)[number];

/**
 * The form of one section. It sends its own fields only, so that saving one section leaves what is being written in
 * another; that someone else changed these very fields meanwhile is noticed.
 */
export function useSeccion(correo: AjustesCorreo, campos: readonly Visible[], done: string) {
  const guardar = useMutate(updateAjustesCorreo, { notifyError: false, done });
  const [base, setBase] = useState(correo);
  const valuesOf = (source: AjustesCorreo): Campos =>
    Object.fromEntries(campos.map((campo) => [campo, source[campo] ?? emptyOf(campo)]));
  const own = (source: AjustesCorreo) => JSON.stringify(valuesOf(source));
  const moved = own(correo) !== own(base);

  const contract = useContractForm({
    schema,
    initialValues: valuesOf(correo),
    send: (body) =>
      guardar.mutateAsync({ body: { ...body, version: moved ? base.version : correo.version } }),
    onDone: (fresh) => take(fresh),
  });
  const { form } = contract;

  function take(fresh: AjustesCorreo) {
    setBase(fresh);
    // A password that was just written is kept no longer here either.
    const values = { ...valuesOf(fresh), smtpClave: undefined, buzonClave: undefined };
    form.setInitialValues(values);
    form.setValues(values);
  }

  const dirty = form.isDirty();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came anew is taken once, when it comes.
  useEffect(() => {
    if (moved && !dirty) take(correo);
  }, [moved, dirty]);

  /** A password of which one only knows that it is there: left empty, it stays. */
  const secret = (campo: 'smtpClave' | 'buzonClave') => ({
    ...contract.field(campo),
    value: form.values[campo] ?? '',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      form.setFieldValue(campo, event.currentTarget.value || undefined),
  });

  /** A number that may be left empty. */
  const number = (campo: Numero) => ({
    ...contract.field(campo),
    value: form.values[campo] ?? '',
    onChange: (value: string | number) =>
      form.setFieldValue(campo, value === '' ? null : Number(value)),
  });

  return { ...contract, secret, number, dirty };
}

/** Numbers are empty as null, texts as no text. */
const emptyOf = (campo: Visible) => (numeros.some((uno) => uno === campo) ? null : '');
