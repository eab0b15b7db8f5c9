import type { ReactNode } from 'react';
import type { z } from 'zod';
import { type Empresa, empresaCampos } from '#contract/empresas.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { useDuplicates } from '../useDuplicates.tsx';
import type { FormValues } from '../useVersions.ts';
import { EmpresaFields } from './EmpresaFields.tsx';
import type { EmpresaDraft } from './empresaValues.ts';

type Props = {
  initial: EmpresaDraft;
  send: (body: z.input<typeof empresaCampos>) => Promise<Empresa>;
  onDone: (empresa: Empresa) => void;
  submitLabel: string;
  cancel: ReactNode;
  /** Above the fields; it may read and write the values. */
  notice?: (form: FormValues) => ReactNode;
  /** The notice already says why it was not saved. */
  explained?: boolean;
};

/** The form of a company, new or known. */
export function EmpresaForm(props: Props) {
  const { initial, send, onDone, submitLabel, cancel, notice, explained = false } = props;
  const duplicates = useDuplicates({ to: '/app/empresas', words: 'Ver cuál es' });
  const form = useContractForm({
    schema: empresaCampos,
    initialValues: initial,
    send: (body) => duplicates.watch(send(body)),
    onDone,
  });
  const { form: state } = form;
  return (
    <FormFrame
      form={explained ? { ...form, problem: undefined } : form}
      submitLabel={submitLabel}
      cancel={cancel}
    >
      {notice?.({
        get: (name) => (state.getValues() as Record<string, unknown>)[name],
        set: (name, value) => state.setFieldValue(name, value as never),
      })}
      <EmpresaFields
        field={form.field}
        rutError={duplicates.explain('rut', form.field('rut').error, state.values.rut)}
      />
    </FormFrame>
  );
}
